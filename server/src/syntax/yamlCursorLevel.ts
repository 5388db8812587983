import { lineEnd, lineStartAt } from './yamlScan.ts';

/** Where an empty line belongs. */
export interface LineLevel {
  /** The column in which its word stands, or the dash before it. */
  readonly column: number;
  /** It is an entry of a list: a dash belongs in front of the word. */
  readonly isItem: boolean;
}

interface Level {
  readonly column: number;
  readonly kind: 'map' | 'seq';
  /** The value behind the key or dash is missing on its line. */
  readonly open: boolean;
  /** A block of text belongs to the key. */
  readonly block: boolean;
}

/** No key of the language ends further right, and no hostile line is read to its end. */
const LONGEST_KEY = 500;
const LINE = /^( *)((?:-(?: +|$))*)((?:"[^"]*"|'[^']*'|[^\s#"'{}[\],&*!|>%@`-][^#]*?|-[^\s#][^#]*?):(?=\s|$))?(.*)$/;

/**
 * The map or list that an empty line belongs to by its column. A column in which nothing stands is taken for the next
 * one to the left. Undefined where columns mean nothing: in a block of text, or between brackets.
 */
export function levelOfEmptyLine(text: string, lineStart: number, column: number): LineLevel | undefined {
  const below = contentBelow(text, lineEnd(text, lineStart) + 1);
  const { levels, last } = levelsAbove(text, lineStart);
  if (/[{[,]\s*$/.test(last) || /^\s*[}\]]/.test(below ?? '')) return undefined;
  const innermost = levels.find((it) => it.column < column);
  if (innermost?.block) return undefined;
  const next = below === undefined ? undefined : { column: below.search(/\S/), isItem: /^\s*-(?:\s|$)/.test(below) };
  const [first] = levels;
  if (!first) return next ?? { column, isItem: false };
  if (first.open && column > first.column) {
    return next && next.column > first.column ? next : { column, isItem: false };
  }
  const at = levels.find((it) => it.column <= column) ?? levels.at(-1) ?? first;
  return { column: at.column, isItem: isItemAt(at.column, levels, next) };
}

/** `next`: the line below. */
function isItemAt(column: number, levels: readonly Level[], next: LineLevel | undefined): boolean {
  const here = levels.filter((it) => it.column === column);
  if (here.every(({ kind }) => kind === 'seq')) return true;
  // A key between two items in the column of their key would take the second one for its value.
  const isList = here.some(({ kind, open }) => kind === 'seq' || open);
  return isList && next?.isItem === true && next.column === column;
}

/** The first line from an offset on that says something. */
function contentBelow(text: string, from: number): string | undefined {
  for (let at = from; at < text.length; at = lineEnd(text, at) + 1) {
    const line = text.slice(at, lineEnd(text, at));
    if (/^\s*[^\s#]/.test(line)) return line.trimEnd();
  }
  return undefined;
}

/** The collections that are open above a line, innermost first, and the line before it. */
function levelsAbove(text: string, lineStart: number): { readonly levels: readonly Level[]; readonly last: string } {
  const levels: Level[] = [];
  let last: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let end = lineStart - 1; end >= 0 && (least > 0 || levels.at(-1)?.kind === 'seq'); ) {
    const start = lineStartAt(text, end);
    const line = text.slice(start, end).trimEnd();
    end = start - 1;
    if (!/^\s*[^\s#]/.test(line)) continue;
    last ??= line;
    // A list may stand in the column of its key.
    const reach = levels.at(-1)?.kind === 'seq' ? least + 0.5 : least;
    levels.push(...levelsOf(line).filter(({ column, kind }) => column < least || (column < reach && kind === 'map')));
    least = Math.min(least, line.search(/\S/));
  }
  return { levels, last: last ?? '' };
}

function levelsOf(line: string): Level[] {
  const [, indent = '', dashes = '', key, rest = ''] = LINE.exec(line.slice(0, LONGEST_KEY)) ?? [];
  const value = rest.replace(/(?:^|\s)#.*$/, '').trim();
  const found: Level[] = [];
  const content = indent.length + dashes.length;
  if (key !== undefined) {
    const block = /^[|>][-+\d]*$/.test(value);
    found.push({ column: content, kind: 'map', open: value === '', block });
  }
  for (let at = dashes.lastIndexOf('-'); at >= 0; at = at === 0 ? -1 : dashes.lastIndexOf('-', at - 1)) {
    const open = key === undefined && value === '' && at === dashes.lastIndexOf('-');
    found.push({ column: indent.length + at, kind: 'seq', open, block: false });
  }
  return found;
}
