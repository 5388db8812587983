import { JsonFrames } from './jsonFrames.ts';
import { JsonScanner, type JsonToken } from './jsonScan.ts';
import { endWithoutOpening, escapeMends, type MeantString, meantKey, meantValue } from './jsonStrings.ts';
import { Mender } from './mender.ts';
import type { SyntaxProblem, TextEdit } from './node.ts';
import type { Patch } from './patchedText.ts';

/** What makes a broken JSON text readable: patches for the parser, and the problems that they stand for. */
export interface JsonRepair {
  readonly patches: readonly Patch[];
  readonly problems: readonly SyntaxProblem[];
}

/**
 * Goes through a text token by token and mends what a person in the middle of typing leaves behind. Where brackets are
 * missing or too many, the indentation of a pretty-printed text says which.
 */
export function repairJson(text: string): JsonRepair {
  return new JsonRepairer(text).run();
}

const FOLLOWED_BY_COLON = /^\s*[:：]/;
const SAME_IN_JSON: Readonly<Record<string, string>> = { true: 'true', false: 'false', null: 'null', none: 'null' };
/** Deeper texts are not parsed at all; the patches of this file do not make a text much deeper. */
const MAX_DEPTH = 500;

class JsonRepairer {
  readonly #text: string;
  readonly #scanner: JsonScanner;
  readonly #mender = new Mender();
  readonly #frames: JsonFrames;
  /** The first token behind the end of the template. */
  #rest: JsonToken | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#scanner = new JsonScanner(text);
    this.#frames = new JsonFrames(text, this.#mender, !isBalanced(text));
  }

  run(): JsonRepair {
    for (let token = this.#scanner.next(); token.kind !== 'end'; token = this.#scanner.next()) {
      if (this.#frames.depth > MAX_DEPTH || this.#mender.full) {
        this.#mender.patch([{ start: token.start, end: this.#text.length, text: '' }]);
        break;
      }
      this.#take(token);
    }
    const { start, end } = this.#rest ?? { start: 0, end: 0 };
    const rest = { start, end: Math.max(end, this.#text.trimEnd().length), text: '' };
    if (this.#rest) this.#mender.mend({ code: 'unexpected-end', range: { start, end }, patch: rest });
    this.#frames.finish();
    return { patches: this.#mender.patches, problems: this.#mender.problems };
  }

  #take(token: JsonToken): void {
    const { start, end, kind } = token;
    if (kind === 'comment') {
      this.#mender.report('comment-in-json', { start, end }, this.#withoutComment(start, end));
      if (this.#text[start] === '#') this.#mender.patch([{ start, end, text: '' }]);
      return;
    }
    if (token.first) this.#frames.closeByIndent(token);
    const { top } = this.#frames;
    if (top === this.#frames.root && top.state === 'after' && !this.#goesOn(token)) return;
    let last = end;
    if (kind === '}' || kind === ']') this.#frames.close(token);
    else if (kind === ',') this.#comma(token);
    else if (kind === ':') this.#colon(token);
    else last = this.#entry(token);
    this.#frames.last = last;
    this.#frames.lastLine = token.lineStart;
    this.#frames.commaExcused = false;
    if (last !== end) this.#scanner.back(last);
  }

  /** Takes out a comment with the blanks behind it. */
  #withoutComment(start: number, end: number): TextEdit {
    const text = this.#text;
    const blanks = /^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0;
    return { range: { start, end: end + blanks }, newText: '' };
  }

  /** False for what stands behind the end. A key there shows that the end came too early. */
  #goesOn(token: JsonToken): boolean {
    if (this.#isKey(token) && this.#frames.reopen(token)) {
      this.#rest = undefined;
      return true;
    }
    if (token.kind === ',') this.#frames.root.comma ??= token.start;
    this.#rest ??= token;
    return false;
  }

  #isKey({ kind, start, end }: JsonToken): boolean {
    if (kind !== 'string' && kind !== 'word') return false;
    // A text that lacks its opening quote may have a colon in it.
    if (kind === 'word' && endWithoutOpening(this.#text, start, 'value') !== undefined) return false;
    return FOLLOWED_BY_COLON.test(this.#text.slice(end, end + 200));
  }

  #comma({ start, end }: JsonToken): void {
    this.#frames.settle();
    const { top } = this.#frames;
    const range = { start, end };
    if (top.state !== 'after') {
      this.#mender.replace('bad-token', range, '');
      return;
    }
    if (this.#text[start] !== ',') this.#mender.replace('bad-token', range, ',');
    top.comma = start;
    top.state = top.sign === '{' ? 'key' : 'value';
  }

  #colon({ start, end }: JsonToken): void {
    const { top } = this.#frames;
    const range = { start, end };
    if (top.state !== 'colon') this.#mender.replace('bad-token', range, '');
    else {
      if (this.#text[start] !== ':') this.#mender.replace('bad-token', range, ':');
      top.state = 'value';
      top.colon = start;
    }
  }

  /** A key, a value or an opening bracket. Gives the offset behind what was taken for it. */
  #entry(token: JsonToken): number {
    if (token.kind === 'string' && /^""(?:[\p{L}\d_$]|\{\{)/u.test(this.#text.slice(token.start, token.start + 4))) {
      this.#mender.replace('bad-token', { start: token.start, end: token.start + 1 }, '');
      return token.start + 1;
    }
    const key = this.#isKey(token);
    const { sign, state, keyIndent } = this.#frames.top;
    const reopened = key && (sign !== '{' || state !== 'value') && this.#frames.reopen(token);
    const deeper = sign === '{' && state === 'value' && token.first && token.indent > keyIndent;
    if (key && !reopened && (sign !== '{' || deeper)) this.#openBefore(token, '{');
    else if (deeper && this.#isListItem(token)) this.#openBefore(token, '[');
    else this.#fillBefore(token, key);
    return this.#frames.top.state === 'key' ? this.#key(token, key) : this.#value(token);
  }

  /** A text or number that is followed by another one, as in a list. */
  #isListItem({ kind, end }: JsonToken): boolean {
    const behind = this.#text.slice(end, end + 500);
    return kind !== '{' && kind !== '[' && /^\s*(?:\]|,\s*(?:"[^"\r\n]*"|[\w.-]+)\s*[,\]])/.test(behind);
  }

  /** A key in a list, or an entry deeper than the key that waits for its value: the bracket before it is missing. */
  #openBefore({ start, end, lineStart, indent }: JsonToken, sign: '{' | '['): void {
    const { top } = this.#frames;
    const { colon } = top;
    const comma = top.state === 'after' ? ',' : '';
    top.comma = undefined;
    const patch = { start, end: start, text: comma + sign };
    const waits = top.state === 'value' && top.sign === '{' && colon !== undefined;
    if (waits) this.#mender.mend({ code: 'missing-value', range: { start: colon, end: colon + 1 }, patch });
    else this.#mender.mend({ code: 'bad-token', range: { start, end }, patch });
    this.#frames.open(sign, { start, lineStart, indent: indent - 1 }, true);
  }

  /** Puts in the comma, the colon or the value that is missing in front of a token. */
  #fillBefore({ start, end, first, lineStart }: JsonToken, key: boolean): void {
    const { top, last } = this.#frames;
    const settled = first && key && this.#frames.settle();
    if (top.state === 'colon' && top.key) {
      this.#mender.insert('missing-colon', top.key, last, ':');
      top.state = 'value';
    }
    if (top.state !== 'after') return;
    if (settled || this.#frames.commaExcused) this.#mender.patch([{ start: last, end: last, text: ',' }]);
    // A line that lacks its comma is wrong itself, not the one below it, which somebody may be far from.
    else
      this.#mender.insert(
        'missing-comma',
        last < lineStart ? { start: last - 1, end: last } : { start, end },
        last,
        ',',
      );
    top.state = top.sign === '{' ? 'key' : 'value';
  }

  #key(token: JsonToken, key: boolean): number {
    const { kind, start, end } = token;
    const { top } = this.#frames;
    const range = { start, end };
    const { balanced } = this.#frames;
    if (kind === '{' && token.first && !balanced && (this.#frames.listBefore(token) || this.#frames.closeToList())) {
      return this.#entry(token);
    }
    const quoted = kind === 'word' ? endWithoutOpening(this.#text, start, 'key') : undefined;
    if (kind === '{' || kind === '[' || (kind !== 'string' && !key && quoted === undefined)) {
      this.#mender.replace('bad-token', range, '');
      if (balanced && (kind === '{' || kind === '[')) top.leftOut += kind;
      return end;
    }
    top.comma = undefined;
    top.state = 'colon';
    top.key = range;
    top.keyIndent = token.indent;
    if (quoted !== undefined) return this.#openingQuote(start, quoted);
    if (kind !== 'string') {
      this.#mender.replace('bad-token', range, JSON.stringify(this.#withoutQuotes(token)));
      return end;
    }
    const meant = this.#string(start, meantKey(this.#text, token));
    top.key = { start, end: meant };
    return meant;
  }

  #value(token: JsonToken): number {
    const { kind, start, end } = token;
    const { top } = this.#frames;
    top.comma = undefined;
    top.state = 'after';
    if (kind === '{' || kind === '[') this.#frames.open(kind, token);
    else if (kind === 'string') {
      return this.#string(start, meantValue(this.#text, token, this.#frames.closersOnLine(token.lineStart)));
    } else if (kind === 'word') {
      const quoted = endWithoutOpening(this.#text, start, 'value');
      if (quoted !== undefined) return this.#openingQuote(start, quoted);
      const word = this.#withoutQuotes(token);
      const isBare = word.length === end - start;
      const number = isBare && /^[-+.\d]/.test(word) ? Number(word) : Number.NaN;
      const json = SAME_IN_JSON[word.toLowerCase()] ?? JSON.stringify(Number.isFinite(number) ? number : word);
      this.#mender.replace('bad-token', { start, end }, json);
    }
    return end;
  }

  #string(start: number, { end, mends }: MeantString): number {
    for (const mend of [...mends, ...escapeMends(this.#text, start + 1, end)]) this.#mender.mend(mend);
    return end;
  }

  #openingQuote(start: number, end: number): number {
    this.#mender.insert('missing-quote', { start, end }, start, '"');
    return end;
  }

  #withoutQuotes({ start, end }: JsonToken): string {
    return this.#text.slice(start, end).replace(/^(?:'(.*)'|[“”](.*)[“”]|[‘’](.*)[‘’])$/, '$1$2$3');
  }
}

/** Whether every bracket is closed by its like, whatever else is wrong. */
function isBalanced(text: string): boolean {
  const scanner = new JsonScanner(text);
  const open: string[] = [];
  for (let { kind } = scanner.next(); kind !== 'end'; { kind } = scanner.next()) {
    if (kind === '{' || kind === '[') open.push(kind);
    else if ((kind === '}' && open.pop() !== '{') || (kind === ']' && open.pop() !== '[')) return false;
  }
  return open.length === 0;
}
