import type { JsonToken } from './jsonScan.ts';
import type { Mender } from './mender.ts';
import type { TextRange } from './node.ts';
import type { Patch } from './patchedText.ts';

/** What has to come next. */
type JsonState = 'key' | 'colon' | 'value' | 'after';

/** A bracket that is open, or the text around all of them. */
export interface JsonFrame {
  readonly sign: '{' | '[' | undefined;
  readonly at: number;
  readonly lineStart: number;
  readonly indent: number;
  /** The bracket is not in the text. */
  readonly guessed: boolean;
  state: JsonState;
  key: TextRange | undefined;
  /** The columns of white space in front of the line of that key. */
  keyIndent: number;
  colon: number | undefined;
  /** The comma that was read last, while nothing stands behind it. */
  comma: number | undefined;
  /** What was closed last in it, and where; `aligned`: by a bracket under the line where it was opened. */
  closed: { readonly frame: JsonFrame; readonly at: number; readonly aligned: boolean } | undefined;
  /** Opening brackets in it that were left out, since none can stand there. */
  leftOut: string;
}

const CLOSING = { '{': '}', '[': ']' } as const;
/** How many brackets at once may have been left open. */
const MOST_LEFT_OPEN = 20;

/** The brackets that are open at a token; closes those that a person forgot to close. */
export class JsonFrames {
  /** The offset behind the last token that was kept. */
  last = 0;
  /** Where the line of that token begins. */
  lastLine = 0;
  /** A comma that belongs here was not forgotten: it went with a bracket. */
  commaExcused = false;
  readonly root: JsonFrame = newFrame(undefined, { start: 0, lineStart: 0, indent: -1 }, false);
  readonly #open: JsonFrame[] = [];
  readonly #mender: Mender;
  /** Whether the indentation is asked where brackets are missing. */
  readonly #byIndent: boolean;
  readonly #text: string;
  readonly #newline: string;

  constructor(text: string, mender: Mender, byIndent: boolean) {
    this.#text = text;
    this.#newline = text.includes('\r\n') ? '\r\n' : '\n';
    this.#mender = mender;
    this.#byIndent = byIndent;
  }

  get top(): JsonFrame {
    return this.#open.at(-1) ?? this.root;
  }

  get depth(): number {
    return this.#open.length;
  }

  /** The closing brackets of what is open on a line, innermost first. */
  closersOnLine(lineStart: number): string {
    const onLine = this.#open.slice(-MOST_LEFT_OPEN).filter((it) => it.lineStart === lineStart && it.sign);
    return onLine.map(closerOf).reverse().join('');
  }

  open(sign: '{' | '[', token: Pick<JsonToken, 'start' | 'lineStart' | 'indent'>, guessed = false): void {
    this.#open.push(newFrame(sign, token, guessed));
  }

  /** Closes what a line leaves behind that stands further left than what is open. */
  closeByIndent({ kind, indent, lineStart }: JsonToken): void {
    const closes = kind === '}' || kind === ']';
    while (this.#byIndent && this.#open.length > 1) {
      const { top } = this;
      const around = this.#open.at(-2);
      const unindented = around && around.lineStart !== top.lineStart && top.indent <= around.indent;
      if (top.lineStart === lineStart || unindented || (top.guessed && closes)) return;
      if (indent > top.indent || (indent === top.indent && closes)) return;
      this.#closeMissing();
    }
  }

  /** Where no bracket is missing, one that cannot stand where it stands has its partner. */
  get balanced(): boolean {
    return !this.#byIndent;
  }

  /** Closes everything down to the innermost list, if there is one near. */
  closeToList(): boolean {
    const list = this.#open.slice(-MOST_LEFT_OPEN).findLast((it) => it.sign === '[');
    while (list && this.top !== list) this.#closeMissing();
    return list !== undefined;
  }

