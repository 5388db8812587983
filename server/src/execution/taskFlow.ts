import { stringOf, toData, valueFor } from '../syntax/navigate.ts';
import type { Task } from '../template/template.ts';
import { perform } from './actions.ts';
import { evaluateCondition } from './evaluate.ts';
import { attempt } from './fault.ts';
import { asJson, type JsonMap } from './json.ts';
import { endItem } from './loops.ts';
import type { Machine, Outcome } from './machine.ts';
import { evaluateOutputs, isReadDirectly, selectOutputs } from './outputs.ts';
import { definitionOf, isLoopItem, pathOf, placeOf, scopeOf, taskScope } from './places.ts';
import { evaluateProperties } from './properties.ts';
import type { Flow, TaskExecution } from './run.ts';

/** More tasks than these in one list are jumps that go round in circles. */
const MOST_IN_FLOW = 1000;

/** Starts the task at a place of a list. Behind the last one the list is done. */
export function go(machine: Machine, flowId: number, index: number, given: JsonMap | undefined): void {
  const flow = machine.flow(flowId);
  const definition = placeOf(machine, flow).list.tasks[index];
  if (!definition) {
    machine.enqueue({ do: 'close', flow: flowId, failure: undefined });
    return;
  }
  if (flow.count >= MOST_IN_FLOW) {
    const failure = `More than ${MOST_IN_FLOW} tasks have run in one list: its jumps go round in circles.`;
    machine.enqueue({ do: 'close', flow: flowId, failure });
    return;
  }
  machine.setFlow(flowId, { count: flow.count + 1 });
  const { loopItem, loopBatchNumber, owner } = flow;
  const { name = '', action = '' } = definition;
  const facts = { name, action, flow: flowId, index, parentId: owner, given, loopItem, loopBatchNumber };
  machine.enqueue({ do: 'begin', task: machine.addTask(facts).id });
}

/** Looks whether a task is to run, and whether somebody has to confirm it. */
export function begin(machine: Machine, task: TaskExecution): void {
  const definition = definitionOf(machine, task);
  const when = asJson(toData(valueFor(definition.node, 'When')));
  if (when !== null && asksHere(task, definition)) {
    const truth = attempt(() => evaluateCondition(when, taskScope(machine, task)));
    if ('fault' in truth) {
      fail(machine, task, truth.fault);
      return;
    }
    if (!truth.value) {
      machine.enqueue({ do: 'finish', task: task.id, outcome: { status: 'Skipped' } });
      return;
    }
  }
  machine.log(task.id, `The task ${task.name} started.`);
  if (!isLoopItem(task) && machine.run.risky.includes(pathOf(machine, task).join('/'))) {
    announce(machine, task, definition);
    machine.wait(task.id, 'risk', 'It does something risky and waits to be approved.');
  } else machine.enqueue({ do: 'perform', task: task.id });
}

/** Whoever is asked sees what is to be done. What cannot be told before it runs, as for the items of a loop, is left out. */
function announce(machine: Machine, task: TaskExecution, definition: Task): void {
  if (definition.loop) return;
  const properties = attempt(() => evaluateProperties(definition, taskScope(machine, task)));
  if ('value' in properties) machine.setTask(task.id, { properties: { ...properties.value, ...task.given } });
}

/** A `When` that names the item is asked for every item, any other one once for the whole loop. */
function asksHere(task: TaskExecution, { node, loop }: Task): boolean {
  if (!loop) return true;
  const isPerItem = /acs::taskloopitem/i.test(JSON.stringify(toData(valueFor(node, 'When'))));
  return isPerItem === isLoopItem(task);
}

export function performTask(machine: Machine, task: TaskExecution): void {
  const done = attempt(() => perform(machine, task, definitionOf(machine, task)));
  if ('fault' in done) fail(machine, task, done.fault);
}

function fail(machine: Machine, { id }: TaskExecution, message: string): void {
  machine.enqueue({ do: 'finish', task: id, outcome: { status: 'Failed', message } });
}

/** A task is over: its outputs are read, and what stands behind it goes on. */
export function finish(machine: Machine, task: TaskExecution, outcome: Outcome): void {
  const settled = settle(machine, task, outcome);
  logEnd(machine, task, settled);
  const { flow, parentId, loopIndex } = task;
  if (loopIndex !== undefined && parentId !== undefined) {
    endItem(machine, parentId, loopIndex, { status: settled.status, outputs: machine.task(task.id).outputs });
    return;
  }
  const { latest } = machine.flow(flow);
  machine.setFlow(flow, { latest: { ...latest, [task.name.toLowerCase()]: task.id } });
  goOn(machine, machine.task(task.id), settled);
}

