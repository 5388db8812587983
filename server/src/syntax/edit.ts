import type { MappingNode, PairNode, ScalarNode, SyntaxTree, TextEdit, TextRange } from './node.ts';
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
