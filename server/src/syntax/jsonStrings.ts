import type { JsonToken } from './jsonScan.ts';
import type { Mend } from './mender.ts';

/** A string as it was meant, where it differs from what the quotes say. */
export interface MeantString {
  /** Where it is taken to end; what stands behind is read again. */
  readonly end: number;
  readonly mends: readonly Mend[];
}

const KEY = /^"([A-Za-z][\w.:-]*?)[ \t]*:(?=\s|$|"|\{|\[)/;
const ENDS_ENTRY = /^[ \t]*(?:,[ \t]*(?:["{[]|$)|[}\]]|$)/;
const LOOK_AHEAD = 2000;
const BAD_ESCAPE = /\\(u[\da-fA-F]{4}|["\\/bfnrt])|\\/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f]/g;

/** A quote too many: `""name"` or `"name""`. */
const SECOND_QUOTE = /^"[ \t]*(?:[,}\]:]|\r?$)/m;

/** The quote of a key that is open, or closed by the opening quote of the next string. */
export function meantKey(text: string, { start, end, closed }: JsonToken): MeantString {
  const line = text.slice(start, end);
  if (closed && SECOND_QUOTE.test(text.slice(end, end + 100))) return withoutQuote(end);
  const name = KEY.exec(line)?.[1];
  const follows = /^[ \t]*[:：]/.test(text.slice(end, end + 100));
  if (name !== undefined && (!closed || !follows)) return closedAt(start, start + 1 + name.length);
  return closed ? { end, mends: [] } : closedAt(start, start + line.trimEnd().length);
}

/** @param brackets the closing brackets of what was opened on the same line, innermost first */
export function meantValue(text: string, { start, end, closed }: JsonToken, brackets: string): MeantString {
  const behind = text.slice(end, end + 200);
  if (closed && SECOND_QUOTE.test(behind)) return withoutQuote(end);
  if (closed && /^\s*(?:[,}\]:，：]|$|\/[/*]|["{[])|^[ \t]*\r?\n/.test(behind)) return { end, mends: [] };
  const content = text.slice(start, end);
  const entry = closed ? content.slice(0, -1).trimEnd() : '';
  // The closing quote is the opening one of the next entry.
  if (entry.endsWith(',')) return closedAt(start, start + entry.slice(0, -1).trimEnd().length);
  return closed
    ? withInnerQuotes(text, start, end)
    : closedAt(start, start + withoutBrackets(content, brackets).length);
}

/** Where the string ends that begins at `start` and lacks its opening quote, if it is one. */
export function endWithoutOpening(text: string, start: number, role: 'key' | 'value'): number | undefined {
  const line = /^[^"\r\n]*"[ \t]*(?:[:,}\]]|$)/.exec(
    text.slice(start, start + LOOK_AHEAD).split(/\r?\n/, 1)[0] ?? '',
  )?.[0];
  if (line === undefined || line.endsWith(':') !== (role === 'key')) return undefined;
  return start + line.lastIndexOf('"') + 1;
}

/** Escapes that JSON does not know, and signs that need one. */
export function escapeMends(text: string, from: number, to: number): Mend[] {
  const content = text.slice(from, to);
  const mends: Mend[] = [];
  if (content.includes('\\')) {
    for (const { 1: known, index } of content.matchAll(BAD_ESCAPE)) {
      if (known !== undefined) continue;
      const at = from + index;
      mends.push({
        code: 'bad-escape',
        range: { start: at, end: Math.min(at + 2, to) },
        patch: { start: at, end: at, text: '\\' },
      });
    }
  }
  for (const { 0: sign, index } of content.matchAll(CONTROL)) {
    const range = { start: from + index, end: from + index + 1 };
    mends.push({ code: 'bad-character', range, patch: { ...range, text: JSON.stringify(sign).slice(1, -1) } });
  }
  return mends;
}

function closedAt(start: number, end: number): MeantString {
  const patch = { start: end, end, text: '"' };
  return { end, mends: [{ code: 'missing-quote', range: { start, end }, patch }] };
}

function withoutQuote(at: number): MeantString {
  const range = { start: at, end: at + 1 };
  return { end: at + 1, mends: [{ code: 'bad-token', range, patch: { ...range, text: '' } }] };
}

/** `"say "hi" now"`: the string ends with the first quote that an entry can end with; those before lack a backslash. */
function withInnerQuotes(text: string, start: number, end: number): MeantString {
  const line = /^[^\r\n]*/.exec(text.slice(start, end + LOOK_AHEAD))?.[0] ?? '';
  const mends: Mend[] = [];
  for (let i = end - start - 1; i < line.length; i++) {
    if (line[i] === '\\') i++;
    else if (line[i] === '"') {
      if (ENDS_ENTRY.test(line.slice(i + 1))) return { end: start + i + 1, mends };
      const at = start + i;
      mends.push({ code: 'bad-token', range: { start: at, end: at + 1 }, patch: { start: at, end: at, text: '\\' } });
    }
  }
  return { end, mends: [] };
}

/** Takes off the comma and the brackets that a person typed behind a string without closing it. */
function withoutBrackets(content: string, brackets: string): string {
  let kept = content
    .trimEnd()
    .replace(/[,，]$/, '')
    .trimEnd();
  for (const bracket of brackets) {
    if (!kept.endsWith(bracket)) break;
    kept = kept.slice(0, -1).trimEnd();
  }
  return kept === '' ? content.slice(0, 1) : kept;
}
