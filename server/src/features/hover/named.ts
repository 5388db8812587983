import type { Occurrence } from '../../template/occurrences.ts';
import type { Condition, Output, Parameter, Task, Template } from '../../template/template.ts';

/** What a name stands for. */
export type Named =
  | Parameter
  | Condition
  | Task
  /** `task`: whose output it is; undefined: the template's. */
  | { readonly kind: 'output'; readonly output: Output; readonly task: Task | undefined; readonly gathered: boolean };

/** What an occurrence of a name names. Undefined: nothing declares it. */
export function namedBy({ names, key }: Pick<Occurrence, 'names' | 'key'>, root: Template): Named | undefined {
  if (names === root.parameters) return root.parameters.get(key);
  if (names === root.conditions) return root.conditions.get(key);
  if (names === root.outputs) return outputOf(root.outputs.get(key), undefined, false);
  for (const task of root.allTasks) {
    if (names === task.list.byName) return task.list.byName.get(key);
    if (names === task.outputs) return outputOf(task.outputs.get(key), task, false);
    if (names === task.loop?.outputs) return outputOf(task.loop.outputs.get(key), task, true);
  }
  for (const child of root.children) {
    const found = namedBy({ names, key }, child);
    if (found) return found;
  }
  return undefined;
}

const outputOf = (output: Output | undefined, task: Task | undefined, gathered: boolean): Named | undefined =>
  output && { kind: 'output', output, task, gathered };
