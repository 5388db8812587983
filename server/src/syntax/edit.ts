import type { MappingNode, PairNode, ScalarNode, SequenceNode, SyntaxTree, TextEdit, TextRange } from './node.ts';
import { contentRange } from './scalarText.ts';

/** Applies edits that do not overlap; of two that do, the later one in the list is left out. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const accepted: TextEdit[] = [];
  for (const edit of edits) if (!accepted.some((it) => overlap(it.range, edit.range))) accepted.push(edit);
  accepted.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let result = '';
  let done = 0;
  for (const { range, newText } of accepted) {
    result += text.slice(done, range.start) + newText;
    done = range.end;
  }
  return result + text.slice(done);
}

const overlap = (a: TextRange, b: TextRange): boolean =>
  (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end);

/** The one edit that turns a text into another: from the first line that differs to the last. Undefined: none does. */
export function lineDifference(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before[same] === after[same]) same++;
  const start = before.slice(0, same).lastIndexOf('\n') + 1;
  let behind = 0;
  while (behind < shorter - start && before.at(-1 - behind) === after.at(-1 - behind)) behind++;
  const isLine = (text: string): boolean => text.length - behind === start || text.at(-1 - behind) === '\n';
  const feed = before.indexOf('\n', before.length - behind);
  const next = feed < 0 ? before.length : feed + 1;
  const end = isLine(before) && isLine(after) ? before.length - behind : next;
  return { range: { start, end }, newText: after.slice(start, after.length - (before.length - end)) };
}

/** Writes another text into a scalar and keeps its quotes. `value` must need no escapes: a name, a key, a type. */
export function replaceScalar(source: string, node: ScalarNode, value: string): TextEdit {
  return { range: contentRange(source, node), newText: value };
}

/** Puts quotes around a plain scalar of a YAML text, single ones as people do. */
export function quoteScalar(source: string, { start, end }: TextRange): TextEdit {
  return { range: { start, end }, newText: `'${source.slice(start, end).replaceAll("'", "''")}'` };
}

/** The white space in front of the line at `offset`. */
export function indentAt(source: string, offset: number): string {
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(source.slice(start, offset))?.[0] ?? '';
}

/** The columns of `offset` as blanks: where a sibling key has to stand. */
function columnAt(source: string, offset: number): string {
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  return source.slice(start, offset).replace(/\S/g, ' ');
}

export interface NewPair {
  readonly key: string;
  /** The value as JSON data. A mapping stands on lines of its own where its surroundings do. */
  readonly value: unknown;
}

/** Adds pairs behind the last pair of a mapping, in its notation and layout. */
export function insertPairs({ notation, text }: SyntaxTree, mapping: MappingNode, pairs: readonly NewPair[]): TextEdit {
  const last = mapping.pairs.at(-1);
  const write = (it: NewPair) =>
    `${notation === 'json' ? JSON.stringify(it.key) : it.key}: ${inline(it.value, notation)}`;
  const written = pairs.map(write);
  if (!last) {
    const { start, end } = mapping.range;
    // In a text being typed the closing brace may be missing.
    const closed = end - start > 1 && text[end - 1] === '}';
    return { range: { start: start + 1, end: closed ? end - 1 : end }, newText: written.join(', ') };
  }
  const { end } = last.range;
  const at = { start: end, end };
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  if (!mapping.flow) {
    const indent = columnAt(text, last.range.start);
    return { range: at, newText: pairs.map((it) => block(it, `${newline}${indent}`)).join('') };
  }
  const onLines = text.slice(mapping.range.start, last.range.start).includes('\n');
  const between = onLines ? `${newline}${indentAt(text, last.range.start)}` : ' ';
  return { range: at, newText: written.map((it) => `,${between}${it}`).join('') };
}

/** A pair in block style; `start` is the line break and the indentation in front of it. */
function block({ key, value }: NewPair, start: string): string {
  if (value === null || typeof value !== 'object' || Array.isArray(value) || Object.keys(value).length === 0) {
    return `${start}${key}: ${inline(value, 'yaml')}`;
  }
  const inner = Object.entries(value).map((entry) => block({ key: entry[0], value: entry[1] }, `${start}  `));
  return `${start}${key}:${inner.join('')}`;
}

