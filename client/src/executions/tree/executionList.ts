import type { Execution } from '../../../../server/src/cloud/api/answers.ts';
import { isFinal } from '../../../../server/src/cloud/api/executionStatus.ts';
import type { OosApi } from '../../../../server/src/cloud/api/oosApi.ts';
import { instant } from '../../../../server/src/cloud/instant.ts';
import type { ListedStatus } from '../statusWords.ts';

/** To what a list is narrowed. */
export interface Filters {
  readonly status?: ListedStatus | undefined;
  /** A part of the name. */
  readonly template?: string | undefined;
}

const PAGE = 50;

/** The newest executions of a connection, as far as somebody has looked. */
export class ExecutionList {
  readonly #api: OosApi;
  readonly #filters: Filters;
  #executions: readonly Execution[] = [];
  #token: string | undefined;
  #isLoaded = false;

  constructor(api: OosApi, filters: Filters) {
    this.#api = api;
    this.#filters = filters;
  }

  get executions(): readonly Execution[] {
    return this.#executions;
  }

  get hasMore(): boolean {
    return this.#token !== undefined;
  }

  get isLoaded(): boolean {
    return this.#isLoaded;
  }

  /** Something in it may still change by itself. */
  get isLive(): boolean {
    return this.#executions.some(({ Status }) => !isFinal(Status));
  }

  /** Rejects with an OosError, like the others. */
  async load(signal?: AbortSignal): Promise<void> {
    const { Executions, NextToken } = await this.#page(undefined, signal);
    this.#executions = Executions;
    this.#token = NextToken;
    this.#isLoaded = true;
  }

  async more(): Promise<void> {
    if (this.#token === undefined) return;
    const { Executions, NextToken } = await this.#page(this.#token);
    const known = new Set(this.#executions.map(({ ExecutionId }) => ExecutionId));
    this.#executions = [...this.#executions, ...Executions.filter(({ ExecutionId }) => !known.has(ExecutionId))];
    this.#token = NextToken;
  }

  /** Looks at the first page again; what was loaded below it stays. Answers whether anything is different. */
  async refresh(signal?: AbortSignal): Promise<boolean> {
    const { Executions } = await this.#page(undefined, signal);
    const before = JSON.stringify(this.#executions);
    this.#executions = [...Executions, ...this.#below(Executions)];
    return JSON.stringify(this.#executions) !== before;
  }

  /** What stands behind a first page. What is on that page no longer is gone, unless others have pushed it down. */
  #below(first: readonly Execution[]): Execution[] {
    if (first.length < PAGE) return [];
    const fresh = new Set(first.map(({ ExecutionId }) => ExecutionId));
    const edge = startOf(first.at(-1));
    return this.#executions.filter((it) => !fresh.has(it.ExecutionId) && startOf(it) <= edge);
  }

  #page(NextToken: string | undefined, signal?: AbortSignal) {
    const { status: Status, template: TemplateName } = this.#filters;
    const order = { SortField: 'StartDate', SortOrder: 'Descending' } as const;
    return this.#api.listExecutions({ Status, TemplateName, ...order, MaxResults: PAGE, NextToken }, { signal });
  }
}

/** When an execution began, in milliseconds of the epoch; 0 where that is not known. */
export const startOf = (execution: Execution | undefined): number => instant(execution?.StartDate)?.getTime() ?? 0;
