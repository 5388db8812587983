import type { SyntaxProblem } from './node.ts';

const MARKER = /^([<|=>])\1{6}(?= |\r?$).*$/gm;

/**
 * Takes the marks of merge conflicts out of a text: blanks stand for them and for all but the first side, so every
 * offset keeps its meaning. A mark stands at the very beginning of a line, where neither notation can have it.
 */
export function withoutConflicts(text: string): { readonly text: string; readonly problems: readonly SyntaxProblem[] } {
  const problems: SyntaxProblem[] = [];
  const pieces: string[] = [];
  let end = 0;
  const blank = (from: number, to: number) => {
    pieces.push(text.slice(end, from), text.slice(from, to).replace(/[^\r\n]/g, ' '));
    end = to;
  };
  /** Where the other side of the conflict begins: at -1, the first side is still being read. */
  let other: number | undefined;
  for (const { 0: line, 1: sign = '', index } of text.matchAll(MARKER)) {
    const range = { start: index, end: index + line.trimEnd().length };
    if (sign === '<' || other === undefined) {
      problems.push({ code: 'conflict-marker', range });
      blank(range.start, range.end);
      other = sign === '<' ? -1 : undefined;
    } else if (sign === '>') {
      blank(other < 0 ? range.start : other, range.end);
      other = undefined;
    } else if (other < 0) other = index;
  }
  // A conflict without its last mark: both sides are kept, since nobody knows where the second one ends.
  if (other !== undefined && other >= 0) blank(other, other + 7);
  return problems.length > 0 ? { text: pieces.join('') + text.slice(end), problems } : { text, problems };
}
