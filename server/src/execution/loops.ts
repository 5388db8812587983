import { toData } from '../syntax/navigate.ts';
import type { Task } from '../template/template.ts';
import { structureFrom } from './convert.ts';
import { evaluate } from './evaluate.ts';
import { attempt, Fault } from './fault.ts';
import { asJson, isList, isMap, type Json, type JsonMap } from './json.ts';
import type { Machine } from './machine.ts';
import { aggregateOutputs, collectRounds } from './outputs.ts';
import { definitionOf, isLoopItem, taskScope } from './places.ts';
import { planLoop } from './rateControl.ts';
import type { ItemResult, LoopProgress, TaskExecution } from './run.ts';

const settingKeys = ['Mode', 'MaxErrors', 'Concurrency', 'BatchPauseOption'];

/** Begins the loop of a task with the key Loop. Throws a Fault. */
export function beginTaskLoop(machine: Machine, task: TaskExecution, definition: Task): void {
  const scope = taskScope(machine, task);
  const written = asJson(toData(definition.loop?.node));
  const loop: JsonMap = isMap(written) ? written : {};
  const settings =
    loop.RateControl === undefined
      ? Object.fromEntries(settingKeys.flatMap((key) => (Object.hasOwn(loop, key) ? [[key, loop[key] ?? null]] : [])))
      : loop.RateControl;
  beginLoop(machine, task, { items: evaluate(loop.Items ?? null, scope), settings: evaluate(settings, scope) });
}

/** Begins an ACS::Loop, whose properties are evaluated already. Throws a Fault. */
export function beginRounds(machine: Machine, task: TaskExecution, definition: Task): void {
  if (!definition.inner) throw new Fault('The property LoopTasks is missing or no list.');
  const { LoopItems = null, LoopRateControl = {} } = machine.task(task.id).properties;
  beginLoop(machine, task, { items: LoopItems, settings: LoopRateControl });
}

function beginLoop(
  machine: Machine,
  { id }: TaskExecution,
  { items, settings }: { readonly items: Json; readonly settings: Json },
): void {
  const list = structureFrom(items);
  if (!isList(list)) throw new Fault('The items of the loop are no list.');
  machine.secrets.derive(items, list);
  const control = structureFrom(settings);
  if (!isMap(control)) throw new Fault('The rate control of the loop is no map.');
  const present = Object.fromEntries(Object.entries(control).filter(([, value]) => value !== null));
  machine.setTask(id, { status: 'Running', loop: planLoop(list, present, machine.run) });
  machine.enqueue({ do: 'loop', task: id });
}

/** Starts as many further items as may run; behind the last one of a batch goes on with the next batch, or ends the loop. */
export function continueLoop(machine: Machine, { id }: TaskExecution): void {
  const { loop, status } = machine.task(id);
  if (!loop || status !== 'Running') return;
  const batch = loop.batches[loop.batch];
  const mayStart = failures(loop) <= loop.maxErrors;
  if (mayStart && batch && loop.started < batch.items.length) {
    const room = Math.min(batch.concurrency - loop.running, batch.items.length - loop.started);
    const started = batch.items.slice(loop.started, loop.started + room);
    const counts = { started: loop.started + started.length, running: loop.running + started.length };
    machine.setTask(id, { loop: { ...loop, ...counts } });
    for (const index of started) startItem(machine, id, index);
  } else if (loop.running === 0) {
    const isLast = loop.batch >= loop.batches.length - 1;
    if (!mayStart || isLast) finishLoop(machine, id, loop);
    else if (loop.pause === 'EveryBatchPause' || (loop.pause === 'FirstBatchPause' && loop.batch === 0)) {
      machine.wait(id, 'batch', `Batch ${loop.batch + 1} of ${loop.batches.length} is done.`);
    } else nextBatch(machine, id);
  }
}

/** Goes on behind a batch, also after a pause. */
export function nextBatch(machine: Machine, id: string): void {
  const { loop } = machine.task(id);
  if (!loop) return;
  const next = { ...loop, batch: loop.batch + 1, started: 0 };
  machine.setTask(id, { status: 'Running', statusMessage: '', pending: undefined, loop: next });
  machine.enqueue({ do: 'loop', task: id });
}

/** It has a Loop and is not itself an item of it: else what is repeated are the rounds of an ACS::Loop. */
export const isOverTask = (task: TaskExecution, { loop }: Task): boolean => loop !== undefined && !isLoopItem(task);

function startItem(machine: Machine, id: string, index: number): void {
  const task = machine.task(id);
  const item = {
    loopItem: task.loop?.items[index] ?? null,
    loopBatchNumber: (task.loop?.batch ?? 0) + 1,
    loopIndex: index,
  };
  if (isOverTask(task, definitionOf(machine, task))) {
    const { name, action, flow, index: place, given } = task;
    const { id: child } = machine.addTask({ name, action, flow, index: place, given, parentId: id, ...item });
    machine.enqueue({ do: 'begin', task: child });
  } else {
    machine.enqueue({ do: 'go', flow: machine.addFlow({ owner: id, ...item }), index: 0 });
  }
}

/** Notes how an item, or a round of an ACS::Loop, ended. */
export function endItem(machine: Machine, id: string, index: number, result: ItemResult): void {
  const { loop } = machine.task(id);
  if (!loop) return;
  machine.setTask(id, {
    loop: { ...loop, running: loop.running - 1, results: loop.results.with(index, result) },
  });
  machine.enqueue({ do: 'loop', task: id });
}

const failures = ({ results }: LoopProgress): number => results.filter((it) => it?.status === 'Failed').length;

function finishLoop(machine: Machine, id: string, loop: LoopProgress): void {
  const failed = failures(loop);
  const told = `${failed} of ${loop.items.length} items failed`;
  if (failed > loop.maxErrors) {
    const message = `${told}, more than MaxErrors (${loop.maxErrors}) allows.`;
    machine.enqueue({ do: 'finish', task: id, outcome: { status: 'Failed', message } });
    return;
  }
  const definition = definitionOf(machine, machine.task(id));
  const outputs = attempt(() =>
    isOverTask(machine.task(id), definition) ? aggregateOutputs(definition, loop) : collectRounds(definition, loop),
  );
  if ('fault' in outputs) {
    machine.enqueue({ do: 'finish', task: id, outcome: { status: 'Failed', message: outputs.fault } });
    return;
  }
  machine.setTask(id, { outputs: outputs.value, statusMessage: failed > 0 ? `${told}, as MaxErrors allows.` : '' });
  machine.enqueue({ do: 'finish', task: id, outcome: { status: 'Success', answer: undefined } });
}
