import type { MappingNode, PairNode, SyntaxTree, TextRange } from '../../syntax/node.ts';
import { endOfLine, indentOf, isBlank, lineStart, nextLine } from './lines.ts';

/** The text that goes with a pair of a mapping wherever it goes. */
export interface Slot {
  readonly range: TextRange;
  /** Blanks that the text would begin with on a line of its own, where it stands behind the dash of a list. */
  readonly indent: string;
}

/**
 * The lines of each pair of a block mapping: the comments above it, and the comments below its value that stand deeper
 * than its key. Blank lines between pairs belong to none. Undefined where a line holds anything that is not understood.
 */
export function blockSlots({ text }: SyntaxTree, { pairs }: MappingNode): Slot[] | undefined {
  const [first] = pairs;
  if (!first) return undefined;
  const column = first.range.start - lineStart(text, first.range.start);
  const slots: Slot[] = [];
  let head = firstSlot(text, first, column);
  for (const [index, pair] of pairs.entries()) {
    const end = endOfPair(text, pair);
    const next = pairs[index + 1];
    if (!head || end === undefined) return undefined;
    const { tail, nextStart } = gapBelow(text, end, next ? lineStart(text, next.range.start) : text.length, column);
    slots.push({ range: { start: head.start, end: tail }, indent: head.indent });
    head =
      next && /^ *$/.test(text.slice(lineStart(text, next.range.start), next.range.start))
        ? { start: nextStart, indent: '' }
        : undefined;
  }
  return slots;
}

interface Head {
  readonly start: number;
  readonly indent: string;
}

/** Comments directly above the first key in its column are its own; those further up are about the whole. */
function firstSlot(text: string, pair: PairNode, column: number): Head | undefined {
  let start = lineStart(text, pair.range.start);
  const before = text.slice(start, pair.range.start);
  if (/^ *(?:- +)+$/.test(before)) return { start: pair.range.start, indent: ' '.repeat(column) };
  if (!/^ *$/.test(before)) return undefined;
  for (let above = start; above > 0; ) {
    above = lineStart(text, above - 1);
    if (commentColumn(text, above) !== column) break;
    start = above;
  }
  return { start, indent: '' };
}

/** The end of the line on which a pair ends, where nothing but a comment follows it. */
function endOfPair(text: string, { range, value }: PairNode): number | undefined {
  const end = endOfLine(text, range.end);
  const rest = text.slice(range.end, end);
  return (value ? /^[ \t]*(?:#.*)?$/ : /^[ \t]*:[ \t]*(?:#.*)?$/).test(rest) ? end : undefined;
}

interface Gap {
  /** Where the comments end that belong to the pair above. */
  readonly tail: number;
  /** Where those begin that belong to the pair below. */
  readonly nextStart: number;
}

/** Shares out what stands between the end of a pair and the line of the next one. */
function gapBelow(text: string, from: number, to: number, column: number): Gap {
  let tail = from;
  let nextStart = to;
  for (let at = nextLine(text, from); at < to; at = nextLine(text, at)) {
    if (isBlank(text, at)) continue;
    const comment = commentColumn(text, at);
    if (comment === undefined) break;
    if (comment > column && nextStart === to) tail = endOfLine(text, at);
    else nextStart = Math.min(nextStart, at);
  }
  return { tail, nextStart };
}

/** The column of the comment that a line consists of. */
function commentColumn(text: string, start: number): number | undefined {
  const column = indentOf(text, start);
  return text[start + column] === '#' ? column : undefined;
}
