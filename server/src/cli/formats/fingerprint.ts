import { createHash } from 'node:crypto';
import type { CheckedFile } from '../files/checkFiles.ts';
import { Lines } from '../files/position.ts';

/** How much of the line before and behind a place belongs to it: all of it, unless the file is one long line. */
const neighbourhood = 200;

/**
 * For each finding of a file a name that outlives edits of other lines: made of the rule, the text at the place and its
 * line, not of line numbers or of words in a language. Equal ones are told apart by a count.
 */
export function fingerprints({ text, diagnostics }: CheckedFile): string[] {
  const lines = new Lines(text);
  const seen = new Map<string, number>();
  return diagnostics.map(({ rule, range }) => {
    const { start, end } = lines.rangeAt(range);
    const line = lines.textOf(start.line);
    const from = start.character;
    const to = end.line > start.line ? line.length : end.character;
    const around = line.slice(Math.max(0, from - neighbourhood), to + neighbourhood);
    const marks = [rule, squeezed(line.slice(from, to)), squeezed(around)];
    const hash = createHash('sha256').update(marks.join('\0')).digest('hex').slice(0, 32);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return `${hash}:${count}`;
  });
}

/** Indentation and the blanks between words may change. */
const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
