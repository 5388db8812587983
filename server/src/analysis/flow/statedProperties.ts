import { insertPairs, type NewPair, removePair } from '../../syntax/edit.ts';
import { keyName, pairOf } from '../../syntax/navigate.ts';
import type { PairNode, SyntaxTree, TextEdit, TextRange } from '../../syntax/node.ts';
import type { Task } from '../../template/template.ts';
import { changeScalar } from '../fixes.ts';
import { misspelt } from '../misspelt.ts';
import type { Fix, RuleContext } from '../rule.ts';
import { isDynamic } from '../schemaCheck.ts';
import { misspeltKey } from '../taskRanges.ts';

const isAction = ({ action }: Task, name: string): boolean => action?.toLowerCase() === name.toLowerCase();

/** The tasks of one of these actions. */
export function tasksOf({ template }: RuleContext, ...actions: readonly string[]): Task[] {
  return template.allTasks.filter((task) => actions.some((action) => isAction(task, action)));
}

/** Which of these properties a task has. Undefined where its properties are known only at run time, or not typed yet. */
function statedProperties({ properties }: Task, names: readonly string[]): PairNode[] | undefined {
  if (!properties) return [];
  const { value } = properties;
  if (value?.kind !== 'mapping' || isDynamic(value)) return undefined;
  return names.flatMap((name) => pairOf(value, name) ?? []).sort((a, b) => a.range.start - b.range.start);
}

interface Absence {
  readonly range: TextRange;
  /** `range` is a key that is most likely one of the wanted ones misspelt. */
  readonly misspelt: boolean;
  readonly fixes: readonly Fix[];
}

/**
 * Where to say that none of some properties is there: at a key that is most likely one of them misspelt, else at
 * `Properties` or the action. `added` is what the fix adds. Undefined where one is there, or may be at run time.
 */
export function absenceOf(
  { document, catalog }: RuleContext,
  task: Task,
  names: readonly string[],
  added: NewPair,
): Absence | undefined {
  if (statedProperties(task, names)?.length !== 0 || misspeltKey(document.text, task, 'Properties')) return undefined;
  const properties = task.properties?.value;
  const known = [...(catalog.action(task.action ?? '')?.properties.keys() ?? [])];
  for (const name of names) {
    const pair = properties?.kind === 'mapping' ? misspelt(properties, name, known) : undefined;
    if (pair) return { range: pair.key.range, misspelt: true, fixes: [changeScalar(document.text, pair.key, name)] };
  }
  const range = task.properties?.key.range ?? task.actionNode?.range;
  const title = { en: `Add ${added.key}`, zh: `添加 ${added.key}` };
  return (
    range && { range, misspelt: false, fixes: [{ title, edits: [addition(document.tree, task, added)], guess: true }] }
  );
}

function addition(tree: SyntaxTree, { node, properties }: Task, added: NewPair): TextEdit {
  if (properties?.value?.kind === 'mapping') return insertPairs(tree, properties.value, [added]);
  return insertPairs(tree, node, [{ key: 'Properties', value: { [added.key]: added.value } }]);
}

interface Surplus {
  /** The later of the two. */
  readonly pair: PairNode;
  readonly other: string;
  readonly fixes: readonly Fix[];
}

/** Of two properties that exclude each other the later one, with the fixes that remove the one or the other. */
export function surplusOf({ document }: RuleContext, task: Task, names: readonly string[]): Surplus | undefined {
  const properties = task.properties?.value;
  const [first, pair] = statedProperties(task, names) ?? [];
  if (!first || !pair || properties?.kind !== 'mapping') return undefined;
  const removal = (it: PairNode): Fix => ({
    title: { en: `Remove ${keyName(it)}`, zh: `删除 ${keyName(it)}` },
    edits: [removePair(document.tree, properties, it)],
    guess: true,
  });
  return { pair, other: keyName(first), fixes: [removal(pair), removal(first)] };
}
