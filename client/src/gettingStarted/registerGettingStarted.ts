import * as vscode from 'vscode';
import { tellingFailures } from '../failure.ts';
import type { Toolkit } from '../toolkit.ts';

/** Tells the views whether a connection is chosen, so that they can say what to do first. */
const hasConnection = 'oos.hasConnection';

/** What people begin with: a template from the gallery, samples, and the Local OOS for those without an account. */
export function registerGettingStarted(toolkit: Toolkit): vscode.Disposable {
  const { connections, log, status } = toolkit;
  const tell = () => vscode.commands.executeCommand('setContext', hasConnection, connections.choice !== undefined);
  tell();
  return vscode.Disposable.from(
    connections.onDidChange(tell),
    vscode.commands.registerCommand('oos.newTemplate', (given?: unknown) =>
      tellingFailures(log, async () => (await import('./newTemplate.ts')).newTemplate(toolkit, given)),
    ),
    vscode.commands.registerCommand('oos.openSample', (given?: unknown) =>
      tellingFailures(log, async () => (await import('./openSample.ts')).openSample(toolkit, given)),
    ),
    vscode.commands.registerCommand('oos.useLocalOos', () =>
      tellingFailures(log, async () => {
        status.show();
        await connections.choose({ kind: 'local' });
      }),
    ),
  );
}
