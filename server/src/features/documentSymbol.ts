import { keyName } from '../syntax/navigate.ts';
import type { PairNode, TextRange } from '../syntax/node.ts';
import type { TemplateDocument } from '../template/document.ts';
import type { Entry, Output, Parameter, Task, Template } from '../template/template.ts';

export type SymbolKind = 'section' | 'parameter' | 'condition' | 'task' | 'output';

/** A line of the outline. */
export interface DocumentSymbol {
  /** Never blank. */
  readonly name: string;
  /** The type of a parameter or output, the action of a task, the value of a section that is one word. */
  readonly detail: string | undefined;
  readonly kind: SymbolKind;
  readonly range: TextRange;
  /** The name, inside `range`. */
  readonly selectionRange: TextRange;
  /** In the order of the text, inside `range`. */
  readonly children: readonly DocumentSymbol[];
}

/** The outline: the sections with what they declare, as far as the text can be read. */
export function documentSymbols({ template }: TemplateDocument): DocumentSymbol[] {
  return template ? sections(template) : [];
}

function sections(template: Template): DocumentSymbol[] {
  return template.root.pairs.map((pair, index) => ({
    name: visibleName(pair.key.value, index),
    detail: wordOf(pair),
    kind: 'section',
    range: pair.range,
    selectionRange: pair.key.range,
    // A section that is written twice declares something only once.
    children: declaredIn(template, keyName(pair)).filter(({ range }) => contains(pair.range, range)),
  }));
}

function declaredIn(template: Template, section: string): DocumentSymbol[] {
  switch (section) {
    case 'Parameters':
      return template.parameters.all.map(attributedSymbol);
    case 'Conditions':
      return template.conditions.all.map((it, index) => entrySymbol(it, 'condition', undefined, index));
    case 'Tasks':
      return template.tasks.tasks.map(taskSymbol);
    case 'Outputs':
      return template.outputs.all.map(attributedSymbol);
    default:
      return [];
  }
}

function taskSymbol(task: Task): DocumentSymbol {
  const { name, nameNode, action, actionNode, node, index } = task;
  const named = name !== undefined && name.trim() !== '';
  return {
    name: named ? name : visibleName(action, index),
    detail: named ? action : undefined,
    kind: 'task',
    range: node.range,
    selectionRange: (named ? nameNode : actionNode)?.range ?? { start: node.range.start, end: node.range.start },
    children: [
      ...task.outputs.all.map(attributedSymbol),
      ...(task.loop?.outputs.all.map(attributedSymbol) ?? []),
      ...(task.inner?.tasks.map(taskSymbol) ?? []),
      ...(task.child ? sections(task.child) : []),
    ].sort(byPosition),
  };
}

function attributedSymbol(entry: Parameter | Output, index: number): DocumentSymbol {
  const type = entry.attributes?.pairs.find(({ key }) => key.value === 'Type' || key.value === 'AggregateType');
  return entrySymbol(entry, entry.kind, type && wordOf(type), index);
}

function entrySymbol(
  { name, pair }: Entry,
  kind: SymbolKind,
  detail: string | undefined,
  index: number,
): DocumentSymbol {
  return {
    name: visibleName(name, index),
    detail,
    kind,
    range: pair.range,
    selectionRange: pair.key.range,
    children: [],
  };
}

/** Editors refuse a symbol without a visible name, so a nameless one is called by its place, counted from 1. */
function visibleName(name: unknown, index: number): string {
  const text = name === undefined || name === null ? '' : String(name);
  return text.trim() === '' ? `#${index + 1}` : text;
}

/** The value of a pair, when it is text on one line. */
function wordOf({ value }: PairNode): string | undefined {
  if (value?.kind !== 'scalar' || typeof value.value !== 'string' || /[\r\n]/.test(value.value)) return undefined;
  return value.value;
}

function contains(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function byPosition(a: DocumentSymbol, b: DocumentSymbol): number {
  return a.range.start - b.range.start;
}
