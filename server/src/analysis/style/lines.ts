import { lineEnd } from '../../syntax/yamlScan.ts';

export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** Where the line behind the one at `at` begins. */
export const nextLine = (text: string, at: number): number => lineEnd(text, at) + 1;

/** The offset of the line break, `\r\n` as a whole, or of the end of the text. */
export function endOfLine(text: string, at: number): number {
  const end = lineEnd(text, at);
  return end > at && text[end - 1] === '\r' ? end - 1 : end;
}

/** How many blanks a line begins with. */
export function indentOf(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ') at++;
  return at - start;
}

/** Whether a line is empty or white. */
export const isBlank = (text: string, start: number): boolean => text.slice(start, lineEnd(text, start)).trim() === '';