function settle(machine: Machine, task: TaskExecution, outcome: Outcome): Outcome {
  if (outcome.status === 'Failed') {
    machine.setTask(task.id, { status: 'Failed', statusMessage: outcome.message, pending: undefined });
    return outcome;
  }
  if (outcome.status === 'Skipped' || outcome.answer === undefined) {
    machine.setTask(task.id, { status: outcome.status, pending: undefined });
    return outcome;
  }
  const { answer } = outcome;
  const definition = definitionOf(machine, task);
  const scope = taskScope(machine, task);
  const outputs = attempt(() => selectOutputs(definition, answer, scope));
  if ('fault' in outputs) return settle(machine, task, { status: 'Failed', message: outputs.fault });
  const kept = !isLoopItem(task) && isReadDirectly(scope.template, definition) ? answer : undefined;
  const changes = {
    status: 'Success',
    statusMessage: '',
    pending: undefined,
    outputs: outputs.value,
    answer: kept,
  } as const;
  machine.setTask(task.id, changes);
  return outcome;
}

function logEnd(machine: Machine, { id, name }: TaskExecution, outcome: Outcome): void {
  if (outcome.status === 'Failed') machine.log(id, `The task ${name} failed. ${outcome.message}`);
  else machine.log(id, outcome.status === 'Skipped' ? `The task ${name} was skipped.` : `The task ${name} completed.`);
}

/** What comes behind a task: by its jumps, else the next one; in Debug and FailurePause a person may decide. */
function goOn(machine: Machine, task: TaskExecution, outcome: Outcome): void {
  const flow = machine.flow(task.flow);
  const isOutermost = flow.owner === undefined;
  const definition = definitionOf(machine, task);
  const target = targetOf(definition, outcome);
  if (isOutermost && machine.run.mode === 'Debug') {
    const { tasks } = placeOf(machine, flow).list;
    waitForDebug(machine, tasks[typeof target === 'number' ? target : task.index]?.name);
    return;
  }
  if (typeof target === 'number') machine.enqueue({ do: 'go', flow: flow.id, index: target });
  else if (isOutermost && outcome.status === 'Failed' && machine.run.mode === 'FailurePause') {
    machine.wait(task.id, 'failure', `It failed. ${outcome.message}`);
  } else machine.enqueue({ do: 'close', flow: flow.id, failure: target });
}

export function waitForDebug(machine: Machine, next: string | undefined): void {
  machine.setRun({ debug: { next } });
  const hint = next === undefined ? 'CompleteExecution ends it.' : `The next task is ${next}.`;
  machine.log(undefined, `The execution is waiting to be told the next task. ${hint}`);
}

/** The place of the next task in the list; beyond the last one for ACS::END. A text says why there is none. */
function targetOf({ node, list, index, name }: Task, outcome: Outcome): number | string {
  const jump = (key: string) => stringOf(valueFor(node, key));
  const told = outcome.status === 'Success' ? (outcome.jump ?? jump('OnSuccess')) : undefined;
  const wanted = outcome.status === 'Failed' ? jump('OnError') : told;
  if (wanted === undefined) {
    return outcome.status === 'Failed' ? `The task ${name} failed. ${outcome.message}` : index + 1;
  }
  if (/^acs::next$/i.test(wanted)) return index + 1;
  if (/^acs::end$/i.test(wanted)) return list.tasks.length;
  return list.byName.get(wanted)?.index ?? `The task ${name} leads to '${wanted}', which is no task beside it.`;
}

/** A list of tasks is over: the template, a round of an ACS::Loop, or an inline template. */
export function close(machine: Machine, flowId: number, failure: string | undefined): void {
  const flow = machine.flow(flowId);
  const owner = flow.owner === undefined ? undefined : machine.task(flow.owner);
  const outputs = failure === undefined ? outputsOf(machine, flow) : { fault: failure };
  if (!owner) {
    if ('value' in outputs) machine.setRun({ outputs: outputs.value });
    machine.end('value' in outputs ? 'Success' : 'Failed', 'value' in outputs ? '' : outputs.fault);
    return;
  }
  machine.removeFlow(flowId);
  if (flow.loopIndex !== undefined) closeRound(machine, owner, flow.loopIndex, outputs);
  else if ('fault' in outputs) fail(machine, owner, outputs.fault);
  else machine.enqueue({ do: 'finish', task: owner.id, outcome: { status: 'Success', answer: outputs.value } });
}

type Outputs = { readonly value: JsonMap } | { readonly fault: string };

/** What a list of tasks puts out: the outputs of its template, or those of its round of an ACS::Loop. */
export function outputsOf(machine: Machine, flow: Flow): Outputs {
  const scope = scopeOf(machine, flow);
  if (flow.owner === undefined || flow.loopIndex === undefined) {
    return attempt(() => evaluateOutputs(scope.template.outputs, 'Value', scope));
  }
  const { outputs } = definitionOf(machine, machine.task(flow.owner));
  return attempt(() => evaluateOutputs(outputs, 'ValueSelector', scope));
}

function closeRound(machine: Machine, owner: TaskExecution, index: number, outputs: Outputs): void {
  if ('fault' in outputs) {
    machine.log(owner.id, `A round of the task ${owner.name} failed. ${outputs.fault}`);
    endItem(machine, owner.id, index, { status: 'Failed', outputs: {} });
  } else endItem(machine, owner.id, index, { status: 'Success', outputs: outputs.value });
}
