import * as vscode from 'vscode';
import type { Executions } from '../executions/executions.ts';
import { tellingFailures } from '../failure.ts';
import type { Toolkit } from '../toolkit.ts';

/** `OOS: Run`, whose code is loaded with the first use. */
export function registerRun(toolkit: Toolkit, executions: Executions): vscode.Disposable {
  return vscode.commands.registerCommand('oos.run', (given?: unknown) =>
    tellingFailures(toolkit.log, async () => {
      toolkit.status.show();
      const { run } = await import('./run.ts');
      await run(toolkit, executions, given);
    }),
  );
}
