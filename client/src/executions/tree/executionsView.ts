import * as vscode from 'vscode';
import type { Toolkit } from '../../toolkit.ts';
import type { Executions } from '../executions.ts';
import type { ExecutionsTree } from './executionsTree.ts';
import type { ExecutionNode } from './nodes.ts';

/** The view of the executions. Until it is seen for the first time it is a name without anything behind it. */
export class ExecutionsView implements vscode.TreeDataProvider<ExecutionNode>, vscode.Disposable {
  readonly #toolkit: Toolkit;
  readonly #changed = new vscode.EventEmitter<ExecutionNode | undefined>();
  readonly #view: vscode.TreeView<ExecutionNode>;
  readonly #subscriptions: vscode.Disposable[];
  #tree: Promise<ExecutionsTree> | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(toolkit: Toolkit, executions: Executions) {
    this.#toolkit = toolkit;
    this.#view = vscode.window.createTreeView('oos.executions', { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [
      this.#changed,
      this.#view,
      this.#view.onDidChangeVisibility(({ visible }) => this.#follow(visible)),
      toolkit.connections.onDidChange(() => void this.#tree?.then((it) => it.refresh())),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#changed.fire(undefined)),
      executions.onDidTouch(() => void this.#tree?.then((it) => it.touched())),
    ];
    this.#follow(this.#view.visible);
  }

  /** What stands beside the name of the view. */
  set description(description: string) {
    this.#view.description = description;
  }

  /** Brings an entry into sight, for those who go on from there by the keyboard. */
  async reveal(node: ExecutionNode | undefined): Promise<void> {
    if (node) await this.#view.reveal(node, { select: false, focus: true });
  }

  /** Made with the first use. */
  tree(): Promise<ExecutionsTree> {
    this.#tree ??= import('./executionsTree.ts').then(
      ({ ExecutionsTree }) => new ExecutionsTree(this.#toolkit, this.#changed),
    );
    return this.#tree;
  }

  async getTreeItem(node: ExecutionNode): Promise<vscode.TreeItem> {
    return (await this.tree()).itemOf(node);
  }

  /** Without a connection, or without trust, VS Code shows a welcome with a button, since nobody has asked for anything yet. */
  async getChildren(node?: ExecutionNode): Promise<ExecutionNode[]> {
    const isUsable = vscode.workspace.isTrusted && this.#toolkit.connections.choice;
    return isUsable ? (await this.tree()).childrenOf(node) : [];
  }

  getParent(node: ExecutionNode): ExecutionNode | undefined {
    return node.parent;
  }

  dispose(): void {
    for (const it of this.#subscriptions) it.dispose();
    void this.#tree?.then((it) => it.dispose());
  }

  #follow(isVisible: boolean): void {
    if (isVisible) this.#toolkit.status.show();
    else if (!this.#tree) return;
    void this.tree().then((tree) => tree.follow(isVisible));
  }
}
