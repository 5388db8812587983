import * as vscode from 'vscode';
import { failureText } from '../failure.ts';
import type { Toolkit } from '../toolkit.ts';
import { ageOf } from './age.ts';

/** The answer of `oos/actions`; see docs/protocol.md. */
export interface ActionsAnswer {
  readonly groups: readonly ActionGroup[];
  readonly cached: { readonly account: string; readonly region: string; readonly fetched: string } | null;
}

interface ActionGroup {
  readonly id: string;
  readonly label: string;
  readonly actions: readonly ListedAction[];
}

interface ListedAction {
  readonly name: string;
  readonly summary: string;
}

/** What stands in the view. */
export type ActionNode =
  | { readonly kind: 'group'; readonly group: ActionGroup }
  | { readonly kind: 'action'; readonly action: ListedAction }
  | { readonly kind: 'failure'; readonly text: string };

/** The actions of OOS by product. The server is asked when somebody looks. */
export class ActionsView implements vscode.TreeDataProvider<ActionNode>, vscode.Disposable {
  readonly #toolkit: Toolkit;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #view: vscode.TreeView<ActionNode>;
  #answer: Promise<ActionsAnswer> | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(toolkit: Toolkit) {
    this.#toolkit = toolkit;
    this.#view = vscode.window.createTreeView('oos.actions', { treeDataProvider: this });
    let wasHidden = false;
    this.#view.onDidChangeVisibility(({ visible }) => {
      // The server fetches in the background too, so who looks again sees what is known now.
      if (visible && wasHidden) this.refresh();
      wasHidden = !visible;
    });
  }

  refresh(): void {
    this.#answer = undefined;
    this.#changed.fire();
  }

  /** All actions. Rejects when the server does not answer. */
  async actions(): Promise<ActionsAnswer> {
    this.#answer ??= this.#ask();
    try {
      return await this.#answer;
    } catch (error) {
      this.#answer = undefined;
      throw error;
    }
  }

  getTreeItem(node: ActionNode): vscode.TreeItem {
    return treeItem(node);
  }

  async getChildren(node?: ActionNode): Promise<ActionNode[]> {
    if (node) return node.kind === 'group' ? node.group.actions.map((action) => ({ kind: 'action', action })) : [];
    try {
      const { groups, cached } = await this.actions();
      this.#view.description = cached
        ? `${cached.region} · ${ageOf(new Date(cached.fetched), vscode.env.language)}`
        : vscode.l10n.t('as they come with this extension');
      return groups.map((group) => ({ kind: 'group', group }));
    } catch (error) {
      return [{ kind: 'failure', text: failureText(error) ?? '' }];
    }
  }

  dispose(): void {
    this.#changed.dispose();
    this.#view.dispose();
  }

  async #ask(): Promise<ActionsAnswer> {
    const client = await this.#toolkit.server();
    const answer = await client.sendRequest<ActionsAnswer | null>('oos/actions', {});
    return answer ?? { groups: [], cached: null };
  }
}

function treeItem(node: ActionNode): vscode.TreeItem {
  const { t } = vscode.l10n;
  const { None, Collapsed } = vscode.TreeItemCollapsibleState;
  if (node.kind === 'group') {
    const item = new vscode.TreeItem(node.group.label, Collapsed);
    item.id = node.group.id;
    item.description = String(node.group.actions.length);
    item.iconPath = new vscode.ThemeIcon('package');
    return item;
  }
  if (node.kind === 'failure') {
    const item = new vscode.TreeItem(node.text, None);
    item.iconPath = new vscode.ThemeIcon('error', new vscode.ThemeColor('errorForeground'));
    return item;
  }
  const { name, summary } = node.action;
  const item = new vscode.TreeItem(name.slice(name.lastIndexOf(':') + 1), None);
  item.id = name;
  item.description = summary;
  item.tooltip = `${name}\n${summary}`;
  item.iconPath = new vscode.ThemeIcon('symbol-method');
  item.contextValue = 'action';
  item.command = { command: 'oos.actions.open', title: t('Open'), arguments: [node] };
  return item;
}
