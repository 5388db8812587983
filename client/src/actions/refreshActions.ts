import * as vscode from 'vscode';
import { callerName } from '../../../server/src/cloud/callerName.ts';
import { refusalText, serverCommand } from '../languageServer/serverCommand.ts';
import type { Toolkit } from '../toolkit.ts';

const offered = 'oos.actions.autoRefreshOffered';

/** Fetches the list of actions from the service. Answers whether it did. */
export async function refreshActions(toolkit: Toolkit): Promise<boolean> {
  const { t } = vscode.l10n;
  const cloud = await toolkit.connections.cloud();
  const { connection } = cloud;
  const answer = await serverCommand<{ readonly count: number }>(toolkit, cloud, {
    title: t('Fetching the actions from OOS in {0}', connection.region),
    command: 'oos.refreshActions',
    argument: { account: callerName(connection), region: connection.region },
  });
  if (!answer.ok) {
    if (answer.code !== 'cancelled') throw new Error(refusalText(answer));
    return false;
  }
  // Whoever asked need not wait for a message to be read.
  told(toolkit, answer.count).catch(() => undefined);
  return true;
}

/** The first time it offers to do the same in the background. */
async function told({ context }: Toolkit, count: number): Promise<void> {
  const { t } = vscode.l10n;
  const settings = vscode.workspace.getConfiguration('oos.actions');
  const text = t('{0} actions are known now.', count);
  if (context.globalState.get(offered) === true || settings.get('autoRefresh') === true) {
    await vscode.window.showInformationMessage(text);
    return;
  }
  await context.globalState.update(offered, true);
  const yes = t('Refresh each week');
  const question = t('{0} Should they be fetched in the background when they are older than a week?', text);
  if ((await vscode.window.showInformationMessage(question, yes, t('No'))) === yes) {
    await settings.update('autoRefresh', true, vscode.ConfigurationTarget.Global);
  }
}
