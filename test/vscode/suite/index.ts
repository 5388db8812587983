import * as fs from 'node:fs';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import { describeIdleness } from './idle.ts';
import { watchOwnTimers } from './ownCalls.ts';

/**
 * Called by VS Code, desktop or server, inside the extension host. It rejects when a test failed.
 * `OOS_SUITE_RESULT` names a file for the launcher, who needs more than a rejected promise to trust the outcome.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, timeout: 60_000 });
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, 'suite', mocha);
  // Before any code of the extension runs.
  const timers = watchOwnTimers();
  // First: these tests need a window in which no template was ever open.
  await import('./laziness.ts');
  await import('./languages.ts');
  await import('./typing.ts');
  await import('./colours.ts');
  await import('./completion.ts');
  await import('./diagnostics.ts');
  await import('./navigation.ts');
  await import('./settings.ts');
  await import('./preflight.ts');
  await import('./trees.ts');
  await import('./sample.ts');
  await import('./run.ts');
  await import('./executions.ts');
  await import('./troubleshooting.ts');
  describeIdleness(timers);

  let tests = 0;
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve).on('test end', () => {
      tests += 1;
    });
  });
  const { OOS_SUITE_RESULT: result } = process.env;
  if (result) {
    const host = { version: vscode.version, node: process.versions.node, language: vscode.env.language };
    fs.writeFileSync(result, JSON.stringify({ host, tests, failures }));
  }
  if (failures > 0) throw new Error(`${failures} of ${tests} tests failed`);
  if (tests === 0) throw new Error('no test ran');
}
