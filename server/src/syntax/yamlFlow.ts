import type { Mend } from './mender.ts';
import type { SyntaxProblemCode, TextRange } from './node.ts';
import type { Patch } from './patchedText.ts';
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
const NEXT_KEY = /,[ \t]*["']?[A-Za-z_][\w:-]*?["']?[ \t]*:(?:\s|$)/;
/** An entry that nothing parts from the one before it. */
const ENTRY_BEHIND = /^[ \t]+(["']?)[A-Za-z_][\w:-]*\1[ \t]*:\s/;
/** How far a bracket is looked for that stands on a line of its own. */
const LOOK_AHEAD = 2000;
/** How many characters are read in all to count the brackets of a line: a line of nothing but wrong ones would take minutes. */
const MOST_COUNTED = 12_000_000;
/** How many brackets at once may have been left open. */
const MOST_LEFT_OPEN = 20;

/** Follows a flow collection from its bracket at `at` over lines and quotes to its end, and mends its brackets. */
export function findFlowEnd(text: string, at: number, parentIndent: number): FlowEnd {
  return new FlowScanner(text, at, parentIndent).run();
}

/** A bracket that is open. */
interface Open {
  readonly sign: string;
  readonly at: number;
  /** The entry that is being read has its colon. */
  colon: boolean;
  /** The last comma between its entries. */
  comma: number | undefined;
}

class FlowScanner {
  readonly #text: string;
  readonly #at: number;
  readonly #parentIndent: number;
  readonly #stack: Open[] = [];
  readonly #mends: Mend[] = [];
  /** Behind the last sign that is no white space and no comment. */
  #last: number;
  #lineStart: number;
  #counted = 0;

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
      const patch = opening(text, at, expression) ?? { ...range, text: quoted };
      this.#mends.push({ code: 'unquoted-expression', range, patch });
      return expression;
    }
    if ((sign === '"' || sign === "'") && /[[{,:\s]/.test(text.charAt(at - 1))) return this.#quote(at);
    if (closing[sign]) this.#stack.push({ sign, at, colon: false, comma: undefined });
    else if (sign === ',') Object.assign(this.#stack.at(-1) ?? {}, { colon: false, comma: at });
    else if (sign === ':' && /\s/.test(text.charAt(at + 1))) this.#colon(at);
    else if (sign === '}' || sign === ']') this.#close(sign, at);
    return at + 1;
  }

  /** The end of a text in quotes; not one that lies behind the line that begins the next entry of a block. */
  #quoteEnd(at: number): number | undefined {
    const close = findQuoteEnd(this.#text, at);
    const next = lineEnd(this.#text, at) + 1;
    return close !== undefined && next < close && this.#startsBlockLine(next) ? undefined : close;
  }

  /** A second colon in an entry: the comma in front of its key is missing, or the bracket of a list. */
  #colon(at: number): void {
    const top = this.#stack.at(-1);
    const key = /[ \t]([A-Za-z_][\w-]*)[ \t]*$/.exec(this.#text.slice(Math.max(this.#lineStart, top?.at ?? 0), at));
    if (!top) return;
    const start = at - (key?.[0].length ?? 0) + 1;
    if (!key?.[1]) top.colon = true;
    else if (top.sign === '[' && top.comma !== undefined && this.#stack.at(-2)?.sign === '{') {
      this.#insert('missing-bracket', { start: top.at, end: top.at + 1 }, top.comma, ']');
      this.#stack.pop();
    } else if (top.sign === '{' && top.colon) {
      this.#insert('missing-comma', { start, end: start + key[1].length }, start - 1, ',');
    } else top.colon = true;
  }

  /** A quote that nothing sensible closes is taken to end with its entry: people type one value at a time. */
  #quote(at: number): number {
    const text = this.#text;
    const close = this.#quoteEnd(at);
    const behind = text.slice(close, close === undefined ? close : close + 80);
    if (close !== undefined && /^[ \t\r]*(?:[,:\]}\n#]|$)/.test(behind)) return close;
    if (close !== undefined && this.#stack.at(-1)?.sign === '{' && ENTRY_BEHIND.test(behind)) {
      const start = close + behind.search(/\S/);
      this.#insert('missing-comma', { start, end: start + 1 }, close, ',');
      return close;
    }
    // The braces of a reference are no brackets.
    const line = text.slice(at, lineEnd(text, at)).replace(/\{\{[^{}]*\}\}/g, (it) => 'x'.repeat(it.length));
    const inMap = this.#stack.at(-1)?.sign === '{';
    const next = line.search(inMap ? NEXT_KEY : /,/);
    const ends = [line.trimEnd().length, withoutBlanks(line, next), this.#closersIn(line)];
    const end = at + Math.min(...ends.filter((it) => it > 0));
    this.#insert('missing-quote', { start: at, end }, end, text.charAt(at));
    return end;
  }

  /** Where the brackets at the end of a line begin that close what is open on it, or the comma there. */
  #closersIn(line: string): number {
    const open = this.#stack.filter((it) => it.at >= this.#lineStart).length;
    let end = line.trimEnd().length;
    if (line[end - 1] === ',') end = withoutBlanks(line, end - 1);
    for (let left = Math.max(1, open); left > 0 && /[\]}]/.test(line.charAt(end - 1)); left--) {
      end = withoutBlanks(line, end - 1);
    }
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
    const excess = this.#excess(at, open);
    if (excess > 0) {
      this.#stack.push(open);
      this.#mends.push({
        code: 'bad-token',
        range: { start: at, end: at + 1 },
        patch: { start: at, end: at + 1, text: '' },
      });
    } else if (outer && excess < 0 && (outer.at >= this.#lineStart || firstOnLine)) {
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

  /** How many more brackets the rest of the line closes than are open on it, `open` among them. */
  #excess(at: number, open: Open): number {
    if (open.at < this.#lineStart || this.#counted > MOST_COUNTED) return -1;
    const end = lineEnd(this.#text, at);
    this.#counted += end - at;
    const rest = this.#text.slice(at, end).replace(/\{\{[^{}]*\}\}|(["'])(?:(?!\1).)*\1/g, '');
    const count = (signs: RegExp) => rest.match(signs)?.length ?? 0;
    const opened = this.#stack.filter((it) => it.at >= this.#lineStart).length + 1;
    return count(/[}\]]/g) - count(/[{[]/g) - opened;
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

/** Moves an offset in a line in front of the blanks that stand before it. */
function withoutBlanks(line: string, offset: number): number {
  let end = offset;
  while (/[ \t]/.test(line.charAt(end - 1))) end--;
  return end;
}

/** The quote that a text ends with, put in front of it where it stands there alone. */
export function opening(text: string, start: number, end: number): Patch | undefined {
  const quote = text.charAt(end - 1);
  const isLone = /["']/.test(quote) && text.indexOf(quote, start) === end - 1;
  return isLone ? { start, end: start, text: quote } : undefined;
}

/** The end of a `{{ x }}` at the place of a value. */
function unquotedExpression(text: string, at: number): number | undefined {
  const match = /^\{\{[^{}\n,]*\}\}[^,\]}\n]*/.exec(text.slice(at, at + LOOK_AHEAD));
  return match ? at + match[0].trimEnd().length : undefined;
}
