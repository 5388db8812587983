/** `word` is whatever stands without quotes and is no JSON; `comment` is one that a person meant as such. */
export type JsonTokenKind = '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'literal' | 'word' | 'comment' | 'end';

export interface JsonToken {
  readonly kind: JsonTokenKind;
  readonly start: number;
  readonly end: number;
  /** Nothing stands before it on its line. */
  readonly first: boolean;
  readonly lineStart: number;
  /** The columns of white space in front of its line. */
  readonly indent: number;
  /** A string without its closing quote ends with its line. */
  readonly closed: boolean;
}

const SIGNS: Readonly<Record<string, JsonTokenKind>> = {
  '{': '{',
  '}': '}',
  '[': '[',
  ']': ']',
  ',': ',',
  ':': ':',
  // What an input method for Chinese writes.
  '，': ',',
  '：': ':',
};
const SPACE = /[\s\uFEFF]*/y;
const LINE_COMMENT = /\/\/[^\r\n]*/y;
const HASH_COMMENT = /#[^\r\n]*/y;
const SINGLE_QUOTED = /'[^'\r\n]*'(?=[ \t]*(?:[,:}\]\r\n]|$))/y;
/** `{{ x }}` without quotes. */
const EXPRESSION = /\{\{[^{}"\r\n]*\}\}[^\s{}[\],:"]*/y;
const LITERAL = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)(?=[\s{}[\],:"，：]|$)/y;
const WORD = /[^\s{}[\],:"，：]+(?:[ \t]+[^\s{}[\],:"，：]+)*/y;

/** The offset behind the string that opens at `at`; without its closing quote it ends with its line. */
function jsonStringEnd(text: string, at: number): { readonly end: number; readonly closed: boolean } {
  for (let i = at + 1; i < text.length; i++) {
    const sign = text[i];
    if (sign === '"') return { end: i + 1, closed: true };
    if (sign === '\n' || sign === '\r') return { end: i, closed: false };
    if (sign === '\\' && text[i + 1] !== '\n' && text[i + 1] !== '\r') i++;
  }
  return { end: text.length, closed: false };
}

/** Reads JSON that may be broken, sign by sign. */
export class JsonScanner {
  readonly #text: string;
  #at = 0;
  #lineStart = 0;
  #indent = 0;

  constructor(text: string) {
    this.#text = text;
    this.#indent = this.#indentAt(0);
  }

  /** The next token; after the last one `end`, again and again. */
  next(): JsonToken {
    const text = this.#text;
    const space = this.#match(SPACE) ?? '';
    const from = this.#at + space.length;
    const lineBreak = space.lastIndexOf('\n');
    const first = lineBreak >= 0 || this.#at === 0;
    if (lineBreak >= 0) {
      this.#lineStart = this.#at + lineBreak + 1;
      this.#indent = this.#indentAt(this.#lineStart);
    }
    this.#at = from;
    const [kind, length, closed] = this.#read(first);
    this.#at = from + length;
    const end = Math.min(this.#at, text.length);
    return { kind, start: from, end, first, lineStart: this.#lineStart, indent: this.#indent, closed };
  }

  /** Reads on from an offset on the line of the last token. */
  back(offset: number): void {
    this.#at = offset;
  }

  #read(first: boolean): [kind: JsonTokenKind, length: number, closed: boolean] {
    const text = this.#text;
    if (this.#at >= text.length) return ['end', 0, true];
    const expression = this.#match(EXPRESSION);
    if (expression) return ['word', expression.length, true];
    const sign = SIGNS[text.charAt(this.#at)];
    if (sign) return [sign, 1, true];
    if (text[this.#at] === '"') {
      const { end, closed } = jsonStringEnd(text, this.#at);
      return ['string', end - this.#at, closed];
    }
    const comment = this.#comment(first);
    if (comment > 0) return ['comment', comment, true];
    const literal = this.#match(LITERAL);
    if (literal) return ['literal', literal.length, true];
    return ['word', (this.#match(SINGLE_QUOTED) ?? this.#match(WORD) ?? ' ').length, true];
  }

  #comment(first: boolean): number {
    if (this.#text.startsWith('/*', this.#at)) {
      const end = this.#text.indexOf('*/', this.#at + 2);
      return (end < 0 ? this.#text.length : end + 2) - this.#at;
    }
    return (this.#match(LINE_COMMENT) ?? (first ? this.#match(HASH_COMMENT) : undefined))?.length ?? 0;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0];
  }

  #indentAt(lineStart: number): number {
    return /^[ \t\uFEFF]*/.exec(this.#text.slice(lineStart, lineStart + 1000))?.[0].length ?? 0;
  }
}
