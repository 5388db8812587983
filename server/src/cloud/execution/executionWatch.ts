import type { Execution, TaskExecution } from '../api/answers.ts';
import { isFinal } from '../api/executionStatus.ts';
import type { OosApi } from '../api/oosApi.ts';
import type { CallOptions } from '../transport.ts';
import { gathered } from './gathered.ts';
import { type LogLine, LogTail } from './logTail.ts';
import { loopProgress } from './loopProgress.ts';
import { tasksInOrder } from './tasksInOrder.ts';
import { type Veil, veilOver } from './veil.ts';
import { findWaits, type Wait } from './waits.ts';

/** How an execution stands at one moment. */
export interface Sight {
  readonly execution: Execution;
  /** The tasks that belong to no other task, the oldest first. */
  readonly tasks: readonly TaskExecution[];
  /** Those that are new, or have another status or got further in their loop, since the last look. */
  readonly changed: readonly TaskExecution[];
  /** The log lines since the last look, the oldest first. Empty unless they are asked for. */
  readonly logs: readonly LogLine[];
  /** What it waits for, also in executions that it has started. */
  readonly waits: readonly Wait[];
}

export interface WatchOptions {
  readonly logs?: boolean;
  /** Values that nothing may show, neither a sight nor an error. */
  readonly secrets?: readonly string[];
}

/** Looks at one execution again and again and tells what is new. */
export class ExecutionWatch {
  readonly #api: OosApi;
  readonly #id: string;
  readonly #secrets: readonly string[];
  readonly #veil: Veil;
  readonly #tail: LogTail | undefined;
  readonly #seen = new Map<string, string>();

  constructor(api: OosApi, id: string, { logs = false, secrets = [] }: WatchOptions = {}) {
    this.#api = api;
    this.#id = id;
    this.#secrets = secrets;
    this.#veil = veilOver(secrets);
    this.#tail = logs ? new LogTail(api, { ExecutionId: id }) : undefined;
  }

  /**
   * Rejects with an OosError; then the next look tells what this one would have. The execution is asked for first, so a final
   * one comes with all of its tasks and lines.
   */
  async look(signal?: AbortSignal): Promise<Sight> {
    const options = { signal, secrets: this.#secrets };
    const execution = this.#veil.execution(await this.#api.getExecution(this.#id, options));
    const tasks = (await this.#tasks(options)).map(this.#veil.task);
    const waits = isFinal(execution.Status) ? [] : await findWaits(this.#api, execution, tasks, options);
    const logs = ((await this.#tail?.next(options)) ?? []).map(this.#veil.log);
    return { execution, tasks, changed: tasks.filter((it) => this.#isNews(it)), logs, waits };
  }

  async #tasks(options: CallOptions): Promise<TaskExecution[]> {
    const request = { ExecutionId: this.#id, SortField: 'StartDate', SortOrder: 'Ascending' } as const;
    return tasksInOrder(await gathered(this.#api.each('ListTaskExecutions', request, options)));
  }

  #isNews(task: TaskExecution): boolean {
    const { done, total } = loopProgress(task) ?? {};
    const state = JSON.stringify([task.Status, done, total]);
    if (this.#seen.get(task.TaskExecutionId) === state) return false;
    this.#seen.set(task.TaskExecutionId, state);
    return true;
  }
}

const SHORTEST_PAUSE = 1000;
const LONGEST_PAUSE = 5000;

/** How many milliseconds to wait before the next look: more and more while nothing happens. */
export function nextPause(last: number | undefined, isNews: boolean): number {
  return last === undefined || isNews ? SHORTEST_PAUSE : Math.min(LONGEST_PAUSE, last * 1.5);
}
