import type { Mend } from './mender.ts';
import type { SyntaxProblemCode, TextRange } from './node.ts';
import { findQuoteEnd, lineEnd } from './yamlScan.ts';

export interface FlowEnd {
  /** Behind the last bracket, or where the missing ones belong. */
  readonly end: number;
  readonly mends: readonly Mend[];
}

const closing: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
/** A line that is surely no part of a flow collection when it stands as far left as the key before it. */
const BLOCK_LINE = /^(?:- |-$|[A-Za-z][\w-]*:(?:\s|$))/;
const FLOW_KEY = /^["']?[A-Za-z_][\w:-]*?["']?(?=[ \t]*:(?:\s|$))/;
const NEXT_KEY = /[ \t]*,[ \t]*["']?[A-Za-z_][\w:-]*?["']?[ \t]*:(?:\s|$)/;
/** The brackets and commas at the end of a line. */
const CLOSERS = /[ \t]*[\]},][\]}, \t\r]*$/;
/** How far a bracket is looked for that stands on a line of its own. */
const LOOK_AHEAD = 2000;
/** How many brackets at once may have been left open. */
const MOST_LEFT_OPEN = 20;

/** Follows a flow collection from its bracket at `at` over lines and quotes to its end, and mends its brackets. */
export function findFlowEnd(text: string, at: number, parentIndent: number): FlowEnd {
  return new FlowScanner(text, at, parentIndent).run();
}

class FlowScanner {
  readonly #text: string;
  readonly #at: number;
  readonly #parentIndent: number;
  readonly #stack: { readonly sign: string; readonly at: number }[] = [];
  readonly #mends: Mend[] = [];
  /** Behind the last sign that is no white space and no comment. */
  #last: number;
  #lineStart: number;

  constructor(text: string, at: number, parentIndent: number) {
    this.#text = text;
    this.#at = at;
    this.#parentIndent = parentIndent;
    this.#last = at;
    this.#lineStart = at;
  }

  run(): FlowEnd {
    const text = this.#text;
    for (let i = this.#at; i < text.length; i++) {
      const sign = text.charAt(i);
      if (sign === '\n') {
        if (this.#startsBlockLine(i + 1)) break;
        this.#comma(i + 1);
        this.#lineStart = i + 1;
      } else if (sign === '#' && /\s/.test(text.charAt(i - 1))) i = lineEnd(text, i) - 1;
      else if (!/\s/.test(sign)) {
        i = this.#sign(sign, i) - 1;
        this.#last = i + 1;
        if (this.#stack.length === 0) return { end: this.#last, mends: this.#mends };
      }
    }
    const open = this.#stack.at(-1)?.at ?? this.#at;
    const missing = this.#stack.map(({ sign }) => closing[sign] ?? '').reverse();
    this.#insert('missing-bracket', { start: open, end: open + 1 }, this.#last, missing.join(''));
    return { end: this.#last, mends: this.#mends };
  }

  /** Takes in what begins at `at`, and gives the offset behind it. */
  #sign(sign: string, at: number): number {
    const text = this.#text;
    const expression = sign === '{' && at > this.#at ? unquotedExpression(text, at) : undefined;
    if (expression) {
      const quoted = `'${text.slice(at, expression).replaceAll("'", "''")}'`;
      const range = { start: at, end: expression };
      this.#mends.push({ code: 'unquoted-expression', range, patch: { ...range, text: quoted } });
      return expression;
    }
    if ((sign === '"' || sign === "'") && /[[{,:\s]/.test(text.charAt(at - 1))) return this.#quote(at);
    if (closing[sign]) this.#stack.push({ sign, at });
    else if (sign === '}' || sign === ']') this.#close(sign, at);
    return at + 1;
  }

  /** A quote that nothing sensible closes is taken to end with its entry: people type one value at a time. */
  #quote(at: number): number {
    const text = this.#text;
    const close = findQuoteEnd(text, at);
    if (close !== undefined && /^[ \t\r]*(?:[,:\]}\n#]|$)/.test(text.slice(close, close + 80))) return close;
    const line = text.slice(at, lineEnd(text, at));
    const ends = [line.trimEnd().length];
    for (const end of [this.#stack.at(-1)?.sign === '{' ? NEXT_KEY : /,/, CLOSERS]) {
      const found = line.search(end);
      if (found > 0) ends.push(found);
    }
    const end = at + Math.min(...ends);
    this.#insert('missing-quote', { start: at, end }, end, text.charAt(at));
    return end;
  }

  /** A bracket that closes another one than the last: either that one is left open, or this is the wrong sign. */
  #close(sign: string, at: number): void {
    const open = this.#stack.pop();
    if (!open || closing[open.sign] === sign) return;
    const range = { start: open.at, end: open.at + 1 };
    const around = this.#stack.slice(-MOST_LEFT_OPEN);
    const meant = around.findLastIndex((it) => closing[it.sign] === sign);
    const outer = around[meant];
    const firstOnLine = this.#text.slice(this.#lineStart, at).trim() === '';
    if (outer && (outer.at >= this.#lineStart || firstOnLine)) {
      const between = this.#stack.splice(meant - around.length).slice(1);
      const missing = [open, ...between.reverse()].map((it) => closing[it.sign] ?? '');
      this.#insert('missing-bracket', range, at, missing.join(''));
    } else {
      this.#mends.push({
        code: 'missing-bracket',
        range,
        patch: { start: at, end: at + 1, text: closing[open.sign] ?? '' },
      });
    }
  }

  /** People who write one entry a line forget the comma at its end. */
  #comma(lineStart: number): void {
    const text = this.#text;
    const before = text.charAt(this.#last - 1);
    if (/[,[{:]/.test(before)) return;
    const line = text.slice(lineStart, lineEnd(text, lineStart));
    const start = lineStart + line.length - line.trimStart().length;
    const inMap = this.#stack.at(-1)?.sign === '{';
    const key = inMap ? FLOW_KEY.exec(line.trimStart()) : /[}\]"']/.test(before) && /^[{["']/.exec(line.trimStart());
    if (key) this.#insert('missing-comma', { start, end: start + key[0].length }, this.#last, ',');
  }

  #insert(code: SyntaxProblemCode, range: TextRange, at: number, text: string): void {
    this.#mends.push({ code, range, patch: { start: at, end: at, text } });
  }

  #startsBlockLine(start: number): boolean {
    const line = this.#text.slice(start, lineEnd(this.#text, start));
    const indent = line.length - line.trimStart().length;
    return indent <= this.#parentIndent && BLOCK_LINE.test(line.trim()) && !this.#closesBehind(start);
  }

  /** True when the brackets that are open are closed, the last one at the beginning of a line. */
  #closesBehind(from: number): boolean {
    const text = this.#text;
    const end = Math.min(text.length, from + LOOK_AHEAD);
    let depth = this.#stack.length;
    const most = depth + MOST_LEFT_OPEN;
    for (let i = from; i < end && depth < most; i++) {
      const sign = text.charAt(i);
      if (closing[sign]) depth++;
      else if (sign === '}' || sign === ']') depth--;
      if (depth === 0) return text.slice(text.lastIndexOf('\n', i) + 1, i).trim() === '';
    }
    return false;
  }
}

/** The end of a `{{ x }}` at the place of a value. */
function unquotedExpression(text: string, at: number): number | undefined {
  const match = /^\{\{[^{}\n,]*\}\}[^,\]}\n]*/.exec(text.slice(at, at + LOOK_AHEAD));
  return match ? at + match[0].trimEnd().length : undefined;
}
