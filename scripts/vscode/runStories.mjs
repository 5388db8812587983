// Runs the stories on the screen with the packaged extension. A story that fails is told once more in a new window, and both are
// reported: a browser that loses a key on a busy machine says nothing about us, a story that fails twice does.
//   --newest        in the newest VS Code that is tried, without what does not depend on it; else in the newest that runs on Node 20
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { newestVersion } from './install.mjs';
import { repository } from './sandbox.mjs';

/** When more fail, the machine is not to blame. */
const MOST_TOLD_AGAIN = 2;

const { newest } = parseArgs({ options: { newest: { type: 'boolean' } } }).values;
if (newest) process.env.VSCODE_SERVER_VERSION ||= newestVersion;
const vitest = path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const independent = newest ? ['accessible', 'playground'] : [];
const without = independent.flatMap((name) => ['--exclude', `test/screen/${name}.story.ts`]);
const out = path.join(repository, 'out/screen');
const results = path.join(out, 'results.json');

/** Runs vitest. Answers its exit code, and which files have failed. */
function tell(...argv) {
  mkdirSync(out, { recursive: true });
  rmSync(results, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const options = { cwd: repository, stdio: 'inherit' };
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', '-c', 'vitest.screen.config.ts', ...reporters, ...argv],
    options,
  );
  const failed = status === 0 ? [] : failedIn(results);
  return { status: status ?? 1, failed };
}

/** Undefined: nothing is known of any file. */
function failedIn(file) {
  try {
    const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
    return testResults.filter((it) => it.status === 'failed').map((it) => path.relative(repository, it.name));
  } catch {
    return undefined;
  }
}

let { status, failed } = tell(...without);
if (failed && failed.length > 0 && failed.length <= MOST_TOLD_AGAIN) {
  console.error(`Told once more: ${failed.join(', ')}`);
  const again = tell(...failed);
  status = again.status;
  for (const file of failed) {
    const passed = again.failed && !again.failed.includes(file);
    console.error(`${file} failed, and ${passed ? 'passed when told once more' : 'failed again'}.`);
  }
}
process.exitCode = status;
