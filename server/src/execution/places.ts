import type { Task, TaskList, Template } from '../template/template.ts';
import type { Json, JsonMap } from './json.ts';
import type { Machine } from './machine.ts';
import type { Flow, TaskExecution } from './run.ts';
import { ignoringCase, type Scope, type TaskValues } from './scope.ts';

interface FlowPlace {
  readonly template: Template;
  readonly list: TaskList;
}

/** The list of tasks that a flow goes through, and the template around it. */
export function placeOf(machine: Machine, { owner }: Flow): FlowPlace {
  if (owner === undefined) return { template: machine.template, list: machine.template.tasks };
  const task = machine.task(owner);
  const { inner, child } = definitionOf(machine, task);
  if (isInline(task) && child) return { template: child, list: child.tasks };
  if (inner) return { template: placeOf(machine, machine.flow(task.flow)).template, list: inner };
  throw new Error(`the task ${owner} has no tasks inside`);
}

/** An ACS::Template runs what it embeds as a template of its own, an ACS::Loop as a part of the one around it. */
const isInline = ({ action }: TaskExecution): boolean => action.toLowerCase() === 'acs::template';

/** What the template says about a task. */
export function definitionOf(machine: Machine, task: TaskExecution): Task {
  const definition = placeOf(machine, machine.flow(task.flow)).list.tasks[task.index];
  if (!definition)
    throw new Error(`the template has no task for ${task.id}: it is not the one that the run began with`);
  return definition;
}

/** What names mean in a task, or in a flow as a whole. */
export function scopeOf(machine: Machine, flow: Flow, loopItem?: Json): Scope {
  const around = flowsAround(machine, flow);
  const parameters = around.at(-1)?.parameters ?? machine.run.parameters;
  return {
    template: placeOf(machine, flow).template,
    parameter: (name) => ignoringCase(parameters, name),
    task: (name) => valuesOf(machine, around, name),
    environment: machine.run.environment,
    loopItem: loopItem === undefined ? around.find((it) => it.loopItem !== undefined)?.loopItem : loopItem,
    conditions: [],
    secrets: machine.secrets,
  };
}

/** The same for a task, which may have an item of its own. */
export const taskScope = (machine: Machine, { flow, loopItem }: TaskExecution): Scope =>
  scopeOf(machine, machine.flow(flow), loopItem);

/** From the flow outwards, up to that of its template: an inline template sees nothing from around it. */
function flowsAround(machine: Machine, flow: Flow): Flow[] {
  const flows = [flow];
  for (let at = flow; at.owner !== undefined && at.parameters === undefined; ) {
    at = machine.flow(machine.task(at.owner).flow);
    flows.push(at);
  }
  return flows;
}

function valuesOf(machine: Machine, around: readonly Flow[], name: string): TaskValues | undefined {
  for (const { latest } of around) {
    const id = Object.hasOwn(latest, name.toLowerCase()) ? latest[name.toLowerCase()] : undefined;
    if (id !== undefined) return machine.task(id);
  }
  // A task of the template that has not run: jumped over, or still to come.
  const [first] = around;
  const known = first && placeOf(machine, first).template.anyTask.has(name);
  return known ? { outputs: noOutputs, answer: undefined } : undefined;
}

const noOutputs: JsonMap = {};

/** One item of a task with a Loop, which stands in the same list as the task itself. */
export const isLoopItem = ({ loopIndex }: TaskExecution): boolean => loopIndex !== undefined;

/** The names of the tasks around a task, and its own. */
export function pathOf(machine: Machine, { flow, name }: TaskExecution): string[] {
  const { owner } = machine.flow(flow);
  return owner === undefined ? [name] : [...pathOf(machine, machine.task(owner)), name];
}
