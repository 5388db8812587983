import * as vscode from 'vscode';
import { tellingFailures } from '../../failure.ts';
import type { Toolkit } from '../../toolkit.ts';
import { statusView } from '../statusWords.ts';
import type { Filters } from './executionList.ts';
import type { ExecutionsTree } from './executionsTree.ts';
import type { ExecutionsView } from './executionsView.ts';

/** What can be done with the view of the executions as a whole. */
export function registerTree(toolkit: Toolkit, view: ExecutionsView): vscode.Disposable {
  const command = (id: string, work: (tree: ExecutionsTree) => Promise<void> | void) =>
    vscode.commands.registerCommand(id, () => tellingFailures(toolkit.log, async () => work(await view.tree())));
  const narrow = async (tree: ExecutionsTree, filters: Filters | undefined): Promise<void> => {
    if (!filters) return;
    tree.filters = filters;
    const status = filters.status && statusView(filters.status, vscode.l10n.t).word;
    const description = [status, filters.template].filter(Boolean).join(' · ');
    view.description = description;
    await vscode.commands.executeCommand('setContext', 'oos.executions.filtered', description !== '');
  };
  return vscode.Disposable.from(
    command('oos.executions.refresh', (it) => it.refresh()),
    command('oos.executions.loadMore', async (it) => view.reveal(await it.loadMore())),
    command('oos.executions.filterByStatus', async (it) => {
      const { askForStatus } = await import('./askForFilters.ts');
      await narrow(it, await askForStatus(it.filters));
    }),
    command('oos.executions.filterByTemplate', async (it) => {
      const { askForTemplate } = await import('./askForFilters.ts');
      await narrow(it, await askForTemplate(it.filters));
    }),
    command('oos.executions.showAll', (it) => narrow(it, {})),
  );
}
