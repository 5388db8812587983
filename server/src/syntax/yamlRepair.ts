import type { SyntaxProblem, SyntaxProblemCode, TextRange } from './node.ts';
import type { Patch } from './patchedText.ts';
import { findFlowEnd } from './yamlFlow.ts';
import { Levels } from './yamlLevels.ts';
import { findQuoteEnd, keyEnd, lineEnd, propertiesLength, trimmedLineEnd } from './yamlScan.ts';

/** What makes a broken YAML text readable: patches for the parser, and the problems that they stand for. */
export interface Repair {
  readonly patches: readonly Patch[];
  readonly problems: readonly SyntaxProblem[];
  readonly underIndented: readonly TextRange[];
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

/** Deeper texts are cut off before they come here; this bounds the work on those that are deep and broken. */
const MAX_DEPTH = 500;
const BLOCK_HEADER = /^[|>][-+0-9]*[ \t]*(?:#.*)?$/;
const DASH = /^-(?:\s|$)/;
const DASH_WITHOUT_SPACE = /^-(?=[A-Za-z][\w-]*:(?:\s|$))/;
const KEY_WITHOUT_SPACE = /^[A-Za-z][\w-]*:(?=[^:\s/])/;
/** Written with an input method for Chinese. */
const KEY_WITH_WIDE_COLON = /^[A-Za-z][\w-]*(?=：)/;
const KEY_WITH_OPEN_QUOTE = /^["'][A-Za-z][\w.:-]*?(?=[ \t]*:(?:\s|$))/;
const SIMPLE_KEY = /^[A-Za-z][\w-]*:(?:\s|$)/;

class Repairer {
  readonly #text: string;
  readonly #only: SyntaxProblemCode | undefined;
  readonly #patches: Patch[] = [];
  readonly #problems: SyntaxProblem[] = [];
  readonly #underIndented: TextRange[] = [];
  readonly #levels = new Levels();
  /** The last key or dash has no value yet, so a nested block may follow. */
  #open = true;
  /** The last value is a plain scalar, which deeper lines continue. */
  #plain = false;
  #next = 0;
  #lineStart = 0;
  /** How much further right than it is written the line stands for the parser. */
  #delta = 0;
  /** The columns of one step of indentation, as far as the text shows it. */
  #step = 2;

  constructor(text: string, only: SyntaxProblemCode | undefined) {
    this.#text = text;
    this.#only = only;
  }

  run(): Repair {
    while (this.#next < this.#text.length && this.#levels.depth < MAX_DEPTH) this.#line(this.#next);
    const patches = this.#patches.sort((a, b) => a.start - b.start || a.end - b.end);
    return { patches, problems: this.#problems, underIndented: this.#underIndented };
  }

  #line(start: number): void {
    const text = this.#text;
    const end = lineEnd(text, start);
    this.#next = end + 1;
    this.#lineStart = start;
    this.#delta = 0;
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
    if (tabs > 0) this.#delta = tabs * (this.#step - 1);
    else this.#delta = this.#levels.shiftOf(DASH.test(said) ? 'seq' : 'map', indent);
    this.#entries(start + indent, end);
    if (tabs > 0) this.#report('tab-indent', { start: start + line.indexOf('\t'), end: start + indent });
    if (tabs > 0 || this.#delta !== 0) {
      const column = Math.max(0, indent + this.#delta);
      this.#patch({ start, end: start + indent, text: ' '.repeat(column) });
    }
  }

  #column(at: number): number {
    return at - this.#lineStart + this.#delta;
  }

  /** Takes the dashes off a line, then reads the key or the value behind them. */
  #entries(from: number, end: number): void {
    const text = this.#text;
    let at = from;
    for (; this.#levels.depth < MAX_DEPTH; at += /^-[ \t]*/.exec(text.slice(at, end))?.[0].length ?? 1) {
      const glued = this.#gluedDash(at, end);
      if (!glued && !DASH.test(text.slice(at, at + 2))) break;
      this.#enter('seq', at, at === from);
      this.#open = true;
      this.#plain = false;
      if (glued) this.#insert('missing-space', { start: at, end: at + 1 }, at + 1, ' ');
    }
    if (at >= trimmedLineEnd(text, at, end)) return;
    const start = at + propertiesLength(text, at, end);
    const key = keyEnd(text, start, end);
    if (key === undefined) this.#bareValue(at, end, at === from);
    else {
      this.#enter('map', at, at === from);
      this.#value(key, end);
    }
  }

  #gluedDash(at: number, end: number): boolean {
    if (!DASH_WITHOUT_SPACE.test(this.#text.slice(at, end))) return false;
    const column = this.#column(at);
    return this.#levels.has('seq', column) || (this.#open && column > this.#levels.innermost);
  }

  /** Opens or goes on with a collection. Where none can stand, the line is moved to the nearest column. */
  #enter(kind: 'map' | 'seq', at: number, first: boolean): void {
    const column = this.#column(at);
    const outer = this.#levels.innermost;
    const entered = this.#levels.enter(kind, column, this.#open, first);
    if (entered === column) {
      if (first && outer >= 0 && column > outer) this.#step = column - outer;
      return;
    }
    const written = at - this.#lineStart;
    const tabbed = this.#text.slice(this.#lineStart, at).includes('\t');
    this.#delta += entered - column;
    if (tabbed) return;
    this.#report('bad-indent', { start: this.#lineStart, end: at });
    this.#levels.moved(written, this.#delta);
  }

  /** A line that is neither an entry nor a pair: a value on a line of its own, or a key without its colon. */
  #bareValue(at: number, end: number, ownLine: boolean): void {
    const text = this.#text;
    const column = this.#column(at);
    const outer = this.#levels.innermost;
    const inside = !ownLine || (this.#open && column > outer);
    const isKey = this.#levels.has('map', column) && !inside ? true : inside && this.#startsMap(at, end);
    if (!isKey) {
      if (inside) this.#value(at, end);
      return;
    }
    if (this.#plain && column > outer) return;
    this.#enter('map', at, ownLine);
    const line = text.slice(at, end);
    const behind = (match: RegExpExecArray | null) => (match ? at + match[0].length : undefined);
    const glued = behind(KEY_WITHOUT_SPACE.exec(line));
    const wide = behind(KEY_WITH_WIDE_COLON.exec(line));
    const open = behind(KEY_WITH_OPEN_QUOTE.exec(line));
    if (glued !== undefined) {
      this.#insert('missing-space', { start: at, end: glued }, glued, ' ');
      this.#value(glued, end);
    } else if (wide !== undefined) {
      this.#mend('missing-colon', { start: at, end: wide }, { start: wide, end: wide + 1, text: ': ' });
      this.#value(wide + 1, end);
    } else if (open !== undefined) {
      this.#insert('missing-quote', { start: at, end: open }, open, text.charAt(at));
      this.#value(text.indexOf(':', open) + 1, end);
    } else this.#missingColon(at, end);
  }

  #missingColon(at: number, end: number): void {
    const text = this.#text;
    const quoted = /^["']/.test(text.charAt(at)) ? findQuoteEnd(text.slice(at, end), 0) : undefined;
    const word = /^[A-Za-z][\w-]*(?=[ \t])/.exec(text.slice(at, end))?.[0].length;
    const stop = at + (quoted ?? word ?? trimmedLineEnd(text, at, end) - at);
    this.#insert('missing-colon', { start: at, end: stop }, stop, ':');
    this.#value(stop, end);
  }

  /** True when a line, though it has no colon, is the first of a map, as the lines below it show. */
  #startsMap(at: number, end: number): boolean {
    const text = this.#text;
    if (!/^["']?[A-Za-z]/.test(text.slice(at, at + 2))) return false;
    for (let start = end + 1; start < text.length; ) {
      const stop = lineEnd(text, start);
      const line = text.slice(start, stop);
      const said = line.trim();
      const indent = line.search(/\S/);
      start = stop + 1;
      if (said === '' || said.startsWith('#')) continue;
      const own = at - this.#lineStart;
      if (indent === own) return keyEnd(said, 0, said.length) !== undefined;
      const alone = /^[\w-]+$/.test(text.slice(at, trimmedLineEnd(text, at, end)));
      return indent > own && alone && (DASH.test(said) || SIMPLE_KEY.test(said));
    }
    return false;
  }

  #value(from: number, end: number): void {
    const text = this.#text;
    const at = from + propertiesLength(text, from, end);
    const stop = trimmedLineEnd(text, at, end);
    this.#open = at >= stop;
    this.#plain = false;
    if (at >= stop) return;
    const sign = text.charAt(at);
    if (BLOCK_HEADER.test(text.slice(at, end).trimEnd())) this.#block(end + 1);
    else if (text.startsWith('{{', at)) this.#quote('unquoted-expression', at, stop);
    else if (sign === '"' || sign === "'") this.#quoted(at, end);
    else if (sign === '{' || sign === '[') this.#flow(at);
    else if (DASH.test(text.slice(at, end))) this.#listBehindKey(at, end);
    else if (/:(?:\s|$)/.test(text.slice(at, stop))) this.#quote('nested-on-one-line', at, stop);
    else this.#plain = true;
  }

  /** `key: - item` */
  #listBehindKey(at: number, end: number): void {
    this.#insert('bad-token', { start: at, end: at + 1 }, at, `\n${' '.repeat(this.#column(at))}`);
    this.#open = true;
    this.#entries(at, end);
  }

  /** Passes over a block scalar. Lines that stand left of its first one end it for the parser, so they are indented. */
  #block(from: number): void {
    const text = this.#text;
    const parent = this.#levels.innermost - this.#delta;
    let own: number | undefined;
    let at = from;
    for (; at < text.length; at = lineEnd(text, at) + 1) {
      const line = text.slice(at, lineEnd(text, at));
      const indent = line.search(/[^ ]/);
      if (line.trim() === '') continue;
      if (indent <= parent) break;
      own ??= indent;
      if (indent < own && SIMPLE_KEY.test(line.slice(indent))) break;
      if (indent < own) this.#mendBlockLine(at, indent, own);
      else if (this.#delta > 0) this.#patch({ start: at, end: at, text: ' '.repeat(this.#delta) });
    }
    this.#next = at;
  }

  #mendBlockLine(at: number, indent: number, own: number): void {
    const range = { start: at, end: at + indent };
    this.#mend('bad-indent', range, { ...range, text: ' '.repeat(own + Math.max(0, this.#delta)) });
  }

  #quote(code: SyntaxProblemCode, start: number, end: number): void {
    const raw = this.#text.slice(start, end);
    this.#mend(code, { start, end }, { start, end, text: `'${raw.replaceAll("'", "''")}'` });
  }

  #quoted(at: number, end: number): void {
    const text = this.#text;
    const close = findQuoteEnd(text, at);
    if (close !== undefined && close <= end) return;
    const behind = close === undefined ? '' : text.slice(close, lineEnd(text, close));
    if (close === undefined || !/^[ \t\r]*(?:#.*)?$/.test(behind)) {
      const stop = trimmedLineEnd(text, at, end, false);
      this.#insert('missing-quote', { start: at, end: stop }, stop, text.charAt(at));
      return;
    }
    if (this.#indentLines(at, close)) this.#underIndented.push({ start: at, end: close });
    this.#next = lineEnd(text, close) + 1;
  }

  /** Gives each line in the range an indentation that a strict parser takes. White space there has no meaning. */
  #indentLines(from: number, to: number): boolean {
    const least = this.#levels.innermost + 1;
    let found = false;
    for (let start = lineEnd(this.#text, from) + 1; start < to; start = lineEnd(this.#text, start) + 1) {
      const indent = /^ */.exec(this.#text.slice(start, to))?.[0].length ?? 0;
      if (indent >= least || /^[ \t]*\r?\n/.test(this.#text.slice(start, to))) continue;
      this.#patch({ start, end: start, text: ' '.repeat(least - indent) });
      found = true;
    }
    return found;
  }

  #flow(at: number): void {
    const text = this.#text;
    const flow = findFlowEnd(text, at, this.#levels.innermost - this.#delta);
    for (const { code, range, patch } of flow.mends) this.#mend(code, range, patch);
    this.#indentLines(at, flow.end);
    const stop = lineEnd(text, flow.end);
    this.#next = stop + 1;
    const extra = /^[ \t]*([}\],]+)[ \t\r]*(?:#.*)?$/.exec(text.slice(flow.end, stop));
    if (!extra?.[1]) return;
    const start = flow.end + extra[0].indexOf(extra[1]);
    const range = { start, end: start + extra[1].length };
    this.#mend('bad-token', range, { ...range, text: '' });
  }

  #insert(code: SyntaxProblemCode, range: TextRange, at: number, text: string): void {
    this.#mend(code, range, { start: at, end: at, text });
  }

  #mend(code: SyntaxProblemCode, range: TextRange, patch: Patch): void {
    if (this.#only && code !== this.#only) return;
    this.#problems.push({ code, range });
    this.#patches.push(patch);
  }

  #report(code: SyntaxProblemCode, range: TextRange): void {
    if (!this.#only) this.#problems.push({ code, range });
  }

  #patch(patch: Patch): void {
    if (!this.#only) this.#patches.push(patch);
  }
}
