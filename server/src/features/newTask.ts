import type { ActionSpec } from '../catalog/catalog.ts';
import type { SequenceNode, SyntaxTree, ValueNode } from '../syntax/node.ts';
import type { TemplateDocument } from '../template/document.ts';
import type { Task, TaskList, Template } from '../template/template.ts';
import { actionInsertion } from './completion/actionInsertion.ts';
import { JsonWriter } from './completion/jsonWriter.ts';
import { columnOf, type Layout, layoutOf } from './completion/layout.ts';
import { type Piece, toSnippet } from './completion/pieces.ts';
import type { Skeleton } from './completion/proposal.ts';
import { insertionContextAt } from './completion/scene.ts';
import { fixed, hole, list, map } from './completion/skeletons.ts';
import { YamlWriter } from './completion/yamlWriter.ts';

/** A task that is to be inserted. */
export interface NewTask {
  /** Where in the text it goes. */
  readonly offset: number;
  /**
   * With the syntax of snippets. An editor has to put the white space in front of the line at `offset`, up to there, in front of
   * all lines but the first, as editors do by themselves.
   */
  readonly snippet: string;
  /** It needs a line of its own, but the text ends at `offset` without a line break: one has to be inserted before. */
  readonly needsLine: boolean;
}

/**
 * A task with an action, behind the task around `offset` or else at the end of the list around it; a trigger goes to the front.
 * Undefined: the text has no place for tasks.
 */
export function newTask(document: TemplateDocument, offset: number, spec: ActionSpec): NewTask | undefined {
  const { template: whole, tree } = document;
  if (whole?.kind !== 'template') return undefined;
  const { template, tasks, index } = spec.trigger
    ? { template: whole, tasks: whole.tasks, index: 0 }
    : targetAt(whole, offset);
  const task = taskSkeleton(template, tasks, index, spec);
  const { node } = tasks;
  const previous = tasks.tasks[index - 1]?.node ?? node?.items.at(-1);
  if (!node) return inFreshList(tree, template, task);
  if (!previous) return inEmptyList(tree, node, task);
  return index === 0 ? beforeFirst(tree, node, task) : behind(tree, node, previous, task);
}

interface Target {
  readonly template: Template;
  readonly tasks: TaskList;
  readonly index: number;
}

/** Behind the innermost task around the place, or the last one before it. */
function targetAt(template: Template, offset: number): Target {
  const child = template.children.find(({ root }) => holds(root, offset));
  if (child) return targetAt(child, offset);
  const around = template.allTasks.filter(({ node }) => holds(node, offset)).at(-1);
  const tasks = around ? (innerList(around, offset) ?? around.list) : template.tasks;
  const before = tasks.tasks.filter(({ node }) => node.range.start <= offset).length;
  const isInside = tasks.node !== undefined && holds(tasks.node, offset);
  return { template, tasks, index: isInside ? before : tasks.tasks.length };
}

/** The list of an ACS::Loop, where the cursor stands in it, between its tasks. */
const innerList = ({ inner }: Task, offset: number): TaskList | undefined =>
  inner?.node && holds(inner.node, offset) ? inner : undefined;

const holds = ({ range }: Pick<ValueNode, 'range'>, offset: number): boolean =>
  range.start <= offset && offset <= range.end;

function taskSkeleton(template: Template, tasks: TaskList, index: number, spec: ActionSpec): Skeleton {
  const insertion = actionInsertion(spec, insertionContextAt(template, tasks.tasks, index));
  return map(
    ['Name', hole(freeName(spec.name, template))],
    ['Action', fixed(spec.name)],
    ...(insertion.kind === 'scalarAndPairs' ? insertion.pairs : []),
  );
}

/** `ACS::ECS::RebootInstance` -> rebootInstance, or rebootInstance2 where there is one already. */
function freeName(action: string, { anyTask }: Template): string {
  const last = action.slice(action.lastIndexOf(':') + 1);
  const name = last.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (capitals) => capitals.toLowerCase());
  let number = 1;
  while (anyTask.get(number === 1 ? name : `${name}${number}`)) number += 1;
  return number === 1 ? name : `${name}${number}`;
}