  /** A second map beside the one that is the value of a key: the bracket of their list is missing. */
  listBefore({ indent }: JsonToken): boolean {
    const frame = this.#mapBelowKey();
    if (frame?.indent !== indent) return false;
    const { comma } = this.top;
    this.top.comma = undefined;
    this.#openList(frame);
    this.open('[', { start: frame.at, lineStart: frame.lineStart, indent: indent - 1 }, true);
    Object.assign(this.top, { comma, state: comma === undefined ? 'after' : 'value' });
    return true;
  }

  close(token: JsonToken): void {
    const { top } = this;
    const range = { start: token.start, end: token.end };
    const sign = token.kind;
    if (top.leftOut && closes(top.leftOut.at(-1), sign)) {
      top.leftOut = top.leftOut.slice(0, -1);
      this.#mender.patch([{ ...range, text: '' }]);
    } else if (this.#isTooMany(token)) this.#mender.replace('bad-token', range, '');
    else if (closes(top.sign, sign)) this.#closeTop(token);
    else if (sign === ']' && token.first && token.indent === top.keyIndent && this.#mapBelowKey()) this.#openList();
    else if (this.#isMeantOutside(token)) {
      while (!closes(this.top.sign, sign)) this.#closeMissing();
      this.#closeTop(token);
    } else if (top.sign && (top.lineStart === token.lineStart || token.first)) {
      const at = { start: top.at, end: top.at + 1 };
      this.#mender.mend({ code: 'missing-bracket', range: at, patch: { ...range, text: closerOf(top) } });
      this.#closeTop(token);
    } else this.#mender.replace('bad-token', range, '');
  }

  /** A key where none can stand, since a bracket before it closes too early: that one is taken out. */
  reopen({ first, indent, lineStart }: JsonToken): boolean {
    const { top } = this;
    const { closed, comma } = top;
    if (!this.#byIndent || !first || !closed || closed.aligned || closed.frame.sign !== '{') return false;
    if (closed.frame.lineStart === lineStart || indent <= closed.frame.indent) return false;
    this.#mender.replace('bad-token', { start: closed.at, end: closed.at + 1 }, '');
    if (comma === undefined) this.#mender.patch([{ start: this.last, end: this.last, text: ',' }]);
    top.closed = undefined;
    top.comma = undefined;
    this.#open.push(closed.frame);
    Object.assign(closed.frame, { state: 'key', comma });
    return true;
  }

  /** Closes what is still open at the end of the text. That is one mistake, however many brackets it takes. */
  finish(): void {
    const { state, comma, sign } = this.top;
    const value = state === 'colon' ? ': null' : state === 'value' && sign === '{' ? ' null' : '';
    if (comma !== undefined) this.#mender.patch([{ start: comma, end: comma + 1, text: '' }]);
    const closers = this.#open.map(closerOf).reverse().join('');
    const patch = { start: this.last, end: this.last, text: value + closers };
    const innermost = this.#open.findLast((it) => !it.guessed);
    const [only, another] = this.#open;
    if (!innermost) this.#mender.patch([patch]);
    else {
      const range = { start: innermost.at, end: innermost.at + 1 };
      const isOne = only && !another && value === '' && comma === undefined;
      this.#mender.mend({ code: 'missing-bracket', range, patch: isOne ? this.#closingPatch(only) : patch });
    }
  }

  /** Gives a key that has none its colon and value. False where nothing was missing. */
  settle(): boolean {
    const { top, last } = this;
    if (top.state === 'colon' && top.key) {
      this.#mender.report('missing-colon', top.key);
      this.#mender.patch([{ start: last, end: last, text: ': null' }]);
    } else if (top.state === 'value' && top.colon !== undefined && top.sign === '{') {
      this.#mender.report('missing-value', { start: top.colon, end: top.colon + 1 });
      this.#mender.patch([{ start: last, end: last, text: ' null' }]);
    } else return false;
    top.state = 'after';
    return true;
  }

  /** The map that was closed last, if it begins a line and stands deeper than its key. */
  #mapBelowKey(): JsonFrame | undefined {
    const frame = this.top.closed?.frame;
    const begins = frame?.sign === '{' && frame.at === frame.lineStart + frame.indent;
    return begins && frame.indent > this.top.keyIndent ? frame : undefined;
  }

  #openList(frame = this.#mapBelowKey()): void {
    if (!frame) return;
    const patch = { start: frame.at, end: frame.at, text: '[' };
    this.#mender.mend({ code: 'bad-token', range: { start: frame.at, end: frame.at + 1 }, patch });
  }

  #closeTop({ start, first, indent }: JsonToken): void {
    this.settle();
    const frame = this.#open.pop();
    if (!frame) return;
    if (frame.comma !== undefined) {
      const range = { start: frame.comma, end: frame.comma + 1 };
      if (this.commaExcused) this.#mender.patch([{ ...range, text: '' }]);
      else this.#mender.replace('trailing-comma', range, '');
    }
    this.top.state = 'after';
    this.top.closed = { frame, at: start, aligned: first && indent === frame.indent };
  }

