import type { Output, Place, Task, TaskList, Template } from './template.ts';

/**
 * How a task that is named stands to the place that names it. `inside`: an inner task of the ACS::Loop that names it;
 * `elsewhere`: in a loop that the place is not part of, where OOS does not say whether names reach.
 */
type Relation = 'earlier' | 'self' | 'later' | 'inside' | 'elsewhere';

export interface FoundTask {
  readonly task: Task;
  readonly relation: Relation;
}

/** The task that a name means at a place: the innermost list of tasks around it first, then those outside. */
export function findTask(template: Template, name: string, place: Place): FoundTask | undefined {
  for (const list of listsAround(template, place)) {
    const task = list.byName.get(name);
    if (task) return { task, relation: relation(task, place.task) };
  }
  const task = template.anyTask.get(name);
  return task && { task, relation: 'elsewhere' };
}

/** The names of tasks that an expression at this place may use, nearest list first. */
export function visibleTasks(template: Template, place: Place): Task[] {
  return listsAround(template, place)
    .flatMap((list) => list.tasks)
    .filter((task) => ['earlier', 'inside'].includes(relation(task, place.task)));
}

function listsAround(template: Template, { task, part }: Place): TaskList[] {
  const lists: TaskList[] = [];
  // The outputs of an ACS::Loop are made from its inner tasks.
  if (task?.inner && part === 'Outputs') lists.push(task.inner);
  for (let at = task; at; at = at.list.owner) lists.push(at.list);
  if (!lists.includes(template.tasks)) lists.push(template.tasks);
  return lists;
}

function relation(target: Task, from: Task | undefined): Relation {
  if (!from) return 'earlier';
  if (target.list.owner === from) return 'inside';
  let at: Task | undefined = from;
  while (at && at.list !== target.list) at = at.list.owner;
  if (!at) return 'elsewhere';
  if (target.index === at.index) return 'self';
  return target.index < at.index ? 'earlier' : 'later';
}

/** The output that `task.name` reads: of its loop where it has one, else of the task. */
export function findOutput(task: Task, name: string): Output | undefined {
  return task.loop ? (task.loop.outputs.get(name) ?? task.outputs.get(name)) : task.outputs.get(name);
}

/** True when `ACS::TaskLoopItem` has a value at this place. */
export function hasLoopItem({ task, part }: Place): boolean {
  return task !== undefined && (task.list.owner !== undefined || (task.loop !== undefined && part !== 'Loop'));
}

const evaluatedTaskParts = new Set(['Properties', 'When', 'Loop', 'Outputs']);
const evaluatedParameterParts = new Set(['Default', 'AssociationPropertyMetadata']);

/** True where the service puts a value in the place of `{{ }}`. Elsewhere the text stays as it is. */
export function isEvaluated({ section, task, part, entry }: Place): boolean {
  if (task) return part !== undefined && evaluatedTaskParts.has(part);
  if (section === 'Parameters') return part !== undefined && evaluatedParameterParts.has(part);
  if (section === 'Outputs') return entry === undefined || part === undefined || part === 'Value';
  return section === 'RamRole' || section === 'Conditions';
}