/** What stands between two items in brackets, and how an item is written there. Lines count from the one around. */
function inBrackets(tree: SyntaxTree, node: SequenceNode, task: Skeleton) {
  const layout = layoutOf(tree);
  if (tree.notation === 'yaml') return { between: ', ', pieces: new YamlWriter(layout, true).value(task, 0) };
  const onOneLine = !tree.text.slice(node.range.start, node.range.end).includes('\n');
  const pieces = new JsonWriter(layout, onOneLine).value(task, 0);
  return { between: onOneLine ? ', ' : `,${layout.newline}`, pieces };
}

function behind(tree: SyntaxTree, node: SequenceNode, previous: ValueNode, task: Skeleton): NewTask {
  if (!node.flow) return onOwnLine(tree, previous.range.end, columnOf(tree.text, node), blockList(task));
  const { between, pieces } = inBrackets(tree, node, task);
  return at(previous.range.end, [between, ...pieces]);
}

function beforeFirst(tree: SyntaxTree, node: SequenceNode, task: Skeleton): NewTask | undefined {
  const layout = layoutOf(tree);
  if (!node.flow) return at(node.range.start, [...blockList(task)(layout, 0), layout.newline]);
  const { between, pieces } = inBrackets(tree, node, task);
  return at(node.items[0]?.range.start ?? node.range.start, [...pieces, between]);
}

/** Writes in block style what begins in a column. */
type Block = (layout: Layout, column: number) => readonly Piece[];

const blockList =
  (task: Skeleton): Block =>
  (layout, column) =>
    new YamlWriter(layout, false).value(list(task), column);

const blockPair =
  (task: Skeleton): Block =>
  (layout, column) =>
    new YamlWriter(layout, false).pairs([['Tasks', list(task)]], column);

/** `Tasks: []`, which stays in its brackets. */
function inEmptyList(tree: SyntaxTree, node: SequenceNode, task: Skeleton): NewTask {
  const layout = layoutOf(tree);
  const inner = node.range.start + 1;
  if (tree.notation === 'yaml') return at(inner, new YamlWriter(layout, true).value(task, 0));
  const pieces = new JsonWriter(layout, false).value(task, layout.unit);
  return at(inner, [layout.newline + layout.fill.repeat(layout.unit), ...pieces, layout.newline]);
}

/** `Tasks:` without a value, or no such key at all. */
function inFreshList(tree: SyntaxTree, { root, tasks }: Template, task: Skeleton): NewTask | undefined {
  const layout = layoutOf(tree);
  const pair = root.pairs.find(({ key }) => key.value === 'Tasks');
  const last = root.pairs.at(-1);
  // A value of another kind is a mistake that has to be repaired first.
  if (tasks.owner || !last || (pair?.value && !isNull(pair.value))) return undefined;
  if (tree.notation === 'yaml' && !root.flow) {
    const column = columnOf(tree.text, root);
    return pair
      ? onOwnLine(tree, pair.range.end, column + layout.dash, blockList(task))
      : onOwnLine(tree, last.range.end, column, blockPair(task));
  }
  if (tree.notation === 'yaml' || pair) return undefined;
  const pieces = new JsonWriter(layout, false).pairs([['Tasks', list(task)]], 0);
  return at(last.range.end, [`,${layout.newline}`, ...pieces]);
}

const isNull = (value: ValueNode): boolean => value.kind === 'scalar' && value.type === 'null';

/** On the line behind that in which something ends. */
function onOwnLine(tree: SyntaxTree, end: number, column: number, block: Block): NewTask {
  const { text } = tree;
  const layout = layoutOf(tree);
  const pieces = [' '.repeat(column), ...block(layout, column)];
  const feed = text.indexOf('\n', text.slice(0, end).trimEnd().length);
  return feed < 0 ? at(text.length, pieces, true) : at(feed + 1, [...pieces, layout.newline]);
}

const at = (offset: number, pieces: readonly Piece[], needsLine = false): NewTask => ({
  offset,
  snippet: toSnippet(pieces),
  needsLine,
});
