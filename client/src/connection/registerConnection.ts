import * as vscode from 'vscode';
import { callerName } from '../../../server/src/cloud/callerName.ts';
import { tellingFailures } from '../failure.ts';
import { patiently, signalOf } from '../patiently.ts';
import type { Toolkit } from '../toolkit.ts';
import { regionOf } from './chosenConnection.ts';

/** The commands about the connection of this window. */
export function registerConnection(toolkit: Toolkit): vscode.Disposable {
  const { connections, log, status } = toolkit;
  connections.chooser = async () => {
    status.show();
    const { pickConnection } = await import('./pickConnection.ts');
    return pickConnection(connections, vscode.l10n.t('This needs OOS. Who calls it, and where?'));
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('oos.chooseConnection', () =>
      tellingFailures(log, async () => {
        status.show();
        const { pickConnection } = await import('./pickConnection.ts');
        await pickConnection(connections);
      }),
    ),
    vscode.commands.registerCommand('oos.chooseRegion', () => tellingFailures(log, () => chooseRegion(toolkit))),
    vscode.commands.registerCommand('oos.testConnection', () => tellingFailures(log, () => testConnection(toolkit))),
  );
}

async function chooseRegion({ connections, status }: Toolkit): Promise<void> {
  status.show();
  const { choice } = connections;
  if (choice?.kind === 'local') return noRegion();
  if (!choice) {
    await vscode.commands.executeCommand('oos.chooseConnection');
    return;
  }
  const { pickRegion } = await import('./pickConnection.ts');
  const region = await pickRegion(regionOf(choice));
  if (region !== undefined) await connections.choose({ ...choice, region });
}

async function noRegion(): Promise<void> {
  const { t } = vscode.l10n;
  const other = t('Choose a connection');
  const why = t('The Local OOS runs on this machine, so there is no region to choose.');
  if ((await vscode.window.showInformationMessage(why, other)) !== other) return;
  await vscode.commands.executeCommand('oos.chooseConnection');
}

/** Asks for the regions: an operation that every account may call, and that changes nothing. */
async function testConnection({ connections, status }: Toolkit): Promise<void> {
  status.show();
  const { connection, api } = await connections.cloud();
  const { t } = vscode.l10n;
  await patiently(t('Asking OOS in {0}', connection.region), (token) =>
    api.describeRegions({}, { signal: signalOf(token) }),
  );
  vscode.window.showInformationMessage(
    t('OOS answers: {0}, {1}, {2}', callerName(connection), connection.region, connection.endpoint.host),
  );
}
