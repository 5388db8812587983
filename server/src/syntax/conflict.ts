import type { SyntaxProblem, TextRange } from './node.ts';

const MARK = /^([<|=>])\1{6}(?= |\r?$).*$/gm;

/**
 * Takes the marks of merge conflicts out of a text: blanks stand for them and for all but the first side, so every
 * offset keeps its meaning. A mark stands at the very beginning of a line, where neither notation can have it.
 */
export function withoutConflicts(text: string): { readonly text: string; readonly problems: readonly SyntaxProblem[] } {
  const problems: SyntaxProblem[] = [];
  const blanks: TextRange[] = [];
  /** The marks of the conflict that is being read. */
  let open: TextRange[] = [];
  for (const { 0: line, 1: sign, index } of text.matchAll(MARK)) {
    const mark = { start: index, end: index + line.trimEnd().length };
    if (sign === '<' || open.length === 0) {
      problems.push({ code: 'conflict-marker', range: mark });
      for (const it of [...open, mark]) blanks.push(it);
      open = sign === '<' ? [mark] : [];
    } else {
      open.push(mark);
      if (sign !== '>') continue;
      blanks.push({ start: open[1]?.start ?? mark.start, end: mark.end });
      open = [];
    }
  }
  // Of a conflict without its last mark both sides are kept, since nobody knows where the second one ends.
  return { text: blankedOut(text, [...blanks, ...open]), problems };
}

function blankedOut(text: string, ranges: readonly TextRange[]): string {
  const pieces: string[] = [];
  let end = 0;
  for (const range of ranges) {
    pieces.push(text.slice(end, Math.max(end, range.start)));
    pieces.push(text.slice(Math.max(end, range.start), range.end).replace(/[^\r\n]/g, ' '));
    end = Math.max(end, range.end);
  }
  return pieces.join('') + text.slice(end);
}
