import { Mender } from './mender.ts';
import type { SyntaxProblem, SyntaxProblemCode, TextRange } from './node.ts';
import type { Patch } from './patchedText.ts';
import { findFlowEnd, opening } from './yamlFlow.ts';
import { isBrokenKey, meantKey } from './yamlKeys.ts';
import { Levels } from './yamlLevels.ts';
import { blockLines, continuationOf, DASH, indentedLines, startsMap } from './yamlLines.ts';
import { findQuoteEnd, keyEnd, lineEnd, propertiesLength, trimmedLineEnd } from './yamlScan.ts';
import { tabbedColumn } from './yamlTabs.ts';

/** What makes a broken YAML text readable: patches for the parser, and the problems that they stand for. */
export interface Repair {
  readonly patches: readonly Patch[];
  readonly problems: readonly SyntaxProblem[];
  readonly underIndented: readonly TextRange[];
  /** Where the text was given up; its length, unless it is hostile. */
  readonly end: number;
}

/**
 * Goes through a text line by line, as an eye does that looks at indentation first, and mends what a person in the
 * middle of typing leaves behind: keys without a colon, open quotes and brackets, a wrong indentation, unquoted
 * `{{ }}`, tabs. Quoted scalars that the service reads and a strict parser does not are indented.
 * `only` leaves every other mistake alone, for a text that the parser has accepted.
 */
export function repairYaml(text: string, only?: SyntaxProblemCode): Repair {
  return new Repairer(text, only).run();
}