function inline(value: unknown, notation: SyntaxTree['notation']): string {
  if (notation === 'yaml' && value === '') return "''";
  if (notation === 'yaml' && typeof value === 'string' && /^[A-Za-z][\w.-]*(?:::[\w.-]+)*$/.test(value)) return value;
  return JSON.stringify(value);
}

/**
 * Puts a mapping in front of an item of a list, in its notation and layout. Comments directly above the item stay with it.
 * Undefined where the item does not begin behind its dash.
 */
export function insertItem(
  { notation, text }: SyntaxTree,
  { flow, items }: SequenceNode,
  index: number,
  pairs: readonly NewPair[],
): TextEdit | undefined {
  const item = items[index];
  if (!item) return undefined;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lineStart = text.lastIndexOf('\n', item.range.start - 1) + 1;
  if (flow) {
    const onLines = /^\s*$/.test(text.slice(lineStart, item.range.start));
    const indent = indentAt(text, item.range.start);
    const at = { start: item.range.start, end: item.range.start };
    const written = notation === 'json' && onLines ? jsonLines(text, item, pairs, newline) : flowMap(pairs, notation);
    return { range: at, newText: `${written},${onLines ? newline + indent : ' '}` };
  }
  const before = text.slice(lineStart, item.range.start);
  if (!/^ *- +$/.test(before)) return undefined;
  const start = aboveComments(text, lineStart, before.indexOf('-'));
  const deeper = `${newline}${' '.repeat(before.length)}`;
  const written =
    item.kind === 'mapping' && item.flow
      ? flowMap(pairs, notation)
      : pairs
          .map((it) => block(it, deeper))
          .join('')
          .trimStart();
  return { range: { start, end: start }, newText: `${before}${written}${newline}` };
}

/** A mapping over several lines as deep as the item, its levels as far apart as those of the item. */
function jsonLines(text: string, item: SequenceNode['items'][number], pairs: readonly NewPair[], newline: string) {
  const indent = indentAt(text, item.range.start);
  const first = item.kind === 'mapping' ? item.pairs[0] : undefined;
  const isSpread = first && text.slice(item.range.start, first.range.start).includes('\n');
  if (!isSpread) return flowMap(pairs, 'json');
  const level = indentAt(text, first.range.start).slice(indent.length) || '  ';
  const data = Object.fromEntries(pairs.map(({ key, value }) => [key, value]));
  return JSON.stringify(data, null, level).replaceAll('\n', newline + indent);
}

function flowMap(pairs: readonly NewPair[], notation: SyntaxTree['notation']): string {
  const written = pairs.map(({ key, value }) => {
    const isMap = value !== null && typeof value === 'object' && !Array.isArray(value);
    const inner = isMap ? Object.entries(value).map((entry) => ({ key: entry[0], value: entry[1] })) : undefined;
    const name = notation === 'json' ? JSON.stringify(key) : key;
    return `${name}: ${inner ? flowMap(inner, notation) : inline(value, notation)}`;
  });
  return `{ ${written.join(', ')} }`;
}

/** The start of the first of the comments that stand in a column directly above a line. */
function aboveComments(text: string, line: number, column: number): number {
  let start = line;
  while (start > 0) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    if (!text.slice(above, start).startsWith(`${' '.repeat(column)}#`)) break;
    start = above;
  }
  return start;
}

/** Takes a pair out with its line or its comma. */
export function removePair({ text }: SyntaxTree, mapping: MappingNode, pair: PairNode): TextEdit {
  const index = mapping.pairs.indexOf(pair);
  const previous = mapping.pairs[index - 1];
  const next = mapping.pairs[index + 1];
  const end = endOf(text, pair);
  if (next) return { range: { start: pair.range.start, end: next.range.start }, newText: '' };
  if (previous) return { range: { start: endOf(text, previous), end }, newText: '' };
  return { range: { start: pair.range.start, end }, newText: mapping.flow ? '' : '{}' };
}

/** Behind the value of a pair, or behind its colon where it has none. */
function endOf(text: string, { range, value }: PairNode): number {
  return value ? range.end : range.end + (/^[ \t]*:/.exec(text.slice(range.end))?.[0].length ?? 0);
}
