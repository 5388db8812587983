import * as vscode from 'vscode';
import { telling } from '../../failure.ts';
import type { Toolkit } from '../../toolkit.ts';
import type { Executions } from '../executions.ts';
import type { Filters } from './executionList.ts';
import type { ExecutionsTree } from './executionsTree.ts';
import type { Node } from './nodes.ts';

/** The view of the executions. Until it is seen for the first time it is a name without anything behind it. */
export function registerTree(toolkit: Toolkit, executions: Executions): vscode.Disposable {
  const changed = new vscode.EventEmitter<Node | undefined>();
  let made: Promise<ExecutionsTree> | undefined;
  const tree = (): Promise<ExecutionsTree> => {
    made ??= import('./executionsTree.ts').then(({ ExecutionsTree }) => new ExecutionsTree(toolkit, changed));
    return made;
  };
  const view = vscode.window.createTreeView<Node>('oos.executions', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: async (node) => (await tree()).itemOf(node),
      // Without a connection VS Code shows a welcome with a button, since nobody has asked for anything yet.
      getChildren: async (node) => (toolkit.connections.choice ? (await tree()).childrenOf(node) : []),
      getParent: (node) => node.parent,
    },
  });
  const follow = (isVisible: boolean): void => {
    if (isVisible) toolkit.status.show();
    if (isVisible || made)
      tree()
        .then((it) => Object.assign(it, { isVisible }))
        .catch(() => undefined);
  };
  follow(view.visible);
  const command = (id: string, work: (tree: ExecutionsTree) => Promise<void> | void) =>
    vscode.commands.registerCommand(id, () => telling(toolkit.log, async () => work(await tree())));
  const narrow = async (it: ExecutionsTree, filters: Filters | undefined): Promise<void> => {
    if (!filters) return;
    it.filters = filters;
    view.description = [filters.status, filters.template].filter(Boolean).join(' · ');
    await vscode.commands.executeCommand('setContext', 'oos.executions.filtered', view.description !== '');
  };
  return vscode.Disposable.from(
    changed,
    view,
    view.onDidChangeVisibility(({ visible }) => follow(visible)),
    toolkit.connections.onDidChange(() => void made?.then((it) => it.refresh())),
    executions.onDidTouch(() => void made?.then((it) => it.touched())),
    command('oos.executions.refresh', (it) => it.refresh()),
    command('oos.executions.loadMore', (it) => it.loadMore()),
    command('oos.executions.filterByStatus', async (it) => {
      const { askForStatus } = await import('./askForFilters.ts');
      await narrow(it, await askForStatus(it.filters));
    }),
    command('oos.executions.filterByTemplate', async (it) => {
      const { askForTemplate } = await import('./askForFilters.ts');
      await narrow(it, await askForTemplate(it.filters));
    }),
    command('oos.executions.showAll', (it) => narrow(it, {})),
    { dispose: () => void made?.then((it) => it.dispose()) },
  );
}
