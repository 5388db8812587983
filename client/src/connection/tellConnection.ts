import * as vscode from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import { regionOf } from './chosenConnection.ts';
import type { Connections } from './connections.ts';

/**
 * Tells each server that starts, and again with each choice, which connection this window has, so that of several lists of actions
 * the right one counts. Names only: no file with keys is read for it.
 */
export function tellConnection(client: LanguageClient, connections: Connections): vscode.Disposable {
  const tell = () => {
    if (client.state !== State.Running) return;
    const { choice } = connections;
    const account = choice?.kind === 'local' ? vscode.l10n.t('Local OOS') : choice?.name;
    client.sendNotification('oos/connection', { account, region: regionOf(choice) }).catch(() => undefined);
  };
  return vscode.Disposable.from(
    client.onDidChangeState(tell),
    connections.onDidChange(tell),
    connections.onDidLearn(tell),
  );
}
