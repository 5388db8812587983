import * as vscode from 'vscode';
import type { Execution } from '../../../../server/src/cloud/api/answers.ts';
import type { Cloud } from '../../connection/connections.ts';
import { failureText } from '../../failure.ts';
import { mayPass } from '../../mayPass.ts';
import type { Toolkit } from '../../toolkit.ts';
import { type Found, Poller } from '../follow/poller.ts';
import { executionName } from '../startedFrom.ts';
import { childNodes } from './childNodes.ts';
import { ExecutionList, type Filters } from './executionList.ts';
import { type ExecutionNode, nodeLook } from './nodes.ts';
import { treeItem } from './treeItem.ts';

/** Executions, and by which connection they were found. */
interface LoadedList {
  readonly cloud: Cloud;
  readonly list: ExecutionList;
}

/** The executions of the connection of this window. Nothing is asked before the view is seen. */
export class ExecutionsTree implements vscode.Disposable {
  readonly #toolkit: Toolkit;
  readonly #changed: vscode.EventEmitter<ExecutionNode | undefined>;
  readonly #poller = new Poller({ look: (signal) => this.#look(signal) });
  #list: LoadedList | undefined;
  #loading: Promise<LoadedList> | undefined;
  #filters: Filters = {};
  #release: (() => void) | undefined;
  /** Why there is no list, although it was asked for. */
  #trouble: unknown;
  /** There is an answer that is not older than the last time somebody asked. */
  #isFresh = false;

  constructor(toolkit: Toolkit, changed: vscode.EventEmitter<ExecutionNode | undefined>) {
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

  /** As long as it can be seen it is kept up to date. */
  follow(isVisible: boolean): void {
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
    this.#trouble = undefined;
    this.#changed.fire(undefined);
  }

  /** Something was done from here, so the list looks again as soon as it can be seen. */
  touched(): void {
    this.#isFresh = false;
    this.#poller.poke();
  }

  /** Answers the first one that is new. */
  async loadMore(): Promise<ExecutionNode | undefined> {
    const list = this.#list?.list;
    const before = list?.executions.length ?? 0;
    await list?.more();
    this.#changed.fire(undefined);
    const execution = list?.executions[before];
    return execution && { kind: 'execution', execution, parent: undefined };
  }

  itemOf(node: ExecutionNode): vscode.TreeItem {
    const { workspaceState } = this.#toolkit.context;
    const nameOf = (execution: Execution): string => executionName(workspaceState, execution);
    return treeItem(node, nodeLook(node, { nameOf, t: vscode.l10n.t, now: Date.now() }));
  }

  async childrenOf(node: ExecutionNode | undefined): Promise<ExecutionNode[]> {
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

  async #below(node: ExecutionNode): Promise<ExecutionNode[]> {
    if (!this.#list) return [];
    const nodes = await childNodes(this.#list.cloud.api, node);
    if (nodes.length > 0) return nodes;
    return [{ kind: 'note', text: vscode.l10n.t('No task has begun yet.'), isProblem: false, parent: node }];
  }

  async #top(): Promise<ExecutionNode[]> {
    const { list } = await this.#loaded();
    const nodes = list.executions.map(
      (execution): ExecutionNode => ({ kind: 'execution', execution, parent: undefined }),
    );
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
      if (this.#loading === loading && !this.#list) this.#keep(made, undefined);
      return made;
    } catch (error) {
      if (this.#loading === loading) this.#keep(undefined, error);
      throw error;
    } finally {
      if (this.#loading === loading) this.#loading = undefined;
    }
  }

  /** From here on the poller goes on, after a pause. */
  #keep(list: LoadedList | undefined, trouble: unknown): void {
    this.#list = list;
    this.#trouble = trouble;
    this.#isFresh = true;
    this.#poller.poke();
  }

  async #load(signal?: AbortSignal): Promise<LoadedList> {
    const cloud = await this.#toolkit.connections.cloud();
    const list = new ExecutionList(cloud.api, this.#filters);
    await list.load(signal);
    return { cloud, list };
  }

  /** Looks for what has changed, and for executions that others have started; after a failure for the list itself. */
  async #look(signal: AbortSignal): Promise<Found> {
    const list = this.#list?.list;
    const isFresh = this.#isFresh;
    this.#isFresh = false;
    if (isFresh)
      return {
        isNews: false,
        isOver: this.#trouble !== undefined && !mayPass(this.#trouble),
        isQuiet: list?.isLive === false,
      };
    if (!list)
      return this.#trouble === undefined ? { isNews: false, isOver: true } : this.#tryAgain(this.#trouble, signal);
    try {
      const isNews = await list.refresh(signal);
      if (isNews && this.#list?.list === list) this.#changed.fire(undefined);
      return { isNews, isOver: false, isQuiet: !list.isLive };
    } catch (error) {
      this.#toolkit.log.debug(`ListExecutions: ${failureText(error)}`);
      return { isNews: false, isOver: !mayPass(error) };
    }
  }

  /** `trouble`: why there is no list yet. Somebody may have asked for another one meanwhile. */
  async #tryAgain(trouble: unknown, signal: AbortSignal): Promise<Found> {
    try {
      const made = await this.#load(signal);
      if (this.#trouble !== trouble) return { isNews: false, isOver: false };
      this.#list = made;
      this.#trouble = undefined;
      this.#changed.fire(undefined);
      return { isNews: true, isOver: false };
    } catch (error) {
      return { isNews: false, isOver: !mayPass(error) };
    }
  }
}
