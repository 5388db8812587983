import type { TaskExecution } from '../../../server/src/cloud/api/answers.ts';
import { isFinal } from '../../../server/src/cloud/api/executionStatus.ts';
import type { OosApi } from '../../../server/src/cloud/api/oosApi.ts';
import { tasksInOrder } from '../../../server/src/cloud/execution/tasksInOrder.ts';
import type { Veil } from '../../../server/src/cloud/execution/veil.ts';
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

  /** Fetches anew what may have changed. */
  async refresh(tasks: readonly TaskExecution[]): Promise<void> {
    for (const [id, { most, isOver }] of [...this.#loops]) {
      if (isOver) continue;
      await this.#fetch(id, most, isFinal(tasks.find((it) => it.TaskExecutionId === id)?.Status));
    }
  }

  async #fetch(task: string, most: number, isOver: boolean): Promise<void> {
    const request = {
      ExecutionId: this.#executionId,
      ParentTaskExecutionId: task,
      SortField: 'StartDate',
      SortOrder: 'Ascending',
    } as const;
    const items: TaskExecution[] = [];
    for await (const it of this.#api.each('ListTaskExecutions', request, { most: most + 1 })) {
      items.push(this.#veil.task(it));
    }
    this.#loops.set(task, { items: tasksInOrder(items.slice(0, most)), hasMore: items.length > most, most, isOver });
  }
}
