import type { TextRange } from '../syntax/node.ts';

/** The service takes 64 KB; it does not say how it counts them, so the larger reading is taken. */
export const MOST_BYTES = 64 * 1024;

/** The size of a text in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    // The two halves of a surrogate pair make four bytes.
    else bytes += unit >= 0xd800 && unit <= 0xdfff ? 2 : 3;
  }
  return bytes;
}

/** Where a finding about the whole text stands: at its first word or sign that is no comment. */
export function firstWord(text: string): TextRange {
  const line = /^[ \t\uFEFF]*(?=[^\s#])/m.exec(text.slice(0, MOST_BYTES));
  const start = line ? line.index + line[0].length : 0;
  return { start, end: start + (/^[A-Za-z_][\w-]*/.exec(text.slice(start, start + 80))?.[0].length ?? 1) };
}
