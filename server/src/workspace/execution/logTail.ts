import type { ExecutionLog } from '../../cloud/api/answers.ts';
import type { OosApi } from '../../cloud/api/oosApi.ts';
import { instant } from '../../cloud/instant.ts';
import type { CallOptions } from '../../cloud/transport.ts';

/** Lines may arrive that much later than their time says, in milliseconds. */
const TOLERANCE = 60_000;

/** The logs of an execution, or of one of its tasks, as they grow. */
export class LogTail {
  readonly #api: OosApi;
  readonly #request: { readonly ExecutionId: string; readonly TaskExecutionId?: string };
  /** How often each line has been told: the same line may stand there more than once. */
  readonly #told = new Map<string, number>();
  #newest = Number.NEGATIVE_INFINITY;

  constructor(api: OosApi, request: { readonly ExecutionId: string; readonly TaskExecutionId?: string }) {
    this.#api = api;
    this.#request = request;
  }

  /** The lines since the last time, the oldest first. Rejects with an OosError; then no line is lost. */
  async next(options?: CallOptions): Promise<ExecutionLog[]> {
    const lines = oldestFirst(await this.#fetch(options));
    const counts = new Map<string, number>();
    const news = lines.filter((line) => {
      const key = JSON.stringify([line.TaskExecutionId, line.LogType, line.Timestamp, line.Message]);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count > (this.#told.get(key) ?? 0);
    });
    for (const [key, count] of counts) this.#told.set(key, Math.max(count, this.#told.get(key) ?? 0));
    this.#newest = Math.max(this.#newest, ...lines.slice(-1).map(timeOf));
    return news;
  }

  /** Where the newest lines come first, as the samples have it, what is long known is not fetched again. */
  async #fetch(options: CallOptions | undefined): Promise<ExecutionLog[]> {
    const lines: ExecutionLog[] = [];
    for await (const line of this.#api.each('ListExecutionLogs', this.#request, options)) {
      lines.push(line);
      const [first = line] = lines;
      const isDescending = timeOf(line) < timeOf(first);
      if (isDescending && timeOf(line) < this.#newest - TOLERANCE) break;
    }
    return lines;
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
