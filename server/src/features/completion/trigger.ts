import { lineStartAt } from '../../syntax/yamlScan.ts';

/**
 * Whether a sign that was just typed in front of `offset` asks for a list. The same signs stand in texts all the time, where
 * a list would only be in the way.
 */
export function opensList(text: string, offset: number, sign: string): boolean {
  const line = text.slice(lineStartAt(text, offset), offset);
  const before = line.slice(0, -1);
  switch (sign) {
    case ' ':
      // Behind a key, a dash, a comma, the braces of an expression; not between words.
      return /(?:[:,[{|]|(?:^|\s)-)$/.test(before.trimEnd()) || /^\s*$/.test(before);
    case ':':
      return /[\w"']:?$/.test(before);
    case '.':
      return /[\w\])?]$/.test(before) || /[:\s"'|(,]$/.test(before);
    case '{':
      return /(?:[{$:,[\s]|^)$/.test(before);
    default:
      // An opening quote.
      return /(?:[:,[{(\s]|^)$/.test(before);
  }
}
