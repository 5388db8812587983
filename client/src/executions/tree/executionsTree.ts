import * as vscode from 'vscode';
import type { Execution } from '../../../../server/src/cloud/api/answers.ts';
import type { Cloud } from '../../connection/connections.ts';
import { failureText } from '../../failure.ts';
import type { Toolkit } from '../../toolkit.ts';
import { mayPass } from '../mayPass.ts';
import { Poller } from '../poller.ts';
import { executionName } from '../startedFrom.ts';
import { childNodes } from './childNodes.ts';
import { ExecutionList, type Filters } from './executionList.ts';
import { type Node, nodeLook } from './nodes.ts';
import { treeItem } from './treeItem.ts';

/** Executions, and by which connection they were found. */
interface LoadedList {
  readonly cloud: Cloud;
  readonly list: ExecutionList;
}

/** The executions of the connection of this window. Nothing is asked before the view is seen. */
export class ExecutionsTree implements vscode.Disposable {
  readonly #toolkit: Toolkit;
  readonly #changed: vscode.EventEmitter<Node | undefined>;
  readonly #poller = new Poller({ look: (signal) => this.#look(signal) });
  #list: LoadedList | undefined;
  #loading: Promise<LoadedList> | undefined;
  #filters: Filters = {};
  #release: (() => void) | undefined;
  #isStale = false;

  constructor(toolkit: Toolkit, changed: vscode.EventEmitter<Node | undefined>) {
    this.#toolkit = toolkit;
    this.#changed = changed;
  }

  get filters(): Filters {
    return this.#filters;
  }

  set filters(filters: Filters) {
    this.#filters = filters;
    this.refresh();
  }

  /** As long as it can be seen it follows what goes on. */
  set isVisible(isVisible: boolean) {
    if (isVisible) this.#release ??= this.#poller.hold();
    else {
      this.#release?.();
      this.#release = undefined;
    }
  }

  /** Asks for everything anew. */
  refresh(): void {
    this.#list = undefined;
    this.#loading = undefined;
    this.#changed.fire(undefined);
  }

  /** Something was done from here, so the list looks again as soon as it can be seen. */
  touched(): void {
    this.#isStale = true;
    this.#poller.poke();
  }

  /** Answers the first one that is new. */
  async loadMore(): Promise<Node | undefined> {
    const list = this.#list?.list;
    const before = list?.executions.length ?? 0;
    await list?.more();
    this.#changed.fire(undefined);
    const execution = list?.executions[before];
    return execution && { kind: 'execution', execution, parent: undefined };
  }

  itemOf(node: Node): vscode.TreeItem {
    const { workspaceState } = this.#toolkit.context;
    const nameOf = (execution: Execution): string => executionName(workspaceState, execution);
    return treeItem(node, nodeLook(node, { nameOf, t: vscode.l10n.t, now: Date.now() }));
  }

  async childrenOf(node: Node | undefined): Promise<Node[]> {
    try {
      return node ? await this.#below(node) : await this.#top();
    } catch (error) {
      const text = failureText(error);
      if (text === undefined) return [];
      this.#toolkit.log.warn(text);
      return [{ kind: 'note', text, isProblem: true, parent: node }];
    }
  }

  dispose(): void {
    this.#poller.dispose();
  }

  async #below(node: Node): Promise<Node[]> {
    if (!this.#list) return [];
    const nodes = await childNodes(this.#list.cloud.api, node);
    if (nodes.length > 0) return nodes;
    return [{ kind: 'note', text: vscode.l10n.t('No task has begun yet.'), isProblem: false, parent: node }];
  }

  async #top(): Promise<Node[]> {
    const { list } = await this.#loaded();
    const nodes = list.executions.map((execution): Node => ({ kind: 'execution', execution, parent: undefined }));
    if (nodes.length === 0) {
      return [{ kind: 'note', text: vscode.l10n.t('There are no executions.'), isProblem: false, parent: undefined }];
    }
    return list.hasMore ? [...nodes, { kind: 'more', parent: undefined }] : nodes;
  }

  /** Several who ask at once get the same list. What was asked for before a refresh comes too late. */
  async #loaded(): Promise<LoadedList> {
    if (this.#list) return this.#list;
    const loading = this.#loading ?? this.#load();
    this.#loading = loading;
    try {
      const made = await loading;
      if (this.#loading === loading && !this.#list) {
        this.#list = made;
        this.#poller.poke();
      }
      return made;
    } finally {
      if (this.#loading === loading) this.#loading = undefined;
    }
  }

  async #load(): Promise<LoadedList> {
    const cloud = await this.#toolkit.connections.cloud();
    const list = new ExecutionList(cloud.api, this.#filters);
    await list.load();
    return { cloud, list };
  }

  /** Only for what may still change. */
  async #look(signal: AbortSignal) {
    const list = this.#list?.list;
    if (!list || !(list.isLive || this.#isStale)) return { isNews: false, isOver: true };
    try {
      this.#isStale = false;
      const isNews = await list.refresh(signal);
      if (isNews && this.#list?.list === list) this.#changed.fire(undefined);
      return { isNews, isOver: !list.isLive };
    } catch (error) {
      this.#toolkit.log.debug(`ListExecutions: ${failureText(error)}`);
      return { isNews: false, isOver: !mayPass(error) };
    }
  }
}
