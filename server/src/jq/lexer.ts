import type { TextRange } from '../syntax/node.ts';
import type { JqFault, JqProblem } from './problem.ts';

/**
 * `sign` is an operator or a bracket; `quote` and `unquote` stand around a string, `text` and `escape` in it, and `open`
 * and `close` are the brackets of `\( )`. `bad` is a character that begins nothing.
 */
export type TokenKind =
  | 'name'
  | 'keyword'
  | 'field'
  | 'number'
  | 'format'
  | 'sign'
  | 'quote'
  | 'unquote'
  | 'text'
  | 'escape'
  | 'open'
  | 'close'
  | 'bad'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly range: TextRange;
  /** Wrong in itself, wherever it stands. */
  readonly problem?: JqProblem;
}

const keywords: ReadonlySet<string> = new Set(
  'as import include module def if then else elif and or end reduce foreach try catch label break __loc__'.split(' '),
);

const SPACES = ' \n\t#';
const SPACE = /(?:[ \n\t]|#[^\r\n]*)+/y;
const SIGN = /\/\/=|\?\/\/|[|+\-*/%=!<>]=|\/\/|\.\.|[.?=;,:|+\-*/%$<>()[\]{}]/y;
const NUMBER = /[\d.]+(?:[eE][+-]?\d+)?/y;
const NAME = /(?:[A-Za-z_]\w*::)*[A-Za-z_]\w*/y;
const FIELD = /\.[A-Za-z_]\w*/y;
const WORD = /[A-Za-z_]\w*/y;
const FORMAT = /@\w+/y;
const TEXT = /[^\\"]+/y;
const ESCAPES = /(?:\\(?:[^u(]|u[A-Za-z\d]{0,4}))+/y;
const ONE_NUMBER = /^(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
/** What jq 1.6 takes behind a dot for a number without digits, and every other reader for a field. */
const EXPONENT = /[eE][+-]?\d+/y;
const FIELD_LIKE_NUMBER = /^\.[eE][+-]?\d+$/;

/**
 * The tokens of a program; the last one is `end`. With `dotted` the program is read as if a dot stood in front of its
 * first character. `\r` is no white space to jq.
 */
export function tokenize(text: string, dotted: boolean): Token[] {
  const lexer = new Lexer(text);
  lexer.run(dotted);
  return lexer.tokens;
}

class Lexer {
  readonly tokens: Token[] = [];
  readonly #text: string;
  #at = 0;
  /** What is open: a bracket, a string (`"`) or an insertion into one (`\`). */
  readonly #open: string[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  run(dotted: boolean): void {
    this.#match(SPACE);
    if (dotted) this.#virtualDot();
    while (this.#at < this.#text.length) {
      if (this.#open.at(-1) === '"') this.#inString();
      else this.#outside();
      if (this.tokens.at(-1)?.kind === 'bad') break;
    }
    this.tokens.push({ kind: 'end', text: '', range: { start: this.#text.length, end: this.#text.length } });
  }

  /** The dot that is left out. It has no characters of its own. */
  #virtualDot(): void {
    const word = this.#peek(WORD);
    const exponent = this.#peek(EXPONENT) ?? '';
    if (word === undefined) this.#push('sign', '.', 0);
    else if (exponent.length < word.length) this.#push('field', `.${word}`, word.length);
    else this.#push('field', `.${word}`, word.length, { code: 'field-like-number', found: `.${word}` }, true);
  }

  #outside(): void {
    const first = this.#text.charAt(this.#at);
    if (SPACES.includes(first)) this.#match(SPACE);
    else if (first === '.' || (first >= '0' && first <= '9')) this.#dotOrNumber();
    else {
      const sign = this.#peek(SIGN);
      if (sign !== undefined) this.#sign(sign);
      else this.#word();
    }
  }

  /** As in jq the longest wins, and of equals a sign before a number before a field. */
  #dotOrNumber(): void {
    const sign = this.#peek(SIGN) ?? '';
    const number = this.#peek(NUMBER) ?? '';
    const field = this.#peek(FIELD) ?? '';
    if (sign.length >= number.length && sign.length >= field.length) this.#sign(sign);
    else if (number.length >= field.length) this.#number(number);
    else this.#push('field', field, field.length);
  }

  #sign(sign: string): void {
    const top = this.#open.at(-1);
    if (sign === '(' || sign === '[' || sign === '{') this.#open.push(sign);
    else if (sign === ')' && top === '\\') {
      this.#open.pop();
      this.#push('close', sign, 1);
      return;
    } else if (top !== undefined && ['()', '[]', '{}'].includes(top + sign)) this.#open.pop();
    this.#push('sign', sign, sign.length);
  }

  #number(number: string): void {
    if (FIELD_LIKE_NUMBER.test(number)) this.#fieldLikeNumber(number);
    else if (ONE_NUMBER.test(number)) this.#push('number', number, number.length);
    else this.#push('number', number, number.length, { code: 'bad-number', found: number });
  }

  #fieldLikeNumber(number: string): void {
    const field = this.#peek(FIELD) ?? number;
    this.#push('field', field, field.length, { code: 'field-like-number', found: field }, true);
  }

  #word(): void {
    const name = this.#peek(NAME);
    const format = this.#peek(FORMAT);
    if (name !== undefined) this.#push(keywords.has(name) ? 'keyword' : 'name', name, name.length);
    else if (format !== undefined) this.#push('format', format, format.length);
    else if (this.#text[this.#at] === '"') {
      this.#open.push('"');
      this.#push('quote', '"', 1);
    } else this.#bad();
  }

  #inString(): void {
    const text = this.#peek(TEXT);
    const escapes = this.#peek(ESCAPES);
    if (text !== undefined) this.#push('text', text, text.length);
    else if (escapes !== undefined) this.#escapes(escapes);
    else if (this.#text[this.#at] === '"') {
      this.#open.pop();
      this.#push('unquote', '"', 1);
    } else if (this.#text.startsWith('\\(', this.#at)) {
      this.#open.push('\\');
      this.#push('open', '\\(', 2);
    } else this.#bad();
  }

  #escapes(run: string): void {
    const wrong = wrongEscape(run);
    const start = this.#at;
    if (!wrong) {
      this.#push('escape', run, run.length);
      return;
    }
    const range = { start: start + wrong.at, end: start + wrong.at + wrong.length };
    const found = this.#text.slice(range.start, range.end);
    this.tokens.push({
      kind: 'escape',
      text: run,
      range: { start, end: start + run.length },
      problem: { code: 'bad-escape', found, range },
    });
    this.#at += run.length;
  }

  #bad(): void {
    const found = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
    this.#push('bad', found, found.length, { code: 'bad-character', found });
  }

  #push(kind: TokenKind, text: string, length: number, fault?: JqFault, later?: true): void {
    const range = { start: this.#at, end: this.#at + length };
    this.#at += length;
    if (!fault) this.tokens.push({ kind, text, range });
    else this.tokens.push({ kind, text, range, problem: { ...fault, range, ...(later && { later }) } });
  }

  #match(pattern: RegExp): boolean {
    const found = this.#peek(pattern);
    this.#at += found?.length ?? 0;
    return found !== undefined;
  }

  #peek(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0];
  }
}

const ESCAPE =
  /\\(?:["\\/bfnrt]|u(?:[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|(?![dD][89abAB])[\da-fA-F]{4}))/y;

/** The first escape of a run that is not JSON's. Half a surrogate pair is wrong when it is the first half. */
function wrongEscape(run: string): { at: number; length: number } | undefined {
  for (let at = 0; at < run.length; at = ESCAPE.lastIndex) {
    ESCAPE.lastIndex = at;
    if (!ESCAPE.test(run)) return { at, length: /^\\(?:u\w{0,4}|[\s\S])/u.exec(run.slice(at))?.[0].length ?? 1 };
  }
  return undefined;
}
