import stringWidth from 'string-width';
import { printable } from '../terminal/terminal.ts';

/** A line of a template as a terminal shows it, with the columns to underline. */
export interface Excerpt {
  readonly shown: string;
  /** The first column to underline, from zero. */
  readonly column: number;
  /** At least one column. */
  readonly length: number;
}

interface Cell {
  readonly text: string;
  readonly width: number;
  /** Where it begins in the line, in UTF-16 units. */
  readonly index: number;
}

const cut = '…';

let segmenter: Intl.Segmenter | undefined;

/** The characters as people see them. In ASCII they are plain, and to load what knows the others takes longer than a check. */
function graphemes(text: string): Iterable<{ readonly segment: string; readonly index: number }> {
  if (/^[\t -~]*$/.test(text)) return Array.from(text, (segment, index) => ({ segment, index }));
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** Shows `line` in at most `width` columns so that its units `from` to `to` are seen, or as many of them as fit. */
export function excerptOf(line: string, from: number, to: number, width: number): Excerpt {
  const cells = cellsAround(line, from, width);
  const marked = cells.findIndex(({ index, text }) => index + text.length > from);
  const first = firstShown(cells, marked < 0 ? cells.length : marked, to, width);
  const prefix = first > 0 || (cells[0]?.index ?? 0) > 0 ? cut : '';
  const shown: Cell[] = [];
  let used = prefix.length;
  for (const cell of cells.slice(first)) {
    if (used + cell.width > width - 1) break;
    used += cell.width;
    shown.push(cell);
  }
  const last = shown.at(-1);
  const complete = last === undefined || last.index + last.text.length >= line.length || last === cells.at(-1);
  const columns = (part: readonly Cell[]) => part.reduce((sum, cell) => sum + cell.width, 0);
  return {
    shown: prefix + shown.map(({ text }) => (text === '\t' ? tab : printable(text))).join('') + (complete ? '' : cut),
    column: prefix.length + columns(shown.filter(({ index, text }) => index + text.length <= from)),
    length: Math.max(1, columns(shown.filter(({ index, text }) => index + text.length > from && index < to))),
  };
}

const tab = '    ';

/** Only the neighbourhood is measured: a line can hold a whole minified template. */
function cellsAround(line: string, from: number, width: number): Cell[] {
  const start = withinPair(line, Math.max(0, from - width));
  const end = withinPair(line, Math.min(line.length, from + 2 * width));
  return Array.from(graphemes(line.slice(start, end)), ({ segment, index }) => ({
    text: segment,
    width: segment === '\t' ? tab.length : stringWidth(printable(segment)),
    index: start + index,
  }));
}

/** Steps out of the middle of a surrogate pair. */
function withinPair(line: string, offset: number): number {
  return /[\udc00-\udfff]/.test(line[offset] ?? '') ? offset + 1 : offset;
}

/** Where to begin so that the marked cells fit: at the line's begin when possible, else a third of the width before. */
function firstShown(cells: readonly Cell[], marked: number, to: number, width: number): number {
  const before = cells.slice(0, marked).reduce((sum, cell) => sum + cell.width, 0);
  const inside = cells.slice(marked).reduce((sum, cell) => (cell.index < to ? sum + cell.width : sum), 0);
  if ((cells[0]?.index ?? 0) === 0 && before + Math.min(inside, width / 2) < width - 1) return 0;
  let lead = 0;
  let first = marked;
  while (first > 0 && lead + (cells[first - 1]?.width ?? 0) <= width / 3) {
    first--;
    lead += cells[first]?.width ?? 0;
  }
  return first;
}
