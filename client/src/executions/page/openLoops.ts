import type { TaskExecution } from '../../../../server/src/cloud/api/answers.ts';
import { isFinal } from '../../../../server/src/cloud/api/executionStatus.ts';
import type { OosApi } from '../../../../server/src/cloud/api/oosApi.ts';
import { tasksInOrder } from '../../../../server/src/cloud/execution/tasksInOrder.ts';
import type { Veil } from '../../../../server/src/cloud/execution/veil.ts';
import { instant } from '../../../../server/src/cloud/instant.ts';
import type { OpenLoop } from './executionView.ts';

const PAGE = 50;

/** The items of loops that somebody has opened. They are fetched again as long as their loop goes on. */
export class OpenLoops {
  readonly #api: OosApi;
  readonly #executionId: string;
  readonly #veil: Veil;
  readonly #loops = new Map<string, OpenLoop & { readonly most: number; readonly isOver: boolean }>();

  constructor(api: OosApi, executionId: string, veil: Veil) {
    this.#api = api;
    this.#executionId = executionId;
    this.#veil = veil;
  }

  get loops(): ReadonlyMap<string, OpenLoop> {
    return this.#loops;
  }

  /** Rejects with an OosError, like the next one. */
  async open(task: string): Promise<void> {
    await this.#fetch(task, PAGE, false);
  }

  async more(task: string): Promise<void> {
    const loop = this.#loops.get(task);
    if (loop) await this.#fetch(task, loop.most + PAGE, loop.isOver);
  }

  close(task: string): void {
    this.#loops.delete(task);
  }

  /** Fetches anew what may have changed, and all of it when a loop has ended: until then an item may be missed that never began. */
  async refresh(tasks: readonly TaskExecution[]): Promise<void> {
    for (const [id, loop] of [...this.#loops]) {
      if (loop.isOver) continue;
      const isOver = isFinal(tasks.find((it) => it.TaskExecutionId === id)?.Status);
      await this.#fetch(id, loop.most, isOver, loop);
    }
  }

  /** `known`: what was fetched before. As long as the loop goes on, only the items are fetched that may have changed. */
  async #fetch(task: string, most: number, isOver: boolean, known?: OpenLoop): Promise<void> {
    const since = known && !isOver ? changingSince(known.items) : undefined;
    const request = {
      ExecutionId: this.#executionId,
      ParentTaskExecutionId: task,
      SortField: 'StartDate',
      SortOrder: 'Ascending',
      StartDateAfter: since && `${since.toISOString().slice(0, 19)}Z`,
    } as const;
    const settled = since ? (known?.items.filter((it) => begin(it) < since.getTime()) ?? []) : [];
    const items = new Map(since ? known?.items.map((it) => [it.TaskExecutionId, it]) : []);
    for await (const it of this.#api.each('ListTaskExecutions', request, { most: most + 1 - settled.length })) {
      items.set(it.TaskExecutionId, this.#veil.task(it));
    }
    // It was closed in the meantime.
    if (known && !this.#loops.has(task)) return;
    const hasMore = items.size > most || (since !== undefined && known?.hasMore === true);
    this.#loops.set(task, { items: tasksInOrder([...items.values()].slice(0, most)), hasMore, most, isOver });
  }
}

const begin = ({ StartDate }: TaskExecution): number => instant(StartDate)?.getTime() ?? Number.POSITIVE_INFINITY;

/**
 * When the first of the items began that go on or may be tried again; where there is none, the last one of all: later ones begin
 * later. Undefined where none has begun. A second is added, since nobody knows whether the service counts the very moment in.
 */
function changingSince(items: readonly TaskExecution[]): Date | undefined {
  const begun = items.filter((it) => Number.isFinite(begin(it)));
  const changing = begun.filter(({ Status }) => !isFinal(Status) || Status === 'Failed');
  const since = changing.length > 0 ? Math.min(...changing.map(begin)) : Math.max(...begun.map(begin));
  return Number.isFinite(since) ? new Date(since - 1000) : undefined;
}