  #closeMissing(): void {
    this.settle();
    const frame = this.#open.pop();
    if (!frame) return;
    const patch = this.#closingPatch(frame);
    const { closed } = frame;
    const twice = closed?.frame.at === frame.at + 1 && closed.frame.sign === frame.sign;
    if (twice) this.#mender.replace('bad-token', { start: frame.at, end: frame.at + 1 }, '');
    else if (frame.guessed) this.#mender.patch([patch]);
    else this.#mender.mend({ code: 'missing-bracket', range: { start: frame.at, end: frame.at + 1 }, patch });
    this.top.state = frame.comma === undefined ? 'after' : this.top.sign === '{' ? 'key' : 'value';
    this.top.comma = frame.comma;
    this.commaExcused = true;
  }

  /** Behind a bracket that stands under the line where it was opened, one that closes what an earlier line opened. */
  #isTooMany({ first, lineStart }: JsonToken): boolean {
    const { closed, lineStart: opened } = this.top;
    if (!this.#byIndent || first || !closed?.aligned || opened === lineStart) return false;
    return closed.at >= lineStart && closed.frame.lineStart !== opened;
  }

  /** Puts in the bracket that is missing: where a line was left for it, else on a line of its own if it had one. */
  #closingPatch(frame: JsonFrame): Patch {
    const { last } = this;
    const closer = closerOf(frame);
    if (frame.comma !== undefined) return { start: frame.comma, end: frame.comma, text: closer };
    const indent = ' '.repeat(Math.max(0, frame.indent));
    const left = new RegExp(`^[ \\t]*\\r?\\n${indent}(?=[ \\t]*(?:\\r?\\n|,|$))`).exec(
      this.#text.slice(last, last + 2000),
    );
    if (left) return { start: last + left[0].length, end: last + left[0].length, text: closer };
    const isBelow = this.lastLine !== frame.lineStart && !frame.guessed;
    return { start: last, end: last, text: isBelow ? `${this.#newline}${indent}${closer}` : closer };
  }

  /** A closing bracket that closes one further out, as its place on its line or its indentation shows. */
  #isMeantOutside(token: JsonToken): boolean {
    const meant = this.#open.slice(-MOST_LEFT_OPEN).findLast((it) => closes(it.sign, token.kind));
    return (
      meant !== undefined && (meant.lineStart === token.lineStart || (token.first && meant.indent === token.indent))
    );
  }
}

const closes = (open: string | undefined, close: string): boolean =>
  (open === '{' && close === '}') || (open === '[' && close === ']');

const closerOf = ({ sign }: JsonFrame): string => (sign ? CLOSING[sign] : '');

function newFrame(
  sign: JsonFrame['sign'],
  { start, lineStart, indent }: Pick<JsonToken, 'start' | 'lineStart' | 'indent'>,
  guessed: boolean,
): JsonFrame {
  const state = sign === '{' ? 'key' : 'value';
  const nothing = { key: undefined, keyIndent: 0, colon: undefined, comma: undefined, closed: undefined };
  return { sign, at: start, lineStart, indent, guessed, state, ...nothing, leftOut: '' };
}
