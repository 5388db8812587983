import type { ScalarNode, TextRange } from './node.ts';

/** The characters of a scalar as they are meant, and where each of them stands in the text. */
export interface ScalarText {
  readonly text: string;
  /** The range in the file of `text.slice(start, end)`. */
  rangeOf(start: number, end: number): TextRange;
}

const ESCAPE = /\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|U([\da-fA-F]{8})|([^\r\n]))/y;
const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  '0': '\0',
  a: '\x07',
  v: '\v',
  e: '\x1b',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

/** Without the quotes; an open quote, as in a text being typed, reaches to the end of the node. */
export function contentRange(source: string, { style, range }: ScalarNode): TextRange {
  if (style === 'single' || style === 'double') {
    const quote = style === 'single' ? "'" : '"';
    const closed = range.end - range.start >= 2 && source[range.end - 1] === quote;
    return { start: range.start + 1, end: closed ? range.end - 1 : range.end };
  }
  return range;
}

/**
 * Escapes of quoted scalars are resolved; line breaks, and the indentation behind them, are left as they are written,
 * since none of the languages inside scalars (expressions, jq) cares about white space.
 */
export function scalarText(source: string, node: ScalarNode): ScalarText {
  const { start, end } = contentRange(source, node);
  const raw = source.slice(start, end);
  if (node.style === 'double' && raw.includes('\\')) return decoded(raw, start, doubleQuoted);
  if (node.style === 'single' && raw.includes("''")) return decoded(raw, start, singleQuoted);
  return { text: raw, rangeOf: (from, to) => ({ start: start + from, end: start + to }) };
}

type Decode = (raw: string, at: number) => { readonly text: string; readonly length: number };

function decoded(raw: string, start: number, decode: Decode): ScalarText {
  let text = '';
  const offsets: number[] = [];
  for (let at = 0; at < raw.length; ) {
    const piece = decode(raw, at);
    for (let i = 0; i < piece.text.length; i++) offsets.push(start + at);
    text += piece.text;
    at += piece.length;
  }
  offsets.push(start + raw.length);
  const offset = (index: number) => offsets[index] ?? start + raw.length;
  return { text, rangeOf: (from, to) => ({ start: offset(from), end: Math.max(offset(from), offset(to)) }) };
}

function doubleQuoted(raw: string, at: number): ReturnType<Decode> {
  if (raw[at] !== '\\') return { text: raw.charAt(at), length: 1 };
  ESCAPE.lastIndex = at;
  const match = ESCAPE.exec(raw);
  if (!match) return { text: ' ', length: 1 };
  const [all, u, x, U, simple = ''] = match;
  const code = u ?? x ?? U;
  if (code === undefined) return { text: SIMPLE[simple] ?? simple, length: all.length };
  const point = Number.parseInt(code, 16);
  return {
    text: u !== undefined ? String.fromCharCode(point) : String.fromCodePoint(Math.min(point, 0x10ffff)),
    length: all.length,
  };
}

function singleQuoted(raw: string, at: number): ReturnType<Decode> {
  return raw.startsWith("''", at) ? { text: "'", length: 2 } : { text: raw.charAt(at), length: 1 };
}
