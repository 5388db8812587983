import type { SyntaxProblem, TextRange } from './node.ts';

/** Nobody reads more, and a text with more of them is not what it was taken for. */
export const MOST_PROBLEMS = 200;

/**
 * The problems of a text in its order, one for each mistake. `mended` are those that were recognised and repaired; what
 * a parser still says about a line with one of them (`left`) is a consequence of it, so it is left out, and so is
 * all but the first thing that it says about any other line. Empty ranges grow to what stands there, so that they show.
 */
export function tidyProblems(
  text: string,
  mended: readonly SyntaxProblem[],
  left: readonly SyntaxProblem[],
): SyntaxProblem[] {
  if (mended.length + left.length === 0) return [];
  const lineOf = lineFinder(text);
  const lines = new Set(mended.map(({ range }) => lineOf(range.start)));
  const problems = [...mended];
  for (const problem of left) {
    const line = lineOf(problem.range.start);
    if (lines.has(line)) continue;
    lines.add(line);
    problems.push(problem);
  }
  const seen = new Set<string>();
  return problems
    .sort(byPosition)
    .slice(0, MOST_PROBLEMS)
    .map((problem) => ({ ...problem, range: visible(text, problem.range) }))
    .sort(byPosition)
    .filter(({ code, range }) => {
      const key = `${code} ${range.start} ${range.end}`;
      return !seen.has(key) && seen.add(key);
    });
}

const byPosition = (a: SyntaxProblem, b: SyntaxProblem): number =>
  a.range.start - b.range.start || a.range.end - b.range.end;

/** Gives the line of an offset, counted from 0. */
function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
}

const AHEAD = /[^\S\r\n]*([\p{L}\p{N}_-]+|\S)/uy;

/** The word or sign at an empty range or behind it on its line, else the sign in front of it. */
function visible(text: string, range: TextRange): TextRange {
  const start = Math.min(Math.max(range.start, 0), text.length);
  const end = Math.min(range.end, text.length);
  if (end > start) return { start, end };
  AHEAD.lastIndex = start;
  const word = AHEAD.exec(text)?.[1];
  if (word) return { start: AHEAD.lastIndex - word.length, end: AHEAD.lastIndex };
  const before = text.slice(0, start).trimEnd();
  const sign = [...before.slice(-2)].at(-1) ?? '';
  return { start: before.length - sign.length, end: before.length };
}
