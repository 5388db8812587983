import { asMapping, contains, descendants, keyName, pairOf, stringOf, valueFor } from '../syntax/navigate.ts';
import type { SyntaxNode, TextRange, ValueNode } from '../syntax/node.ts';
import type { TemplateDocument } from '../template/document.ts';
import { keyWords, lineIn, namedWords, pathsIn, quotedWords } from './serviceErrorWords.ts';

/** A part of the template that a message is about. */
interface Spot {
  /** What is marked unless the message names something inside. */
  readonly label: TextRange;
  readonly whole: TextRange;
  readonly name?: string | undefined;
}

/**
 * The best place for a message of the service about a template. It says in free text what it found first, so the place is
 * guessed from what it names: a line, a path of keys, tasks, parameters, outputs, keys, quoted words. Without any of them it is
 * the first key. The range is never outside the text, and empty only in an empty text.
 */
export function locateServiceError(document: TemplateDocument, message: string): TextRange {
  const line = lineIn(message);
  if (line) return rangeOfLine(document.text, line);
  const spot = spotOnPath(document, message) ?? namedSpot(document, message);
  if (spot) return within(document, spot, message) ?? spot.label;
  const whole = { start: 0, end: document.text.length };
  return within(document, { label: whole, whole }, message) ?? firstKey(document);
}

function firstKey({ tree, text }: TemplateDocument): TextRange {
  const [pair] = asMapping(tree.root)?.pairs ?? [];
  return pair?.key.range ?? rangeOfLine(text, { line: 1, column: 1 });
}

/** From the place to the end of its line, or the line above it that says something. Both count from one. */
function rangeOfLine(text: string, { line, column }: { readonly line: number; readonly column: number }): TextRange {
  const lines = [...text.matchAll(/[^\r\n]*(?:\r\n|[\r\n]|$)/g)];
  const near = lines.slice(0, line).findLast(([it]) => it.trim() !== '') ?? lines.find(([it]) => it.trim() !== '');
  if (!near) return { start: 0, end: text.length };
  const [shown] = near;
  const end = shown.trimEnd().length;
  const start = column - 1 < end && near === lines[line - 1] ? column - 1 : shown.search(/\S/);
  return { start: near.index + Math.max(start, shown.search(/\S/)), end: near.index + end };
}

/** `Tasks.restart.Properties.Timeout`: keys, and in lists names or numbers. As far as it leads. */
function spotOnPath({ tree }: TemplateDocument, message: string): Spot | undefined {
  return pathsIn(message)
    .map((path) => follow(tree.root, path))
    .find((it) => it !== undefined);
}

function follow(root: ValueNode | undefined, path: readonly string[]): Spot | undefined {
  let node: SyntaxNode | undefined = root;
  let spot: Spot | undefined;
  for (const name of path) {
    const next: { node: SyntaxNode | undefined; spot: Spot } | undefined = step(node, name);
    // A first word that leads nowhere is no path.
    if (!next) return spot;
    ({ node, spot } = next);
  }
  return spot;
}

function step(node: SyntaxNode | undefined, name: string): { node: ValueNode | undefined; spot: Spot } | undefined {
  if (node?.kind === 'mapping') {
    const pair = pairOf(node, name);
    return pair && { node: pair.value, spot: { label: pair.key.range, whole: pair.range, name } };
  }
  if (node?.kind !== 'sequence') return undefined;
  const item = node.items.find((it) => stringOf(valueFor(it, 'Name')) === name) ?? node.items[Number(name)];
  return item && { node: item, spot: { label: (valueFor(item, 'Name') ?? item).range, whole: item.range, name } };
}

/** The first task, parameter or output that the message names; what it puts in quotes counts more than its other words. */
function namedSpot({ template }: TemplateDocument, message: string): Spot | undefined {
  if (!template) return undefined;
  const task = (name: string): Spot | undefined => {
    const found = template.anyTask.get(name);
    return found && { label: (found.nameNode ?? found.node).range, whole: found.node.range, name };
  };
  const entry = (index: typeof template.parameters | typeof template.outputs) => (name: string) => {
    const pair = index.get(name)?.pair;
    return pair && { label: pair.key.range, whole: pair.range, name };
  };
  const ways = [task, entry(template.parameters), entry(template.outputs)];
  // Where a parameter and a task share a name, the message says which of them it means.
  if (/parameter|参数/i.test(message) && !/task|任务/i.test(message)) ways.unshift(entry(template.parameters));
  for (const name of namedWords(message)) {
    const found = ways.map((way) => way(name)).find((it) => it !== undefined);
    if (found) return found;
  }
  return undefined;
}

/** What the message names inside of a spot: a key, else a quoted word wherever it stands. */
function within(document: TemplateDocument, spot: Spot, message: string): TextRange | undefined {
  const inside = (range: TextRange) => contains(spot.whole, range.start) && contains(spot.whole, range.end);
  const keys = [...descendants(document.tree.root)].flatMap((node) =>
    node.kind === 'mapping' ? node.pairs.filter(({ key }) => inside(key.range)) : [],
  );
  const quoted = quotedWords(message).filter((it) => it !== spot.name);
  const asKey = [...quoted, ...keyWords(message)]
    .filter((it) => it !== spot.name)
    .map((word) => keys.find((pair) => keyName(pair) === word && pair.key.range.start !== spot.label.start))
    .find((it) => it !== undefined);
  return asKey?.key.range ?? written(document.text, spot.whole, quoted);
}

/** Where one of the words stands by itself. */
function written(text: string, { start, end }: TextRange, words: readonly string[]): TextRange | undefined {
  for (const word of words) {
    for (let at = text.indexOf(word, start); at >= 0 && at + word.length <= end; at = text.indexOf(word, at + 1)) {
      const around = (text[at - 1] ?? ' ') + (text[at + word.length] ?? ' ');
      if (!/[\w-]/.test(around)) return { start: at, end: at + word.length };
    }
  }
  return undefined;
}
