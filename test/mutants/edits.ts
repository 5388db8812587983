import { distance } from 'fastest-levenshtein';
import type {
  MappingNode,
  PairNode,
  ScalarNode,
  TextEdit,
  TextRange,
  ValueNode,
} from '../../server/src/syntax/node.ts';
import { contentRange } from '../../server/src/syntax/scalarText.ts';
import type { Base } from './bases.ts';
import type { PairAt } from './places.ts';
import type { Random } from './random.ts';

// The edits are written without the means of the checker, so that its repairs are measured against something else.

export const over = (range: TextRange, newText: string): TextEdit => ({ range, newText });
export const insert = (at: number, newText: string): TextEdit => ({ range: { start: at, end: at }, newText });
export const before = (start: number): TextRange => ({ start, end: start });

/** Puts another text into a scalar; its quotes stay. */
export function rename(base: Base, node: ScalarNode, to: string): TextEdit {
  return over(contentRange(base.document.text, node), to);
}

export const lineBreak = ({ document: { text } }: Base): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** A value in the notation of the base: in YAML on one line, texts in single quotes. */
export function written(base: Base, value: unknown): string {
  if (base.document.notation === 'json') return JSON.stringify(value);
  if (typeof value === 'string') {
    if (/[\n\r\t]/.test(value)) return JSON.stringify(value);
    return /^[A-Za-z][\w:.]*$/.test(value) ? value : `'${value.replaceAll("'", "''")}'`;
  }
  if (Array.isArray(value)) return `[${value.map((it) => written(base, it)).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    return `{${Object.entries(value)
      .map(([key, it]) => `${written(base, key)}: ${written(base, it)}`)
      .join(', ')}}`;
  }
  return JSON.stringify(value);
}

/** Writes a value over another one. A block loses the line breaks behind its key, but not the one behind itself. */
export function replace(base: Base, node: ValueNode, value: unknown): TextEdit {
  const { text, notation } = base.document;
  let { start, end } = node.range;
  if (notation === 'yaml') {
    const between = /(?:[ \t]*\r?\n)[ \t]*$/.exec(text.slice(0, start));
    const inList = between && /-[ \t]*$/.test(text.slice(0, between.index));
    if (between && !inList && /:$/.test(text.slice(0, between.index))) start = between.index;
    end -= /\s*$/.exec(text.slice(node.range.start, end))?.[0].length ?? 0;
  }
  return over({ start, end }, `${start < node.range.start ? ' ' : ''}${written(base, value)}`);
}

/** Puts a pair in front of another one, in the layout of that one. */
export function insertPair(base: Base, { mapping, pair }: PairAt, key: string, value: unknown): TextEdit {
  const { text, notation } = base.document;
  const { start } = pair.range;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const ownLine = !mapping.flow || /^\s*$/.test(text.slice(lineStart, start));
  const between = ownLine ? `${lineBreak(base)}${text.slice(lineStart, start).replace(/\S/g, ' ')}` : ' ';
  const newKey = notation === 'json' ? JSON.stringify(key) : written(base, key);
  return insert(start, `${newKey}: ${written(base, value)}${mapping.flow ? ',' : ''}${between}`);
}

/** Takes a pair out, with its lines or its comma. */
export function removePair(base: Base, { mapping, pair }: PairAt): TextEdit {
  const { text } = base.document;
  const index = mapping.pairs.indexOf(pair);
  const end = Math.max(pair.range.end, text.indexOf(':', pair.key.range.end) + 1);
  const next = mapping.pairs[index + 1];
  if (next) return over({ start: pair.range.start, end: next.range.start }, '');
  const previous = mapping.pairs[index - 1];
  if (previous) return over({ start: previous.range.end, end }, '');
  return over({ start: pair.range.start, end }, mapping.flow ? '' : '{}');
}

/** Takes an item out of a list that has others. */
export function removeItem(items: readonly ValueNode[], index: number, base: Base): TextEdit | undefined {
  const { text } = base.document;
  const [item, next, previous] = [items[index], items[index + 1], items[index - 1]];
  if (item && next) return over({ start: item.range.start, end: next.range.start }, '');
  if (!item || !previous) return undefined;
  const end = item.range.end - (/\s*$/.exec(text.slice(item.range.start, item.range.end))?.[0].length ?? 0);
  return over({ start: previous.range.end, end }, '');
}

/** Where the keys of a mapping begin: the place to complain about one that is missing. */
export function headOf(mapping: MappingNode): TextRange {
  const first = mapping.pairs[0];
  return before(mapping.flow || !first ? mapping.range.start : first.range.start);
}

export const keyOf = (pair: PairNode | undefined): TextRange[] => (pair ? [pair.key.range] : []);

/**
 * A slip of the hand: two letters swapped, one left out, doubled or replaced. Nearer to the name than to any of the
 * others, so that it is clear what was meant. Undefined for names too short for that.
 */
export function typo(name: string, random: Random, others: readonly string[] = []): string | undefined {
  if (name.length < 4) return undefined;
  const rest = others.filter((it) => it.toLowerCase() !== name.toLowerCase());
  for (let tries = 0; tries < 20; tries++) {
    const slip = slipOf(name, random);
    const steps = distance(slip.toLowerCase(), name.toLowerCase());
    if (steps === 0 || steps >= name.length / 2) continue;
    if (rest.every((it) => distance(slip.toLowerCase(), it.toLowerCase()) > steps)) return slip;
  }
  return undefined;
}

function slipOf(name: string, random: Random): string {
  const at = 1 + random.below(name.length - 2);
  const [letter = '', next = ''] = name.slice(at, at + 2);
  // A slip of this kind leaves `::`, `-` and the like alone: they are what a name is taken apart by.
  if (!/[A-Za-z0-9]/.test(letter) || !/[A-Za-z0-9]/.test(next)) return name;
  const slips = [next + letter, next, letter + letter + next, random.pick([...'aeinorst']) + next];
  return name.slice(0, at) + random.pick(slips) + name.slice(at + 2);
}
