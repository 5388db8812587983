import type { ExecutionLog, TaskExecution } from '../api/answers.ts';
import type { OosApi } from '../api/oosApi.ts';
import { instant } from '../instant.ts';
import type { CallOptions } from '../transport.ts';
import { gathered } from './gathered.ts';

/** A line of the logs, and the name of the task that it is about. */
export interface LogLine {
  readonly log: ExecutionLog;
  readonly task: string | undefined;
  /** Of a task in a loop: the item that it is for. */
  readonly item?: string | undefined;
}

/** What the logs are of: an execution, or one task of it. */
interface LogSource {
  readonly ExecutionId: string;
  readonly TaskExecutionId?: string;
}

/** Lines may arrive that much later than their time says, in milliseconds. */
const TOLERANCE = 60_000;

/** The logs of an execution as they grow. */
export class LogTail {
  readonly #api: OosApi;
  readonly #source: LogSource;
  /** How often each line has been told: the same line may stand there more than once. */
  readonly #told = new Map<string, number>();
  #newest = Number.NEGATIVE_INFINITY;
  #tasks: readonly TaskExecution[] = [];

  constructor(api: OosApi, source: LogSource) {
    this.#api = api;
    this.#source = source;
  }

  /** The lines since the last time, the oldest first. Rejects with an OosError; then no line is lost. */
  async next(options?: CallOptions): Promise<LogLine[]> {
    const lines = oldestFirst(await this.#fetch(options));
    await this.#findTasks(lines, options);
    const counts = new Map<string, number>();
    const news = lines.filter((line) => {
      const key = JSON.stringify([line.TaskExecutionId, line.LogType, line.Timestamp, line.Message]);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count > (this.#told.get(key) ?? 0);
    });
    for (const [key, count] of counts) this.#told.set(key, Math.max(count, this.#told.get(key) ?? 0));
    this.#newest = Math.max(this.#newest, ...lines.slice(-1).map(timeOf));
    return news.map((log) => {
      const { TaskName: task, LoopItem } = this.#taskOf(log) ?? {};
      return { log, task, item: LoopItem || undefined };
    });
  }

  /** Where the newest lines come first, as the samples have it, what is long known is not fetched again. */
  async #fetch(options: CallOptions | undefined): Promise<ExecutionLog[]> {
    const lines: ExecutionLog[] = [];
    for await (const line of this.#api.each('ListExecutionLogs', this.#source, options)) {
      lines.push(line);
      const [first = line] = lines;
      const isDescending = timeOf(line) < timeOf(first);
      if (isDescending && timeOf(line) < this.#newest - TOLERANCE) break;
    }
    return lines;
  }

  /** Asks for the tasks when there is a line of one that is not known yet. */
  async #findTasks(lines: readonly ExecutionLog[], options: CallOptions | undefined): Promise<void> {
    const { ExecutionId, TaskExecutionId } = this.#source;
    const isUnknown = (it: ExecutionLog) => Boolean(it.TaskExecutionId) && this.#taskOf(it) === undefined;
    if (TaskExecutionId !== undefined || !lines.some(isUnknown)) return;
    const request = { ExecutionId, IncludeChildTaskExecution: true };
    this.#tasks = await gathered(this.#api.each('ListTaskExecutions', request, options));
  }

  #taskOf(log: ExecutionLog): TaskExecution | undefined {
    return this.#tasks.find(({ TaskExecutionId }) => TaskExecutionId === log.TaskExecutionId);
  }
}

const timeOf = ({ Timestamp }: ExecutionLog): number => instant(Timestamp)?.getTime() ?? Number.POSITIVE_INFINITY;

/** Lines of the same second stay in the order in which the service has them: backwards, when the newest come first. */
function oldestFirst(lines: readonly ExecutionLog[]): ExecutionLog[] {
  const [first] = lines;
  const last = lines.at(-1);
  const isAscending = first !== undefined && last !== undefined && timeOf(first) < timeOf(last);
  return (isAscending ? [...lines] : lines.toReversed()).sort((a, b) => compare(timeOf(a), timeOf(b)));
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
