// Runs the stories on the screen with the packaged extension.
//   --newest        in the newest VS Code that is tried, without what does not depend on it; else in the newest that runs on Node 20
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { newestVersion } from './install.mjs';
import { repository } from './sandbox.mjs';

const { newest } = parseArgs({ options: { newest: { type: 'boolean' } } }).values;
if (newest) process.env.VSCODE_SERVER_VERSION ||= newestVersion;
const vitest = path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const independent = newest ? ['accessible', 'playground'] : [];
const without = independent.flatMap((name) => ['--exclude', `test/screen/${name}.story.ts`]);
const { status } = spawnSync(process.execPath, [vitest, 'run', '-c', 'vitest.screen.config.ts', ...without], {
  cwd: repository,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
