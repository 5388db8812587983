import { isNull, keyName, pairOf } from '../syntax/navigate.ts';
import type { TextRange } from '../syntax/node.ts';
import { closest } from '../template/closest.ts';
import { languageKeys } from '../template/meantKeys.ts';
import type { Task } from '../template/template.ts';
import { changeScalar } from './fixes.ts';
import type { Fix } from './rule.ts';

/** The most telling place of a task: its name, else its action, else its first key. */
export function taskHead({ node, nameNode, actionNode }: Task): TextRange {
  if (nameNode && !isNull(nameNode)) return nameNode.range;
  if (actionNode && !isNull(actionNode))
    return node.pairs.find(({ value }) => value === actionNode)?.key.range ?? actionNode.range;
  return node.pairs[0]?.key.range ?? node.range;
}

const isTaskKey = (name: string): boolean => (languageKeys.task as readonly string[]).includes(name);

/** A key of the task that was most likely meant to be `wanted`, with the fix that renames it. */
export function misspeltKey(
  source: string,
  task: Task,
  wanted: string,
): { range: TextRange; fixes: Fix[] } | undefined {
  if (pairOf(task.node, wanted)) return undefined;
  const pair = task.node.pairs.find(
    (it) => !isTaskKey(keyName(it)) && closest(keyName(it), languageKeys.task) === wanted,
  );
  return pair && { range: pair.key.range, fixes: [changeScalar(source, pair.key, wanted)] };
}
