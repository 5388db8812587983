import { numberFrom } from './convert.ts';
import { isList, type Json, sameJson, textOf } from './json.ts';
import { nextBatch } from './loops.ts';
import type { Machine } from './machine.ts';
import { replanLoop } from './rateControl.ts';
import { isFinal, type Notification, type TaskExecution, type WaitingFor } from './run.ts';
import { outputsOf, waitForDebug } from './taskFlow.ts';

/** Does what a person says. Gives why it cannot be done. */
export function notified(machine: Machine, event: Notification): string | undefined {
  switch (event.type) {
    case 'Approve':
      return forWaiting(machine, event, ['approval', 'risk', 'pause', 'batch'], approve);
    case 'Reject':
      return forWaiting(machine, event, ['approval', 'risk', 'pause', 'batch'], reject);
    case 'RetryTask':
      return forWaiting(machine, event, ['failure'], retry);
    case 'SkipTask':
      return forWaiting(machine, event, ['failure'], skip);
    case 'ExecuteTask':
      return executeTask(machine, event);
    case 'CancelTask':
      return cancelTask(machine, event);
    case 'CompleteExecution':
      return complete(machine, event);
  }
}

type Act = (machine: Machine, task: TaskExecution, event: Notification) => string | undefined;

/** Does something with the waiting tasks that are meant: those that are named, else the one that waits longest. */
function forWaiting(machine: Machine, event: Notification, kinds: readonly WaitingFor[], act: Act): string | undefined {
  const waiting = machine.tasks.filter(({ pending }) => kinds.some((kind) => pending?.kind === kind));
  const meant = waiting.filter((task) => isMeant(task, event));
  const [first] = meant;
  if (!first)
    return waiting.length > 0
      ? 'None of the waiting tasks is the one that is named.'
      : `Nothing waits for ${event.type}.`;
  for (const task of event.tasks ? meant : [first]) {
    const refused = act(machine, task, event);
    if (refused !== undefined) return refused;
    // One rejection ends the run, and with it what the others wait for.
    if (isFinal(machine.run.status)) break;
  }
  return undefined;
}

function isMeant({ id, name, loopItem }: TaskExecution, { tasks, taskName, loopItem: item }: Notification): boolean {
  return (
    (tasks?.includes(id) ?? true) &&
    (taskName === undefined || taskName.toLowerCase() === name.toLowerCase()) &&
    (item === undefined || (loopItem !== undefined && isSameItem(loopItem, item)))
  );
}

/** NotifyExecution has the item as text. */
const isSameItem = (a: Json, b: Json): boolean => sameJson(a, b) || textOf(a) === textOf(b);

const noted = ({ notes }: TaskExecution, { note }: Notification): readonly string[] =>
  note === undefined || note === '' ? notes : [...notes, note];

function approve(machine: Machine, task: TaskExecution, event: Notification): string | undefined {
  const { Approvers, MinRequiredApprovals = 1 } = task.properties;
  const notes = noted(task, event);
  const kind = task.pending?.kind;
  if (kind !== 'approval') {
    machine.log(task.id, `The task ${task.name} was approved.`);
    machine.setTask(task.id, { notes, pending: undefined, statusMessage: '' });
    if (kind === 'batch') nextBatch(machine, task.id);
    else if (kind === 'risk') machine.enqueue({ do: 'perform', task: task.id });
    else machine.enqueue({ do: 'finish', task: task.id, outcome: { status: 'Success', answer: undefined } });
    return undefined;
  }
  const by = event.by ?? '';
  if (by !== '' && isList(Approvers) && Approvers.length > 0 && !Approvers.includes(userName(by))) {
    return `${by} is none of the Approvers of the task ${task.name}.`;
  }
  if (by !== '' && task.approvals.includes(by)) return `${by} has approved the task ${task.name} already.`;
  const approvals = [...task.approvals, by];
  const wanted = numberFrom(MinRequiredApprovals) ?? 1;
  machine.log(task.id, `The task ${task.name} was approved (${approvals.length} of ${wanted}).`);
  const isEnough = approvals.length >= wanted;
  machine.setTask(task.id, isEnough ? { notes, approvals, statusMessage: '' } : { notes, approvals });
  if (isEnough) machine.enqueue({ do: 'finish', task: task.id, outcome: { status: 'Success', answer: undefined } });
  return undefined;
}

