import type { ActionSpec } from '../catalog/catalog.ts';
import { insertPairs, type NewPair } from '../syntax/edit.ts';
import { keyName, pairOf } from '../syntax/navigate.ts';
import type { PairNode, SyntaxTree, TextEdit } from '../syntax/node.ts';
import { closest } from '../template/closest.ts';
import type { Task } from '../template/template.ts';

export interface MissingProperties {
  /** Missing, though a key that is not known stands there in another spelling. */
  readonly misspelt: readonly { readonly name: string; readonly pair: PairNode }[];
  readonly absent: readonly string[];
}

/** The required properties that a task does not have. Another letter case is a finding of its own. */
export function missingProperties(task: Task, action: ActionSpec): MissingProperties {
  const node = task.properties?.value;
  const pairs = node?.kind === 'mapping' ? node.pairs : [];
  const present = new Set(pairs.map((pair) => keyName(pair).toLowerCase()));
  const missing = [...action.properties.values()].filter((it) => it.required && !present.has(it.name.toLowerCase()));
  const strangers = pairs.filter((pair) => !action.properties.has(keyName(pair)));
  const misspelt: { name: string; pair: PairNode }[] = [];
  const absent: string[] = [];
  for (const { name } of missing) {
    const pair = strangers.find((it) => closest(keyName(it), action.properties.keys()) === name);
    if (pair) misspelt.push({ name, pair });
    else absent.push(name);
  }
  return { misspelt, absent };
}

/** Adds properties with empty values, and `Properties` where the task has none. */
export function insertProperties(tree: SyntaxTree, task: Task, names: readonly string[]): TextEdit | undefined {
  const pairs: NewPair[] = names.map((key) => ({ key, value: '' }));
  const value = task.properties?.value;
  if (value?.kind === 'mapping') return insertPairs(tree, value, pairs);
  if (pairOf(task.node, 'Properties')) return undefined;
  return insertPairs(tree, task.node, [
    { key: 'Properties', value: Object.fromEntries(names.map((name) => [name, ''])) },
  ]);
}
