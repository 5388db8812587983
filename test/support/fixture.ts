import type { TextRange } from '../../server/src/syntax/node.ts';

export interface Fixture {
  readonly text: string;
  readonly cursors: readonly number[];
  /** In the order of their starts. */
  readonly ranges: readonly TextRange[];
}

/** Takes the marks out of a marked text: `<|>` is a cursor, `<|...|>` a range. A bare `|` is YAML. */
export function fixture(marked: string): Fixture {
  const cursors: number[] = [];
  const ranges: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  let text = '';
  for (const piece of marked.split(/(<\|>|<\||\|>)/)) {
    if (piece === '<|>') cursors.push(text.length);
    else if (piece === '<|') {
      const range = { start: text.length, end: -1 };
      ranges.push(range);
      open.push(range);
    } else if (piece === '|>') {
      const range = open.pop();
      if (!range) throw new Error(`a mark is closed that was not opened: ${marked}`);
      range.end = text.length;
    } else text += piece;
  }
  if (open.length > 0) throw new Error(`a mark is not closed: ${marked}`);
  return { text, cursors, ranges };
}

/** A text with marks around the ranges, to show them in a failing test. */
export function withMarks(text: string, ranges: readonly TextRange[]): string {
  const marks = ranges.flatMap(({ start, end }) => [
    { at: start, mark: '<|', order: 1 },
    { at: end, mark: '|>', order: end === start ? 2 : 0 },
  ]);
  marks.sort((a, b) => b.at - a.at || b.order - a.order);
  return marks.reduce((marked, { at, mark }) => marked.slice(0, at) + mark + marked.slice(at), text);
}
