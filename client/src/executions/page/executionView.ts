import type { Execution, TaskExecution } from '../../../../server/src/cloud/api/answers.ts';
import { isFinal } from '../../../../server/src/cloud/api/executionStatus.ts';
import type { Sight } from '../../../../server/src/cloud/execution/executionWatch.ts';
import { isLooping, loopProgress } from '../../../../server/src/cloud/execution/loopProgress.ts';
import type { Wait } from '../../../../server/src/cloud/execution/waits.ts';
import { instant } from '../../../../server/src/cloud/instant.ts';
import { membersOf } from '../../membersOf.ts';
import type { Translate } from '../../translate.ts';
import type { Fact } from '../../webview/pageMessages.ts';
import { statusView } from '../statusWords.ts';
import { type TaskPlan, waitSentences, waitValues } from '../waits/waitDetails.ts';
import { waitId, waitTitle } from '../waits/waitText.ts';
import { nextTask, type Verb, verbLabel, verbsFor, verbsWhileRunning } from '../waits/waitVerbs.ts';
import type { ExecutionTexts, ExecutionView, LoopView, TaskView, VerbView, WaitView } from './executionMessages.ts';

/** The items of a loop that somebody has opened. */
export interface OpenLoop {
  readonly items: readonly TaskExecution[];
  readonly hasMore: boolean;
}

export interface ViewParts {
  readonly sight: Sight;
  /** What people call the execution. */
  readonly name: string;
  /** Who is asked, and where. */
  readonly caller: readonly Fact[];
  /** By the ids of the tasks that loop. */
  readonly loops: ReadonlyMap<string, OpenLoop>;
  /** The outermost tasks of the template by name, in their order; empty where it is not known. */
  readonly taskNames: readonly string[];
  /** What waits before it begins, by the ids of the waits. */
  readonly plans: ReadonlyMap<string, TaskPlan>;
  readonly clockAhead: number;
  readonly trouble: string;
  /** Names a wait. Where it was answered and the service still has it, it is another one, in which nothing is written yet. */
  readonly keyOf: (wait: Wait) => string;
  /** A time as people read it. */
  readonly moment: (time: Date) => string;
}

/** Longer values are opened in an editor. In characters. */
const LONGEST_JSON = 20_000;

/** What the page of an execution shows, in the language of the editor. */
export function executionView({ sight, ...parts }: ViewParts, t: Translate): ExecutionView {
  const { execution, tasks, waits } = sight;
  return {
    id: execution.ExecutionId,
    heading: parts.name,
    status: statusView(execution.Status, t),
    message: execution.StatusMessage ?? '',
    started: time(execution.StartDate),
    ended: isFinal(execution.Status) ? time(execution.EndDate) : undefined,
    clockAhead: parts.clockAhead,
    facts: facts(execution, parts, t),
    parent: execution.ParentExecutionId || undefined,
    waits: waits.map((it) => waitView(it, sight, parts, t)),
    verbs: verbViews(verbsWhileRunning(execution), t),
    actions: actions(execution, t),
    tasks: tasks.map((it) => taskView(it, parts.loops, t)),
    parameters: json(execution.Parameters),
    outputs: json(execution.Outputs),
    trouble: parts.trouble,
    texts: executionTexts(t),
  };
}

/**
 * By how many milliseconds the clock of the service is ahead of that of this machine, at least: nothing can have happened after it
 * was told. `at`: when that was, in milliseconds of the epoch.
 */
export function clockAhead({ execution, tasks }: Pick<Sight, 'execution' | 'tasks'>, at: number): number {
  const dates = [execution, ...tasks].flatMap((it) => [it.StartDate, it.UpdateDate, it.EndDate]);
  return Math.max(0, ...dates.map((it) => (time(it) ?? at) - at));
}

const time = (text: string | undefined): number | undefined => instant(text)?.getTime();

/** Empty where there is nothing to show. */
function json(value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'object' && Object.keys(value).length === 0) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value, undefined, 2);
  return text.length > LONGEST_JSON ? `${text.slice(0, LONGEST_JSON)}…` : text;
}

function facts(execution: Execution, { caller, moment }: Pick<ViewParts, 'caller' | 'moment'>, t: Translate): Fact[] {
  const when = (text: string | undefined) => {
    const found = instant(text);
    return found ? moment(found) : text;
  };
  const tags = Object.entries(execution.Tags ?? {}).map(([key, value]) => `${key}=${value}`);
  const all = [
    { label: t('Execution'), value: execution.ExecutionId },
    { label: t('Description'), value: execution.Description },
    { label: t('Started at'), value: when(execution.StartDate) },
    { label: t('Ended at'), value: isFinal(execution.Status) ? when(execution.EndDate) : undefined },
    { label: t('Mode'), value: execution.Mode },
    { label: t('Loops'), value: execution.LoopMode },
    { label: t('Safety check'), value: execution.SafetyCheck },
    { label: t('Started by'), value: execution.ExecutedBy },
    { label: t('Role'), value: execution.RamRole },
    { label: t('Tags'), value: tags.join(', ') },
  ];
  return [...all.flatMap(({ label, value }) => (value ? [{ label, value }] : [])), ...caller];
}

