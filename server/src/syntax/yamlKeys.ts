import type { Mend } from './mender.ts';
import { findQuoteEnd, trimmedLineEnd } from './yamlScan.ts';

const KEY_WITHOUT_SPACE = /^[A-Za-z][\w.-]*(?:::[\w-]+)*:(?=[^:\s/])/;
/** Written with an input method for Chinese. */
const KEY_WITH_WIDE_COLON = /^[A-Za-z][\w-]*(?:::[\w-]+)*(?=：)/;
const KEY_WITH_OPEN_QUOTE = /^["'][A-Za-z][\w.:-]*?(?=[ \t]*:(?:\s|$))/;
const WORD = /^[A-Za-z][\w-]*(?:::[\w-]+)*(?=[ \t])/;

/** True for a key in front of a text in quotes, a list or a map that lacks its colon, or the blank behind it. */
export const isBrokenKey = (text: string, at: number, end: number): boolean =>
  /^(?:[A-Za-z][\w-]*(?:::[\w-]+)*|'[A-Za-z][\w.:-]*'|"[A-Za-z][\w.:-]*")(?:：[ \t]*|:|[ \t]+)["'{[]/.test(
    text.slice(at, end),
  );

export interface MeantKey {
  readonly mend: Mend;
  /** Where the value begins, or the white space in front of it. */
  readonly value: number;
}

/** The key that is meant at `at`, on a line that ends at `end` and has none as it stands. */
export function meantKey(text: string, at: number, end: number): MeantKey {
  const line = text.slice(at, end);
  const behind = (pattern: RegExp) => at + (pattern.exec(line)?.[0].length ?? 0);
  const glued = behind(KEY_WITHOUT_SPACE);
  if (glued > at) return { mend: insertion('missing-space', at, glued, ' '), value: glued };
  const wide = behind(KEY_WITH_WIDE_COLON);
  if (wide > at) return wideColon(text, at, wide);
  const open = behind(KEY_WITH_OPEN_QUOTE);
  if (open > at) {
    return { mend: insertion('missing-quote', at, open, text.charAt(at)), value: text.indexOf(':', open) + 1 };
  }
  const quoted = /^["']/.test(line) ? findQuoteEnd(line, 0) : undefined;
  if (quoted !== undefined && line.charAt(quoted) === '：') return wideColon(text, at, at + quoted);
  if (quoted !== undefined && line.charAt(quoted) === ':') {
    return { mend: insertion('missing-space', at, at + quoted + 1, ' '), value: at + quoted + 1 };
  }
  const word = WORD.exec(line)?.[0].length;
  const stop = at + (quoted ?? word ?? trimmedLineEnd(text, at, end) - at);
  return { mend: insertion('missing-colon', at, stop, ':'), value: stop };
}

function wideColon(text: string, start: number, at: number): MeantKey {
  const isGlued = /\S/.test(text.charAt(at + 1));
  const patch = { start: at, end: at + 1, text: isGlued ? ': ' : ':' };
  return { mend: { code: 'missing-colon', range: { start, end: at }, patch }, value: at + 1 };
}

function insertion(code: Mend['code'], start: number, at: number, sign: string): Mend {
  return { code, range: { start, end: at }, patch: { start: at, end: at, text: sign } };
}
