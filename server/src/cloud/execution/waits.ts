import type { Execution, TaskExecution } from '../api/answers.ts';
import { isFinal } from '../api/executionStatus.ts';
import type { OosApi } from '../api/oosApi.ts';
import type { CallOptions } from '../transport.ts';
import { gathered } from './gathered.ts';
import { isLooping } from './loopProgress.ts';
import { tasksInOrder } from './tasksInOrder.ts';
import { veilOver } from './veil.ts';

/**
 * approval: ACS::Approve. risk: a risky task before it starts. pause: ACS::Pause. batch: a loop between two batches. debug:
 * for the next task in Mode Debug. failure: after a failed task in Mode FailurePause. trigger: nobody can do anything.
 */
type WaitKind = 'approval' | 'risk' | 'pause' | 'batch' | 'debug' | 'failure' | 'trigger';

/** An execution that waits for somebody. */
export interface Wait {
  readonly kind: WaitKind;
  /** The one that is watched, or one that it has started. */
  readonly execution: Execution;
  /** The tasks that wait, the first ones first. None in Mode Debug. */
  readonly tasks: readonly TaskExecution[];
}

/** Nobody looks further down: each level is a template that runs another. */
const DEEPEST = 4;

/**
 * What an execution waits for, and what those wait for that it has started, without the values of `secrets`. Rejects with an
 * OosError.
 */
export async function findWaits(
  api: OosApi,
  execution: Execution,
  tasks: readonly TaskExecution[],
  options: CallOptions,
  depth = 0,
): Promise<Wait[]> {
  const own = execution.Status === 'Waiting' ? [await waitOf(api, execution, tasks, options)] : [];
  const mayWaitBelow = tasks.some(({ Status, ChildExecutionId }) => ChildExecutionId && !isFinal(Status));
  if (!mayWaitBelow || depth === DEEPEST) return own;
  const below: Wait[] = [];
  const veil = veilOver(options.secrets ?? []);
  const request = { ParentExecutionId: execution.ExecutionId };
  for await (const child of api.each('ListExecutions', request, { ...options, most: 100 })) {
    if (isFinal(child.Status)) continue;
    const inner = await gathered(
      api.each('ListTaskExecutions', { ExecutionId: child.ExecutionId }, { ...options, most: 100 }),
    );
    below.push(
      ...(await findWaits(api, veil.execution(child), tasksInOrder(inner).map(veil.task), options, depth + 1)),
    );
  }
  return [...own, ...below];
}

async function waitOf(
  api: OosApi,
  execution: Execution,
  tasks: readonly TaskExecution[],
  options: CallOptions,
): Promise<Wait> {
  const request = {
    ExecutionId: execution.ExecutionId,
    Status: 'Waiting',
    IncludeChildTaskExecution: true,
    SortField: 'StartDate',
    SortOrder: 'Ascending',
  } as const;
  const waiting = await gathered(api.each('ListTaskExecutions', request, { ...options, most: 20 }));
  return waitFor(execution, tasksInOrder(waiting).map(veilOver(options.secrets ?? []).task), tasks);
}

/** `waiting`: the tasks with this status; `tasks`: all that belong to no other task. */
export function waitFor(
  execution: Execution,
  waiting: readonly TaskExecution[],
  tasks: readonly TaskExecution[],
): Wait {
  const [first] = waiting;
  if (first) return { kind: kindOf(first, execution), execution, tasks: waiting };
  const failed = tasks.filter(({ Status }) => Status === 'Failed').slice(-1);
  return execution.Mode === 'FailurePause' && failed.length > 0
    ? { kind: 'failure', execution, tasks: failed }
    : { kind: execution.Mode === 'Debug' ? 'debug' : 'approval', execution, tasks: [] };
}

/** Which values WaitingStatus has is not documented; those of the Local OOS are understood, else the task tells. */
function kindOf(task: TaskExecution, { Mode, WaitingStatus }: Execution): WaitKind {
  const action = (task.TaskAction ?? '').toLowerCase();
  if (action === 'acs::approve') return 'approval';
  if (action === 'acs::pause') return 'pause';
  if (/trigger$/.test(action)) return 'trigger';
  if (WaitingStatus === 'risk' || WaitingStatus === 'batch' || WaitingStatus === 'failure') return WaitingStatus;
  if (Mode === 'FailurePause' && task.StatusMessage) return 'failure';
  return isLooping(task) ? 'batch' : 'risk';
}