function waitView(
  wait: Wait,
  { execution, tasks }: Sight,
  { taskNames, plans, caller, keyOf }: Pick<ViewParts, 'taskNames' | 'plans' | 'caller' | 'keyOf'>,
  t: Translate,
): WaitView {
  const [task] = wait.tasks;
  const isDebug = wait.kind === 'debug' && wait.execution.ExecutionId === execution.ExecutionId;
  const plan = plans.get(waitId(wait));
  const ran = tasks.map(({ TaskName }) => TaskName);
  return {
    key: keyOf(wait),
    title: waitTitle(wait, t),
    message: task?.StatusMessage ?? '',
    sentences: waitSentences(wait, plan, t),
    details: json(waitValues(wait, plan)),
    caller: caller.map(({ value }) => value).join(' · '),
    verbs: verbViews(verbsFor(wait), t),
    tasks: isDebug ? taskNames : [],
    next: isDebug ? nextTask(taskNames, ran) : undefined,
  };
}

const verbViews = (verbs: readonly Verb[], t: Translate): VerbView[] =>
  verbs.map((verb) => ({ verb, label: verbLabel(verb, t) }));

function actions({ Status }: Execution, t: Translate): ExecutionView['actions'] {
  const always = [
    { action: 'logs', label: t('Logs') },
    { action: 'source', label: t('Template') },
    { action: 'refresh', label: t('Refresh') },
  ] as const;
  return isFinal(Status)
    ? [{ action: 'runAgain', label: t('Run Again...') }, ...always, { action: 'delete', label: t('Delete...') }]
    : [{ action: 'cancel', label: t('Cancel the Execution...') }, ...always];
}

/** `loops`: those that are open. */
function taskView(task: TaskExecution, loops: ReadonlyMap<string, OpenLoop>, t: Translate): TaskView {
  const { TaskExecutionId: id, TaskName, Status } = task;
  const item = task.LoopItem || undefined;
  const progress = loopProgress(task);
  return {
    id,
    name: item ?? TaskName ?? id,
    action: item === undefined ? (task.TaskAction ?? '') : '',
    status: statusView(Status, t),
    started: time(task.StartDate),
    ended: isFinal(Status) || Status === 'Skipped' ? time(task.EndDate) : undefined,
    message: task.StatusMessage ?? '',
    note: noteOf(task),
    inputs: json(task.Properties),
    outputs: json(task.Outputs),
    progress: progress ? t('{0} of {1} done', progress.done, progress.total) : '',
    loop: isLooping(task) ? loopView(loops.get(id), t) : undefined,
    child: task.ChildExecutionId || undefined,
    hasSource: item === undefined && Boolean(TaskName),
  };
}

/** What ExtraData holds is not documented but for the name of this member. */
function noteOf({ ExtraData }: TaskExecution): string {
  const { NotifyNote } = membersOf(ExtraData);
  return typeof NotifyNote === 'string' ? NotifyNote : '';
}

function loopView(open: OpenLoop | undefined, t: Translate): LoopView {
  const none: ReadonlyMap<string, OpenLoop> = new Map();
  return {
    isOpen: open !== undefined,
    items: open?.items.map((it) => taskView(it, none, t)) ?? [],
    hasMore: open?.hasMore ?? false,
  };
}

const executionTexts = (t: Translate): ExecutionTexts => ({
  tasks: t('Tasks'),
  noTasks: t('No task has begun yet.'),
  about: t('About this execution'),
  parameters: t('Parameters'),
  inputs: t('Inputs'),
  outputs: t('Outputs'),
  took: t('took {0}', '{0}'),
  runningFor: t('for {0} now', '{0}'),
  seconds: t('{0} s', '{0}'),
  minutes: t('{0} min {1} s', '{0}', '{1}'),
  hours: t('{0} h {1} min', '{0}', '{1}'),
  note: t('Note (optional)'),
  noted: t('Note: {0}', '{0}'),
  task: t('Next task'),
  properties: t('Other properties for it, as JSON (optional)'),
  endAs: t('End it as'),
  endings: ['Success', 'Failed', 'Cancelled'].map((value) => ({ value, label: statusView(value, t).word })),
  items: t('Show the items'),
  hideItems: t('Hide the items'),
  more: t('Load more'),
  openChild: t('Open the execution that it started'),
  openParent: t('Open the execution that started this one'),
  showInTemplate: t('Show {0} in the template', '{0}'),
  openInEditor: t('Open in an editor'),
  item: t('Items of {0}', '{0}'),
  loading: t('Loading...'),
  telling: t('Telling OOS...'),
});
