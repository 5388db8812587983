/** What a line of YAML says up to the cursor, as far as the line alone can tell. */
export interface LineStart {
  /** The column behind the indentation and the dashes. */
  readonly content: number;
  /** Where the token begins that the cursor is in or behind; the cursor where nothing of it is written. */
  readonly token: number;
  /** The token stands behind a colon. */
  readonly isValue: boolean;
  /** The quote that is open. */
  readonly quote: '"' | "'" | undefined;
  /** Brackets that are open on this line. */
  readonly depth: number;
  /** The token is a key, and its colon is the last sign. */
  readonly endsWithColon: boolean;
}

const LEAD = /^[ \t\uFEFF]*(?:-[ \t]+)*/;
const EXPRESSION = /\{\{(?:(?!\}\}).)*(?:\}\}|$)/y;

/** Undefined in a comment. */
export function readLineStart(before: string): LineStart | undefined {
  const content = LEAD.exec(before)?.[0].length ?? 0;
  return new LineReader(before, content).run();
}

class LineReader {
  readonly #text: string;
  readonly #content: number;
  #at: number;
  #token: number;
  #isValue = false;
  /** Nothing of the token has been read. */
  #fresh = true;
  #quote: '"' | "'" | undefined;
  #depth = 0;

  constructor(text: string, content: number) {
    this.#text = text;
    this.#content = content;
    this.#at = content;
    this.#token = content;
  }

  run(): LineStart | undefined {
    const text = this.#text;
    while (this.#at < text.length) {
      if (this.#quote) this.#inQuote(this.#quote);
      else if (text[this.#at] === '#' && (this.#at === 0 || /\s/.test(text.charAt(this.#at - 1)))) return undefined;
      else if (text.startsWith('{{', this.#at)) this.#expression();
      else this.#sign(text.charAt(this.#at));
    }
    const said = text.slice(this.#token);
    return {
      content: this.#content,
      token: this.#fresh ? text.length : this.#token,
      isValue: this.#isValue,
      quote: this.#quote,
      depth: this.#depth,
      endsWithColon: !this.#isValue && /^(?:[\w.-]+(?:::[\w.-]+)*|"[^"]*"|'[^']*'):$/.test(said),
    };
  }

  #inQuote(quote: '"' | "'"): void {
    const sign = this.#text[this.#at];
    if (quote === '"' && sign === '\\') this.#at += 2;
    else if (sign !== quote) this.#at++;
    else if (quote === "'" && this.#text[this.#at + 1] === quote) this.#at += 2;
    else {
      this.#quote = undefined;
      this.#at++;
    }
  }

  #expression(): void {
    this.#begin();
    EXPRESSION.lastIndex = this.#at;
    this.#at += EXPRESSION.exec(this.#text)?.[0].length ?? 2;
  }

  #sign(sign: string): void {
    const text = this.#text;
    if (sign === ':' && !this.#fresh && /\s/.test(text.charAt(this.#at + 1))) this.#next(true);
    else if (this.#fresh && (sign === '{' || sign === '[')) {
      this.#depth++;
      this.#next(false);
    } else if (this.#depth > 0 && (sign === '}' || sign === ']')) {
      this.#depth--;
      this.#begin();
    } else if (this.#depth > 0 && sign === ',') this.#next(false);
    else if (!/\s/.test(sign)) {
      if (this.#fresh && (sign === '"' || sign === "'")) this.#quote = sign;
      this.#begin();
    }
    this.#at++;
  }

  #begin(): void {
    if (this.#fresh) this.#token = this.#at;
    this.#fresh = false;
  }

  #next(isValue: boolean): void {
    this.#fresh = true;
    this.#isValue = isValue;
  }
}
