import type { Execution } from '../../../../server/src/cloud/api/answers.ts';
import { isFinal } from '../../../../server/src/cloud/api/executionStatus.ts';
import type { RequestOf } from '../../../../server/src/cloud/api/operations.ts';
import type { Wait } from '../../../../server/src/cloud/execution/waits.ts';
import { isMap } from '../../isMap.ts';
import type { Translate } from '../../translate.ts';

export type NotifyRequest = RequestOf<'NotifyExecution'>;
export type Verb = NotifyRequest['NotifyType'];

export const verbs: readonly Verb[] = [
  'Approve',
  'Reject',
  'RetryTask',
  'SkipTask',
  'ExecuteTask',
  'CancelTask',
  'CompleteExecution',
];

/** What can be done about a wait (API reference, NotifyExecution). A trigger waits for itself. */
export function verbsFor({ kind }: Pick<Wait, 'kind'>): readonly Verb[] {
  switch (kind) {
    case 'trigger':
      return [];
    case 'failure':
      return ['RetryTask', 'SkipTask'];
    case 'debug':
      return ['ExecuteTask', 'CompleteExecution'];
    default:
      return ['Approve', 'Reject'];
  }
}

/** What can be said to an execution while one of its tasks goes on. */
export const verbsWhileRunning = ({ Mode, Status }: Pick<Execution, 'Mode' | 'Status'>): readonly Verb[] =>
  Mode === 'Debug' && Status !== 'Waiting' && !isFinal(Status) ? ['CancelTask', 'CompleteExecution'] : [];

/** What a wait may be about. */
const kinds: readonly string[] = [
  'approval',
  'risk',
  'pause',
  'batch',
  'debug',
  'failure',
  'trigger',
] satisfies Wait['kind'][];
const isKind = (text: string): text is Wait['kind'] => kinds.includes(text);

/**
 * What may be said to an execution of a list. Which values WaitingStatus has is not documented; where it has none of those of the
 * Local OOS, the mode tells what is possible.
 */
export function verbsInList(execution: Pick<Execution, 'Mode' | 'Status' | 'WaitingStatus'>): readonly Verb[] {
  const { Mode, Status, WaitingStatus = '' } = execution;
  if (Status !== 'Waiting') return verbsWhileRunning(execution);
  if (isKind(WaitingStatus)) return verbsFor({ kind: WaitingStatus });
  const ofMode = Mode === 'FailurePause' ? ('failure' as const) : Mode === 'Debug' ? ('debug' as const) : undefined;
  return [...verbsFor({ kind: 'approval' }), ...(ofMode ? verbsFor({ kind: ofMode }) : [])];
}

/** What the button for a verb says. */
export function verbLabel(verb: Verb, t: Translate): string {
  const labels: Readonly<Record<Verb, string>> = {
    Approve: t('Approve'),
    Reject: t('Reject'),
    RetryTask: t('Retry'),
    SkipTask: t('Skip'),
    ExecuteTask: t('Execute'),
    CancelTask: t('Cancel the Task'),
    CompleteExecution: t('Complete'),
  };
  return labels[verb];
}

/** The command of the editor that says it, after a question. */
export function verbCommand(verb: Verb): string {
  const names: Readonly<Record<Verb, string>> = {
    Approve: 'approve',
    Reject: 'reject',
    RetryTask: 'retryTask',
    SkipTask: 'skipTask',
    ExecuteTask: 'executeTask',
    CancelTask: 'cancelTask',
    CompleteExecution: 'complete',
  };
  return `oos.executions.${names[verb]}`;
}

/** What comes with a verb. */
export interface VerbDetails {
  readonly note?: string | undefined;
  /** With ExecuteTask. */
  readonly taskName?: string | undefined;
  /** With ExecuteTask: properties that take the place of those in the template. */
  readonly parameters?: Readonly<Record<string, unknown>> | undefined;
  /** With CompleteExecution. */
  readonly status?: 'Success' | 'Failed' | 'Cancelled' | undefined;
}

/** How the service is told. `wait`: undefined for what is said about the execution as a whole. */
export function notifyRequest(
  execution: Pick<Execution, 'ExecutionId'>,
  wait: Pick<Wait, 'tasks'> | undefined,
  verb: Verb,
  { note, taskName, parameters, status = 'Success' }: VerbDetails,
): NotifyRequest {
  const [task] = wait?.tasks ?? [];
  const isAboutTask = !['ExecuteTask', 'CompleteExecution', 'CancelTask'].includes(verb);
  return {
    ExecutionId: execution.ExecutionId,
    NotifyType: verb,
    ...(isAboutTask && task && { TaskExecutionId: task.TaskExecutionId }),
    ...(note?.trim() && { NotifyNote: note.trim() }),
    ...(verb === 'ExecuteTask' && taskName && { TaskName: taskName }),
    ...(verb === 'ExecuteTask' && parameters && { Parameters: parameters }),
    ...(verb === 'CompleteExecution' && { ExecutionStatus: status }),
  };
}

/** What was typed for the properties of a task; `wrong` where it is no JSON map. Empty text is nothing. */
export function readProperties(text: string): Readonly<Record<string, unknown>> | 'wrong' | undefined {
  if (text.trim() === '') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isMap(value) ? value : 'wrong';
  } catch {
    return 'wrong';
  }
}

/** The task behind the last that has run, in the order of the template; which one a jump leads to is not known here. */
export function nextTask(names: readonly string[], ran: readonly (string | undefined)[]): string | undefined {
  const last = ran.at(-1)?.toLowerCase();
  if (last === undefined) return names[0];
  const at = names.findIndex((name) => name.toLowerCase() === last);
  return at < 0 ? undefined : names[at + 1];
}