const TAB_WIDTH = 4;
/** Deeper texts are cut off before they come here; this bounds the work on those that are deep and broken. */
const MAX_DEPTH = 500;
const BLOCK_HEADER = /^[|>][-+0-9]*[ \t]*(?:#[^\n]*)?$/;
const DASH_WITHOUT_SPACE = /^-(?=["']?[A-Za-z][\w-]*(?:::[\w-]+)*["']?:(?:\s|$)|["'{[])/;

class Repairer {
  readonly #text: string;
  readonly #mender: Mender;
  readonly #underIndented: TextRange[] = [];
  readonly #levels = new Levels();
  /** The last key or dash has no value yet, so a nested block may follow. */
  #open = true;
  /** Where the last value begins, if it is a plain scalar, which deeper lines continue. */
  #plain: number | undefined;
  #next = 0;
  #lineStart = 0;
  /** How much further right than it is written the line stands for the parser. */
  #delta = 0;
  /** The blanks that were put into the line behind a dash. */
  #added = 0;

  constructor(text: string, only: SyntaxProblemCode | undefined) {
    this.#text = text;
    this.#mender = new Mender(only);
  }

  run(): Repair {
    const { length } = this.#text;
    while (this.#next < length && this.#levels.depth < MAX_DEPTH && !this.#mender.full) this.#line(this.#next);
    const { patches, problems } = this.#mender;
    return { patches, problems, underIndented: this.#underIndented, end: Math.min(this.#next, length) };
  }

  #line(start: number): void {
    const text = this.#text;
    const end = lineEnd(text, start);
    this.#next = end + 1;
    this.#lineStart = start;
    this.#delta = 0;
    this.#added = 0;
    const line = text.slice(start, end);
    const indent = /^[ \t\uFEFF]*/.exec(line)?.[0].length ?? 0;
    const said = line.slice(indent).trimEnd();
    if (said === '' || said.startsWith('#') || /^[?:](?:\s|$)/.test(said)) return;
    if (/^(?:---|\.\.\.)(?:\s|$)|^%/.test(line)) {
      this.#levels.clear();
      this.#open = true;
      return;
    }
    const tabs = line.slice(0, indent).split('\t').length - 1;
    if (tabs > 0)
      this.#delta =
        (tabbedColumn(text, said, end, this.#levels, this.#open) ?? indent + tabs * (TAB_WIDTH - 1)) - indent;
    else this.#delta = this.#levels.shiftOf(DASH.test(said) ? 'seq' : 'map', indent, this.#open);
    this.#entries(start + indent, end);
    if (tabs === 0 && this.#delta === 0) return;
    const spaces = ' '.repeat(Math.max(0, indent + this.#delta));
    const range = { start, end: start + indent };
    if (tabs > 0) {
      const tab = { start: start + line.indexOf('\t'), end: start + indent };
      this.#mender.report('tab-indent', tab, { range, newText: spaces });
    }
    this.#mender.patch([{ ...range, text: spaces }]);
  }

  #column(at: number): number {
    return at - this.#lineStart + this.#delta + this.#added;
  }

  /** Takes the dashes off a line, then reads the key or the value behind them. */
  #entries(from: number, end: number): void {
    const text = this.#text;
    let at = from;
    for (; this.#levels.depth < MAX_DEPTH; at += /^-[ \t]*/.exec(text.slice(at, end))?.[0].length ?? 1) {
      const glued = this.#gluedDash(at, end);
      if (!glued && !DASH.test(text.slice(at, at + 2))) break;
      if (at === from) this.#strayList(at);
      this.#enter('seq', at, at === from);
      this.#open = true;
      this.#plain = undefined;
      if (glued) {
        this.#mender.insert('missing-space', { start: at, end: at + 1 }, at + 1, ' ');
        this.#added++;
      }
    }
    if (at >= trimmedLineEnd(text, at, end)) return;
    const start = at + propertiesLength(text, at, end);
    const key = isBrokenKey(text, start, end) ? undefined : keyEnd(text, start, end);
    if (key === undefined) this.#bareValue(at, end, at === from);
    else if (this.#continuesText(start, key)) this.#quoteText(start, end);
    else {
      this.#enter('map', at, at === from);
      this.#value(key, end);
    }
  }

  /** A line that goes on with the plain text before it, and looks like a key to a parser. */
  #continuesText(at: number, key: number): boolean {
    const deeper = this.#column(at) > this.#levels.innermost;
    return this.#plain !== undefined && deeper && /[^\s:]\s+\S/.test(this.#text.slice(at, key));
  }

  #quoteText(at: number, end: number): void {
    const start = this.#plain ?? at;
    const stop = this.#continuation(trimmedLineEnd(this.#text, at, end));
    const patch = { start, end: stop, text: this.#inQuotes(start, stop) };
    this.#mender.mend({ code: 'nested-on-one-line', range: { start: at, end: stop }, patch });
    this.#plain = undefined;
  }

  /** A list among pairs, where no key waits for one: it is hung on a key without a name, which is left out later. */
  #strayList(at: number): void {
    const column = this.#column(at);
    if (this.#open || !this.#levels.has('map', column) || this.#levels.hasAny('seq')) return;
    this.#mender.report('bad-token', { start: at, end: at + 1 });
    this.#mender.patch([{ start: this.#lineStart, end: this.#lineStart, text: `${' '.repeat(column)}'':\n` }]);
    this.#open = true;
  }

  #gluedDash(at: number, end: number): boolean {
    if (!DASH_WITHOUT_SPACE.test(this.#text.slice(at, end))) return false;
    const column = this.#column(at);
    return this.#levels.has('seq', column) || (this.#open && column >= this.#levels.innermost);
  }

  /** Opens or goes on with a collection. Where none can stand, the line is moved to the nearest column. */
  #enter(kind: 'map' | 'seq', at: number, first: boolean): void {
    const column = this.#column(at);
    const entered = this.#levels.enter(kind, column, this.#open, first);
    if (entered === column) return;
    const written = at - this.#lineStart;
    const tabbed = this.#text.slice(this.#lineStart, at).includes('\t');
    this.#delta += entered - column;
    if (tabbed) return;
    const range = { start: this.#lineStart, end: at };
    this.#mender.report('bad-indent', range, { range, newText: ' '.repeat(Math.max(0, this.#column(at))) });
    this.#levels.moved(written, this.#delta);
  }

  /** A line that is neither an entry nor a pair: a value on a line of its own, or a key without its colon. */
  #bareValue(at: number, end: number, ownLine: boolean): void {
    const text = this.#text;
    const column = this.#column(at);
    const outer = this.#levels.innermost;
    const inside = !ownLine || (this.#open && column > outer);
    const isPair = ownLine && isBrokenKey(text, at, end);
    const isKey = inside ? isPair || startsMap(text, this.#lineStart, at, end) : this.#levels.has('map', column);
    if (inside && !isKey) this.#value(at, end);
    else if (this.#plain !== undefined && column > outer) return;
    else if (/[\]}]/.test(text.charAt(at))) this.#strayBracket(at, end);
    else if (isKey) {
      this.#enter('map', at, ownLine);
      const { mend, value } = meantKey(text, at, end);
      this.#mender.mend(mend);
      this.#value(value, end);
    }
  }

  #value(from: number, end: number): void {
    const text = this.#text;
    const at = from + propertiesLength(text, from, end);
    const stop = trimmedLineEnd(text, at, end);
    this.#open = at >= stop;
    this.#plain = undefined;
    if (at >= stop) return;
    const sign = text.charAt(at);
    if (BLOCK_HEADER.test(text.slice(at, end).trimEnd())) this.#block(end + 1);
    else if (text.startsWith('{{', at)) this.#quote('unquoted-expression', at, stop);
    else if (sign === '"' || sign === "'") this.#quoted(at, end);
    else if (sign === '{' || sign === '[') this.#flow(at);
    else if (sign === '}' || sign === ']') this.#strayBracket(at, end);
    else if (DASH.test(text.slice(at, end)) && this.#levels.depth < MAX_DEPTH) this.#listBehindKey(at, end);
    else if (/:\s/.test(text.slice(at, stop))) this.#quote('nested-on-one-line', at, stop);
    else if (text.charAt(stop - 1) === ':') this.#quote('open-colon', at, stop);
    else this.#plain = at;
  }

  /** `key: - item` */
  #listBehindKey(at: number, end: number): void {
    this.#mender.report('bad-token', { start: at, end: at + 1 });
    this.#mender.patch([{ start: at, end: at, text: `\n${' '.repeat(this.#column(at))}` }]);
    this.#open = true;
    this.#entries(at, end);
  }

  #block(from: number): void {
    const block = blockLines(this.#text, from, this.#levels.innermost - this.#delta, this.#delta);
    for (const mend of block.mends) this.#mender.mend(mend);
    this.#mender.patch(block.patches);
    this.#next = block.next;
  }

  #strayBracket(at: number, end: number): void {
    const range = { start: at, end: trimmedLineEnd(this.#text, at, end) };
    this.#mender.replace('bad-token', range, '');
  }

  /** Quotes what stands there; of a text that goes on in the lines below, all of it. */
  #quote(code: SyntaxProblemCode, start: number, stop: number): void {
    const end = this.#continuation(stop);
    const patch = opening(this.#text, start, end) ?? { start, end, text: this.#inQuotes(start, end) };
    this.#mender.mend({ code, range: { start, end: stop }, patch });
  }

  #inQuotes(start: number, end: number): string {
    return `'${this.#text.slice(start, end).replaceAll("'", "''")}'`;
  }

  /** The end of a text that goes on in the lines below. */
  #continuation(stop: number): number {
    const { end, next } = continuationOf(this.#text, stop, this.#next, this.#levels.innermost - this.#delta);
    this.#next = next;
    return end;
  }

  #quoted(at: number, end: number): void {
    const text = this.#text;
    const close = findQuoteEnd(text, at);
    if (close !== undefined && close <= end) {
      this.#behindQuote(at, close, trimmedLineEnd(text, close, end));
      return;
    }
    const behind = close === undefined ? '' : text.slice(close, lineEnd(text, close));
    if (close === undefined || !/^[ \t\r]*(?:#[^\n]*)?$/.test(behind)) {
      const stop = trimmedLineEnd(text, at, end, false);
      this.#mender.insert('missing-quote', { start: at, end: stop }, this.#continuation(stop), text.charAt(at));
      return;
    }
    const patches = indentedLines(text, at, close, this.#levels.innermost + 1);
    if (patches.length > 0) this.#underIndented.push({ start: at, end: close });
    this.#mender.patch(patches);
    this.#next = lineEnd(text, close) + 1;
  }

  /** `'a': b` in the place of a value, or `'it's'`: what stands there is taken for one text. */
  #behindQuote(at: number, close: number, stop: number): void {
    const text = this.#text;
    const start = close + text.slice(close, stop).search(/\S/);
    if (start < close) return;
    if (/^:(?:\s|$)/.test(text.slice(start, stop))) this.#quote('nested-on-one-line', at, stop);
    else {
      const inner = text.slice(at, stop).replace(/^["']+|(?<!["'])["']+$/g, '');
      const patch = { start: at, end: stop, text: `'${inner.replaceAll("'", "''")}'` };
      this.#mender.mend({ code: 'bad-token', range: { start, end: stop }, patch });
    }
  }

  #flow(at: number): void {
    const text = this.#text;
    const flow = findFlowEnd(text, at, this.#levels.innermost - this.#delta);
    for (const mend of flow.mends) this.#mender.mend(mend);
    this.#mender.patch(indentedLines(text, at, flow.end, this.#levels.innermost + 1));
    const stop = lineEnd(text, flow.end);
    this.#next = stop + 1;
    const behind = text.slice(flow.end, stop);
    const extra = /^[ \t]*([}\],]+)[ \t\r]*(?:#[^\n]*)?$/.exec(behind);
    if (extra?.[1]) {
      const start = flow.end + extra[0].indexOf(extra[1]);
      const range = { start, end: start + extra[1].length };
      this.#mender.replace('bad-token', range, '');
    } else if (flow.mends.length === 0 && /^[ \t]*:(?:\s|$)/.test(behind)) {
      this.#quote('nested-on-one-line', at, trimmedLineEnd(text, flow.end, stop));
    }
  }
}
