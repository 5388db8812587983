import type { Json, JsonMap } from './json.ts';

/*
 * The face of this layer:
 *   parameterProblems(template, given, environment): readonly string[]   parameters.ts, before an execution is accepted
 *   startRun(template, given, options): Run                              startRun.ts
 *   step(run, template, event): StepResult                               step.ts
 * A run whose parameters have problems is Failed from the start.
 */

/**
 * One execution of a template as plain JSON data: it may be written to a file after any step and read back. It is never
 * changed. A step gives a new run in which everything that stayed the same is the same object, so a host finds what
 * changed by comparing with `===` (`after.tasks[i] !== before.tasks[i]`). Tasks are only ever added at the end of `tasks`.
 * Dates are the host's: a new element of `tasks` was created, `Started` to anything else started it, a final status ended it.
 */
export interface Run {
  readonly status: RunStatus;
  /** Why it failed or was cancelled. Empty: nothing to say. */
  readonly statusMessage: string;
  /** What it waits for; undefined unless `status` is Waiting. */
  readonly waitingStatus: WaitingFor | undefined;
  readonly mode: Mode;
  readonly loopMode: PauseOption;
  readonly safetyCheck: SafetyCheck;
  /** By the names that the template declares, defaults filled in, converted to the declared types. NoEcho values too. */
  readonly parameters: JsonMap;
  /** `RamRole` of the template, evaluated; where it has none, the name that the service answers then. */
  readonly ramRole: string;
  /** `Outputs` of the template; empty until the run succeeds. */
  readonly outputs: JsonMap;
  /** In the order of their creation. */
  readonly tasks: readonly TaskExecution[];
  /** How many of the tasks that belong to no other task have each status; `Total` is all of them. */
  readonly counters: Readonly<Record<string, number>>;
  /** The pseudo-parameters by name, `ACS::` left out, as `startRun` got them; the time ones follow `now` of the events. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where the lists of tasks stand. For `execution` alone. */
  readonly flows: readonly Flow[];
  /** How many flows there have been: they are numbered. */
  readonly flowCount: number;
  /** The paths of the risky tasks, joined by `/`. Empty where nobody is to confirm them. */
  readonly risky: readonly string[];
  /** Debug waits to be told the next task; `next` is the one that would come now, undefined at the end. */
  readonly debug: { readonly next: string | undefined } | undefined;
  /** How many effects have been asked for: they are numbered. */
  readonly effects: number;
  /** The texts that nobody may be shown: see `Secrets`. Whatever the host shows of a run it shows through `hide`. */
  readonly hidden: readonly string[];
}

type RunStatus = 'Started' | 'Running' | 'Waiting' | 'Success' | 'Failed' | 'Cancelled';
export type TaskStatus = RunStatus | 'Skipped';
export type Mode = 'Automatic' | 'Debug' | 'FailurePause';
export type PauseOption = 'Automatic' | 'FirstBatchPause' | 'EveryBatchPause';
type SafetyCheck = 'ConfirmEveryHighRiskAction' | 'Skip';

/**
 * approval: ACS::Approve. risk: a risky task before it starts. pause: ACS::Pause. batch: a loop between two batches. All four
 * are answered by Approve and Reject. debug: ExecuteTask, CompleteExecution. failure: RetryTask, SkipTask. trigger: nothing
 * but a cancel ends it.
 */
export type WaitingFor = 'approval' | 'risk' | 'pause' | 'batch' | 'debug' | 'failure' | 'trigger';

