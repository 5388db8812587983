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
  if (!whole || whole.kind !== 'template') return undefined;
  const { template, tasks, index } = spec.trigger
    ? { template: whole, tasks: whole.tasks, index: 0 }
    : targetAt(whole, offset);
  const task = taskSkeleton(template, tasks, index, spec);
  const { node } = tasks;
  if (!node) return inFreshList(tree, template, task);
  if (node.items.length === 0) return inEmptyList(tree, node, task);
  return index === 0 ? beforeFirst(tree, node, task) : behind(tree, node, index - 1, task);
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

/** The text of the task in the place of an item. Blocks stand in `column`; what is in brackets counts from its own line. */
function written(tree: SyntaxTree, node: SequenceNode, task: Skeleton, column: number): Piece[] {
  const layout = layoutOf(tree);
  if (!node.flow) return new YamlWriter(layout, false).value(list(task), column);
  return tree.notation === 'json'
    ? new JsonWriter(layout, isOnOneLine(tree, node)).value(task, 0)
    : new YamlWriter(layout, true).value(task, 0);
}

const isOnOneLine = ({ text }: SyntaxTree, { range }: ValueNode): boolean =>
  !text.slice(range.start, range.end).includes('\n');

function behind(tree: SyntaxTree, node: SequenceNode, index: number, task: Skeleton): NewTask | undefined {
  const item = node.items[index];
  if (!item) return undefined;
  const { newline } = layoutOf(tree);
  const pieces = written(tree, node, task, columnOf(tree.text, node));
  if (!node.flow) return onOwnLine(tree, item.range.end, pieces, newline);
  const between = tree.notation === 'yaml' || isOnOneLine(tree, node) ? ', ' : `,${newline}`;
  return at(item.range.end, [between, ...pieces]);
}

function beforeFirst(tree: SyntaxTree, node: SequenceNode, task: Skeleton): NewTask | undefined {
  const [item] = node.items;
  if (!item) return undefined;
  const { newline } = layoutOf(tree);
  const column = columnOf(tree.text, node);
  const pieces = written(tree, node, task, 0);
  if (!node.flow) return at(node.range.start, [...pieces, newline]);
  const between = tree.notation === 'yaml' || isOnOneLine(tree, node) ? ', ' : `,${newline}`;
  return at(column < 0 ? node.range.start : item.range.start, [...pieces, between]);
}

/** `Tasks: []`, which stays in its brackets. */
function inEmptyList(tree: SyntaxTree, node: SequenceNode, task: Skeleton): NewTask {
  const layout = layoutOf(tree);
  const inner = node.range.start + 1;
  if (tree.notation === 'yaml') return at(inner, written(tree, node, task, 0));
  const blank = ' '.repeat(layout.unit);
  const pieces = new JsonWriter(layout, false).value(task, layout.unit);
  return at(inner, [layout.newline + blank, ...pieces, layout.newline]);
}

/** `Tasks:` without a value, or no such key at all. */
function inFreshList(tree: SyntaxTree, { root, tasks }: Template, task: Skeleton): NewTask | undefined {
  if (tasks.owner) return undefined;
  const layout = layoutOf(tree);
  const pair = root.pairs.find(({ key }) => key.value === 'Tasks');
  const last = root.pairs.at(-1);
  // A value of another kind is a mistake that has to be repaired first.
  if (pair?.value && !(pair.value.kind === 'scalar' && pair.value.type === 'null')) return undefined;
  if (tree.notation === 'json') return pair || !last ? undefined : jsonPair(layout, last.range.end, task);
  if (root.flow) return undefined;
  const writer = new YamlWriter(layout, false);
  const column = columnOf(tree.text, root);
  const pieces = pair
    ? writer.value(list(task), column + layout.dash)
    : writer.pairs([['Tasks', list(task)]], column);
  const indent = ' '.repeat(pair ? column + layout.dash : column);
  return onOwnLine(tree, (pair ?? last)?.range.end ?? 0, pieces, layout.newline, indent);
}

const jsonPair = (layout: Layout, end: number, task: Skeleton): NewTask =>
  at(end, [`,${layout.newline}`, ...new JsonWriter(layout, false).pairs([['Tasks', list(task)]], 0)]);

/** On the line behind that in which something ends. Blocks are indented as a whole: the place is the beginning of a line. */
function onOwnLine(
  { text }: SyntaxTree,
  end: number,
  pieces: readonly Piece[],
  newline: string,
  indent = '',
): NewTask {
  const said = text.slice(0, end).trimEnd().length;
  const feed = text.indexOf('\n', said);
  return feed < 0
    ? at(text.length, [indent, ...pieces], true)
    : at(feed + 1, [indent, ...pieces, newline]);
}

const at = (offset: number, pieces: readonly Piece[], needsLine = false): NewTask => ({
  offset,
  snippet: toSnippet(pieces),
  needsLine,
});