/** Users are told as `name(id)`, and `Approvers` holds names. */
const userName = (user: string): string => user.replace(/\(\d+\)$/, '');

function reject(machine: Machine, task: TaskExecution, event: Notification): undefined {
  machine.setTask(task.id, { notes: noted(task, event) });
  machine.end('Cancelled', `The task ${task.name} was rejected${event.note ? `: ${event.note}` : '.'}`);
}

/** Does the failed task again; of a loop only what is not done yet. */
function retry(machine: Machine, task: TaskExecution, event: Notification): undefined {
  const again = { notes: noted(task, event), pending: undefined, statusMessage: '', retries: 0 };
  machine.log(task.id, `The task ${task.name} is tried again.`);
  if (task.loop) {
    machine.setTask(task.id, { ...again, status: 'Running', loop: replanLoop(task.loop) });
    machine.enqueue({ do: 'loop', task: task.id });
  } else {
    machine.setTask(task.id, { ...again, status: 'Started' });
    // What failed before its properties were known may have failed at its When, and nobody has confirmed it then.
    const hasBegun = Object.keys(task.properties).length > 0;
    machine.enqueue({ do: hasBegun ? 'perform' : 'begin', task: task.id });
  }
}

function skip(machine: Machine, task: TaskExecution, event: Notification): undefined {
  machine.setTask(task.id, { notes: noted(task, event), statusMessage: '' });
  machine.enqueue({ do: 'finish', task: task.id, outcome: { status: 'Skipped' } });
}

const NOT_DEBUG = 'The execution does not run in Debug mode.';

function executeTask(machine: Machine, { taskName, parameters }: Notification): string | undefined {
  const { debug, mode } = machine.run;
  if (mode !== 'Debug') return NOT_DEBUG;
  if (!debug) return 'No task can be executed now: one is going on.';
  const name = taskName ?? debug.next;
  if (name === undefined) return 'No task comes next; name the one to execute.';
  const definition = machine.template.tasks.byName.get(name);
  if (!definition) return `The template has no task '${name}'.`;
  machine.setRun({ debug: undefined });
  machine.enqueue({ do: 'go', flow: outermost(machine), index: definition.index, given: parameters });
  return undefined;
}

/** The outermost list is the first that a run goes through. */
function outermost(machine: Machine): number {
  const [first] = machine.flows;
  return first?.id ?? 0;
}

function cancelTask(machine: Machine, event: Notification): string | undefined {
  if (machine.run.mode !== 'Debug') return NOT_DEBUG;
  const task = machine.tasks.find(({ parentId, status }) => parentId === undefined && !isFinal(status));
  if (!task) return 'No task is going on.';
  machine.setTask(task.id, { notes: noted(task, event) });
  machine.cancelTasks();
  const root = outermost(machine);
  for (const { id } of [...machine.flows]) if (id !== root) machine.removeFlow(id);
  machine.log(task.id, `The task ${task.name} was cancelled.`);
  waitForDebug(machine, machine.template.tasks.tasks[task.index + 1]?.name);
  return undefined;
}

function complete(machine: Machine, { executionStatus = 'Success', note }: Notification): string | undefined {
  if (machine.run.mode !== 'Debug') return NOT_DEBUG;
  const [flow] = machine.flows;
  const outputs = flow && executionStatus === 'Success' ? outputsOf(machine, flow) : undefined;
  // Those that cannot be told, since their tasks have not run, are no reason not to end.
  if (outputs && 'value' in outputs) machine.setRun({ outputs: outputs.value });
  machine.end(executionStatus, note ?? '');
  return undefined;
}
