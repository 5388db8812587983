import type { TaskExecution } from '../api/answers.ts';
import type { OosApi } from '../api/oosApi.ts';
import type { CallOptions } from '../transport.ts';
import { gathered } from './gathered.ts';
import { type LogLine, LogTail } from './logTail.ts';
import { tasksInOrder } from './tasksInOrder.ts';
import { veilOver } from './veil.ts';

/** A task that failed, with what was written about it. */
export interface FailedTask {
  readonly task: TaskExecution;
  /** The last lines, the oldest first. */
  readonly logs: readonly LogLine[];
}

const MOST_TASKS = 3;
const MOST_LINES = 10;
/** Each level is a template that runs another. */
const DEEPEST = 4;

/**
 * The first tasks that failed, as far inside as the cause is to be found: items of loops rather than the loop, tasks of an
 * execution that was started rather than the one that started it. None
 * of them tells a value of `secrets`. Rejects with an OosError.
 */
export async function failedTasks(api: OosApi, executionId: string, options?: CallOptions): Promise<FailedTask[]> {
  const innermost = await failedIn(api, executionId, options, 0);
  const veil = veilOver(options?.secrets ?? []);
  return Promise.all(
    innermost.slice(0, MOST_TASKS).map(async (task) => {
      const request = { ExecutionId: task.ExecutionId ?? executionId, TaskExecutionId: task.TaskExecutionId };
      const logs = (await new LogTail(api, request).next(options)).slice(-MOST_LINES);
      return { task: veil.task(task), logs: logs.map(veil.log) };
    }),
  );
}

async function failedIn(
  api: OosApi,
  ExecutionId: string,
  options: CallOptions | undefined,
  depth: number,
): Promise<TaskExecution[]> {
  const request = {
    ExecutionId,
    Status: 'Failed',
    IncludeChildTaskExecution: true,
    SortField: 'StartDate',
    SortOrder: 'Ascending',
  } as const;
  const failed = tasksInOrder(await gathered(api.each('ListTaskExecutions', request, { ...options, most: 100 })));
  const parents = new Set(failed.map(({ ParentTaskExecutionId }) => ParentTaskExecutionId));
  const innermost = failed.filter(({ TaskExecutionId }) => !parents.has(TaskExecutionId)).slice(0, MOST_TASKS);
  const found: TaskExecution[] = [];
  for (const task of innermost) {
    const { ChildExecutionId: child } = task;
    const below = child && depth < DEEPEST ? await failedIn(api, child, options, depth + 1) : [];
    found.push(...(below.length > 0 ? below : [task]));
  }
  return found;
}
