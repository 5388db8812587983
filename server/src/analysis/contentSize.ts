import type { TextRange } from '../syntax/node.ts';

/** The service takes 64 KB; it does not say how it counts them, so the larger reading is taken. */
export const MOST_BYTES = 64 * 1024;

/** In UTF-16 units. Longer texts are not parsed at all. */
const MOST_PARSED = 1024 * 1024;

export const isTooLargeToParse = (text: string): boolean => text.length > MOST_PARSED;

const utf8 = new TextEncoder();

/** The size of a text in UTF-8. */
export const utf8Length = (text: string): number => utf8.encode(text).length;

/** Where a finding about the whole text stands: at its first word or sign that is no comment. */
export function firstWord(text: string): TextRange {
  const line = /^[ \t\uFEFF]*(?=[^\s#])/m.exec(text.slice(0, MOST_BYTES));
  const start = line ? line.index + line[0].length : 0;
  return { start, end: start + (/^[A-Za-z_][\w-]*/.exec(text.slice(start, start + 80))?.[0].length ?? 1) };
}