export interface TaskExecution {
  /** Unique in the run: `t0001`... The host puts the id of the execution in front: `exec-1.t0001`. */
  readonly id: string;
  readonly name: string;
  readonly action: string;
  readonly status: TaskStatus;
  readonly statusMessage: string;
  /**
   * Evaluated; NoEcho values are in them, so the host masks them where it shows them. What decides later (`Choices`,
   * `LoopTasks`, `TemplateContent`) is left as it is written.
   */
  readonly properties: JsonMap;
  readonly outputs: JsonMap;
  /** The task whose loop, ACS::Loop or inline template it belongs to. */
  readonly parentId: string | undefined;
  /** Of a task with a Loop, and of ACS::Loop. */
  readonly loop: LoopProgress | undefined;
  /** The item it runs for; undefined outside loops. */
  readonly loopItem: Json | undefined;
  /** From 1; undefined outside loops. */
  readonly loopBatchNumber: number | undefined;
  /** The notes of people who approved, rejected, retried or skipped it, for `ExtraData`. */
  readonly notes: readonly string[];
  /** The list of tasks that it stands in: the id of a flow, and its place there. */
  readonly flow: number;
  readonly index: number;
  /** What ExecuteTask gave instead of properties of the template. */
  readonly given: JsonMap | undefined;
  /** What it waits for: an effect that the host owes an event for, or a person. */
  readonly pending: Pending | undefined;
  /** The raw answer, kept only where an expression reads it past the declared outputs. */
  readonly answer: Json | undefined;
  /** How often WaitFor or CheckFor has asked again. */
  readonly retries: number;
  /** Who has approved it. An approval without a name counts too. */
  readonly approvals: readonly string[];
  /** Of one item of a task with a Loop: its place among the items. */
  readonly loopIndex: number | undefined;
}

/** How far a loop is. Items are named by their place in `items`, from 0. */
export interface LoopProgress {
  readonly items: readonly Json[];
  readonly maxErrors: number;
  readonly pause: PauseOption;
  /** What is done together, in order. */
  readonly batches: readonly Batch[];
  /** The current batch, from 0. */
  readonly batch: number;
  /** How many items of the current batch have been started. */
  readonly started: number;
  readonly running: number;
  /** By item; null while it is not finished. */
  readonly results: readonly (ItemResult | null)[];
}

export interface Batch {
  readonly items: readonly number[];
  /** How many of its items run at a time. */
  readonly concurrency: number;
}

export interface ItemResult {
  readonly status: 'Success' | 'Failed' | 'Skipped';
  readonly outputs: JsonMap;
}

/** A list of tasks being run: that of the template, of a round of ACS::Loop, or of an inline template. */
export interface Flow {
  readonly id: number;
  /** The task that it belongs to; undefined: the template's own list. */
  readonly owner: string | undefined;
  /** Of a round of ACS::Loop; undefined elsewhere. */
  readonly loopItem: Json | undefined;
  readonly loopBatchNumber: number | undefined;
  readonly loopIndex: number | undefined;
  /** Of an inline template, which sees nothing from around it. */
  readonly parameters: JsonMap | undefined;
  /** The last execution of each task by its name in lower case. */
  readonly latest: Readonly<Record<string, string>>;
  /** How many tasks it has started. */
  readonly count: number;
}

/** The pending ones of a run that was read back from a file are asked for again with `pendingEffects`. */
type Pending = Request | { readonly kind: WaitingFor };

/** What the host has to do. */
export type Effect =
  | Request
  /** Nobody waits for this effect any more: stop its timer, cancel its child execution, drop its answer. */
  | { readonly kind: 'abandon'; readonly id: string; readonly task: string }
  /** A line for the logs of the execution, or of one of its tasks. */
  | { readonly kind: 'log'; readonly task: string | undefined; readonly message: string };

/** An effect that the host owes an event with this `id` for. `task` is the id of the task that asks. */
export type Request = CallEffect | ActionEffect | WaitEffect;

/** Call an operation; give `answer` with what it answers, or `failure`. */
export interface CallEffect {
  readonly kind: 'call';
  readonly id: string;
  readonly task: string;
  readonly service: string;
  readonly api: string;
  readonly parameters: JsonMap;
  /** What ROA calls have besides: Method, URI, Headers, Body. */
  readonly more: JsonMap;
}

/**
 * Do an action that is no single call: a product action; ACS::Template by name (`properties` has TemplateName,
 * TemplateVersion, Parameters); ACS::SelectTargets, ACS::ExecuteHttpRequest, ACS::GitCodeRepo. Give `answer` with its result
 * (of a template: the map of its outputs), or `failure`.
 */
