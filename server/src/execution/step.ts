import type { Template } from '../template/template.ts';
import { callOperation } from './actions.ts';
import { attempt } from './fault.ts';
import { asJson, type Json } from './json.ts';
import { continueLoop } from './loops.ts';
import { Machine, type Work } from './machine.ts';
import { notified } from './notified.ts';
import { definitionOf } from './places.ts';
import { judge, type Verdict } from './polling.ts';
import { isFinal, type Run, type RunEvent, type StepResult, type TaskExecution } from './run.ts';
import { begin, close, finish, go, performTask, waitForDebug } from './taskFlow.ts';

/**
 * What an event makes of a run, and what the host has to do then. `template` is the one that the run was started with. An event
 * that does not fit changes nothing, and `refused` says why; so do answers and timers that nobody waits for any more.
 */
export function step(run: Run, template: Template, event: RunEvent): StepResult {
  const machine = new Machine(withTime(run, event.now), template);
  const done = attempt(() => {
    const refused = apply(machine, event);
    if (refused === undefined)
      for (let work = machine.nextWork(); work; work = machine.nextWork()) doWork(machine, work);
    return refused;
  });
  if ('fault' in done) machine.end('Failed', done.fault);
  else if (done.value !== undefined) return { run, effects: [], refused: done.value };
  return { run: machine.result(), effects: machine.effects, refused: undefined };
}

function withTime(run: Run, now: string | undefined): Run {
  if (now === undefined) return run;
  return { ...run, environment: { ...run.environment, CurrentUTCTime: now, CurrentDate: now.slice(0, 10) } };
}

function apply(machine: Machine, event: RunEvent): string | undefined {
  const { status } = machine.run;
  if (event.kind === 'answer' || event.kind === 'failure' || event.kind === 'timer') return answered(machine, event);
  if (isFinal(status)) return `The execution has ended already: ${status}.`;
  switch (event.kind) {
    case 'begin':
      return started(machine);
    case 'cancel':
      machine.end('Cancelled', '');
      return undefined;
    case 'notify':
      return notified(machine, event);
  }
}

function started(machine: Machine): string | undefined {
  if (machine.run.status !== 'Started') return 'The execution has begun already.';
  machine.setRun({ status: 'Running' });
  machine.log(undefined, 'The execution started.');
  const flow = machine.addFlow({ owner: undefined });
  const [first] = machine.template.tasks.tasks;
  if (machine.run.mode === 'Debug') waitForDebug(machine, first?.name);
  else machine.enqueue({ do: 'go', flow, index: 0 });
  return undefined;
}

const fits: Verdict = { kind: 'fits' };

type Reply = Extract<RunEvent, { readonly kind: 'answer' | 'failure' | 'timer' }>;

/** The host did what an effect asked for. */
function answered(machine: Machine, event: Reply): string | undefined {
  const task = machine.tasks.find(({ pending }) => pending && 'id' in pending && pending.id === event.id);
  const isTimer = event.kind === 'timer';
  if (!task || isTimer !== (task.pending?.kind === 'wait')) return 'Nothing waits for this event any more.';
  if (event.kind === 'timer') rested(machine, task);
  else if (event.kind === 'answer') took(machine, task, asJson(event.value));
  else {
    const message = event.code === undefined ? event.message : `${event.code}: ${event.message}`;
    machine.enqueue({ do: 'finish', task: task.id, outcome: { status: 'Failed', message } });
  }
  return undefined;
}

/** A sleep is over, or a pause between two tries. */
function rested(machine: Machine, task: TaskExecution): void {
  machine.setTask(task.id, { pending: undefined });
  if (task.action.toLowerCase() === 'acs::sleep') {
    machine.setTask(task.id, { statusMessage: '' });
    machine.enqueue({ do: 'finish', task: task.id, outcome: { status: 'Success', answer: undefined } });
  } else callOperation(machine, task, task.properties);
}

function took(machine: Machine, task: TaskExecution, value: Json): void {
  const asks = /^acs::(?:waitfor|checkfor)$/i.test(task.action);
  const judged = attempt(() => (asks ? judge(definitionOf(machine, task), task, value, machine.secrets) : fits));
  const verdict: Verdict = 'fault' in judged ? { kind: 'fails', message: judged.fault } : judged.value;
  switch (verdict.kind) {
    case 'fits':
      machine.enqueue({ do: 'finish', task: task.id, outcome: { status: 'Success', answer: value } });
      break;
    case 'fails':
      machine.enqueue({ do: 'finish', task: task.id, outcome: { status: 'Failed', message: verdict.message } });
      break;
    case 'again':
      machine.setTask(task.id, { retries: task.retries + 1, statusMessage: verdict.message });
      machine.request(task.id, { kind: 'wait', milliseconds: verdict.milliseconds, until: undefined });
  }
}

function doWork(machine: Machine, work: Work): void {
  switch (work.do) {
    case 'go':
      go(machine, work.flow, work.index, work.given);
      break;
    case 'begin':
      begin(machine, machine.task(work.task));
      break;
    case 'perform':
      performTask(machine, machine.task(work.task));
      break;
    case 'loop':
      continueLoop(machine, machine.task(work.task));
      break;
    case 'finish':
      finish(machine, machine.task(work.task), work.outcome);
      break;
    case 'close':
      close(machine, work.flow, work.failure);
  }
}
