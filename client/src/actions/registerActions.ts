import * as vscode from 'vscode';
import { tellingFailures } from '../failure.ts';
import { membersOf } from '../membersOf.ts';
import type { Toolkit } from '../toolkit.ts';
import { openActionPage, registerActionPages } from './actionPages.ts';
import type { ActionsView } from './actionsView.ts';

/** The view of actions and what can be done with one. */
export function registerActions(toolkit: Toolkit, view: ActionsView): vscode.Disposable {
  const command = (id: string, work: (given: unknown) => Promise<void>) =>
    vscode.commands.registerCommand(id, (given?: unknown) => tellingFailures(toolkit.log, () => work(given)));
  const onAction = (id: string, work: (name: string) => Promise<void>) =>
    command(id, async (given) => {
      const name = nameIn(given) ?? (await pickAction(view));
      if (name !== undefined) await work(name);
    });
  return vscode.Disposable.from(
    registerActionPages(toolkit),
    onAction('oos.actions.open', openActionPage),
    onAction('oos.actions.insert', async (name) => (await import('./insertAction.ts')).insertAction(toolkit, name)),
    command('oos.actions.refresh', async () => {
      toolkit.status.show();
      const { refreshActions } = await import('./refreshActions.ts');
      if (await refreshActions(toolkit)) view.refresh();
    }),
  );
}

/** The view gives its node; other callers give the name of an action, or nothing. */
function nameIn(given: unknown): string | undefined {
  if (typeof given === 'string') return given;
  const { name } = membersOf(membersOf(given).action);
  return typeof name === 'string' ? name : undefined;
}

async function pickAction(view: ActionsView): Promise<string | undefined> {
  const { groups } = await view.actions();
  const items = groups.flatMap(({ label, actions }): vscode.QuickPickItem[] => [
    { label, kind: vscode.QuickPickItemKind.Separator },
    ...actions.map(({ name, summary }) => ({ label: name, description: summary })),
  ]);
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('OOS: Actions'),
    placeHolder: vscode.l10n.t('A part of the name, or what it does'),
    matchOnDescription: true,
  });
  return picked?.label;
}