export interface ActionEffect {
  readonly kind: 'action';
  readonly id: string;
  readonly task: string;
  readonly action: string;
  readonly properties: JsonMap;
}

/** Give `timer` when that time is over: either `milliseconds` or `until`, a UTC time as ISO 8601. */
export interface WaitEffect {
  readonly kind: 'wait';
  readonly id: string;
  readonly task: string;
  readonly milliseconds: number | undefined;
  readonly until: string | undefined;
}

/** What happened. `now`, a UTC time as ISO 8601, is what ACS::CurrentUTCTime and ACS::CurrentDate say from then on. */
export type RunEvent = { readonly now?: string | undefined } & (
  | { readonly kind: 'begin' }
  /** `id` is that of the effect. One that nobody waits for any more is refused. */
  | { readonly kind: 'answer'; readonly id: string; readonly value: Json }
  | { readonly kind: 'failure'; readonly id: string; readonly message: string; readonly code?: string | undefined }
  | { readonly kind: 'timer'; readonly id: string }
  | { readonly kind: 'cancel' }
  | Notification
);

/** NotifyExecution. */
export interface Notification {
  readonly kind: 'notify';
  readonly type: NotifyType;
  /** ExecuteTask: the task to run, else the one that comes next. The others: the waiting task, else the first one. */
  readonly taskName?: string | undefined;
  /** ExecuteTask: they replace properties of the task. */
  readonly parameters?: JsonMap | undefined;
  /** CompleteExecution: how the run ends; default Success. */
  readonly executionStatus?: 'Success' | 'Failed' | 'Cancelled' | undefined;
  /** Which waiting tasks are meant, by their id in the run, without the id of the execution. */
  readonly tasks?: readonly string[] | undefined;
  /** Which waiting task is meant, by its item. */
  readonly loopItem?: Json | undefined;
  readonly note?: string | undefined;
  /** The RAM user; with MinRequiredApprovals each user counts once. */
  readonly by?: string | undefined;
}

export type NotifyType =
  | 'Approve'
  | 'Reject'
  | 'ExecuteTask'
  | 'CancelTask'
  | 'CompleteExecution'
  | 'RetryTask'
  | 'SkipTask';

export interface StartOptions {
  readonly mode: Mode;
  readonly loopMode: PauseOption;
  readonly safetyCheck: SafetyCheck;
  /** Asked once for each task. The path has the names of the tasks around it first: of ACS::Loop and of inline templates. */
  readonly risky: (path: readonly string[]) => boolean;
  /**
   * The pseudo-parameters by name, `ACS::` left out: RegionId, AccountId, ExecutionId, ExecuteUser, OOSUtilVersion, and for
   * defaults that name them CurrentUTCTime and CurrentDate.
   */
  readonly environment: Readonly<Record<string, string>>;
  /** Texts that nobody may be shown besides the values of the template's own NoEcho parameters. */
  readonly hidden?: readonly string[] | undefined;
}

export interface StepResult {
  readonly run: Run;
  /** In the order in which they arose. */
  readonly effects: readonly Effect[];
  /** Why the event does not fit the run, as a sentence in English. The run is unchanged then. */
  readonly refused: string | undefined;
}

const finalStatuses: readonly TaskStatus[] = ['Success', 'Failed', 'Cancelled', 'Skipped'];

/** Nothing changes this status any more, but for RetryTask on a failed task. */
export const isFinal = (status: TaskStatus): boolean => finalStatuses.includes(status);

/** The tasks that are going on, for `CurrentTasks`. */
export const currentTasks = ({ tasks }: Run): TaskExecution[] => tasks.filter(({ status }) => !isFinal(status));

/** What the host owes the run, after it was read back from a file. */
export const pendingRequests = ({ tasks }: Run): Request[] =>
  tasks.flatMap(({ pending }) => (pending && 'id' in pending ? pending : []));
