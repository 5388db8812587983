import type { SyntaxProblem, SyntaxProblemCode, TextRange } from './node.ts';
import type { Patch } from './patchedText.ts';
import { findFlowEnd, findQuoteEnd, lineEnd, trimmedLineEnd } from './yamlScan.ts';

/** What makes a broken YAML text readable: patches for the parser, and the problems that they stand for. */
export interface Repair {
  readonly patches: readonly Patch[];
  readonly problems: readonly SyntaxProblem[];
  readonly underIndented: readonly TextRange[];
}

/**
 * Goes through a text line by line, as an eye does that looks at indentation first, and mends what a person in the
 * middle of typing leaves behind: keys without a colon, open quotes and brackets, a wrong indentation, unquoted
 * `{{ }}`, tabs, conflict markers. Quoted scalars that the service reads and a strict parser does not are indented.
 */
export function repairYaml(text: string): Repair {
  return new Repairer(text).run();
}

interface Level {
  readonly indent: number;
  readonly kind: 'map' | 'seq';
}

const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$/;
const BLOCK_HEADER = /^[|>][-+0-9]*[ \t]*(?:#.*)?$/;
/** A plain key with its colon; quoted keys are read by `findQuoteEnd`. */
const PLAIN_KEY = /^(?![-?:](?:\s|$))[^\s#"'[\]{},&*!|>%@`](?:[^#:]|:(?!\s|$)|(?<!\s)#)*?[ \t]*:(?=\s|$)/;
const KEY_WITHOUT_SPACE = /^([A-Za-z][\w-]*):(?=[^:\s/])/;

class Repairer {
  readonly #text: string;
  readonly #patches: Patch[] = [];
  readonly #problems: SyntaxProblem[] = [];
  readonly #underIndented: TextRange[] = [];
  #levels: Level[] = [];
  /** The last key or dash has no value yet, so a nested block may follow. */
  #open = true;
  /** The last value is a plain scalar, which deeper lines continue. */
  #plain = false;
  #next = 0;

  constructor(text: string) {
    this.#text = text;
  }

  run(): Repair {
    while (this.#next < this.#text.length) this.#line(this.#next);
    const byStart = (a: Patch, b: Patch) => a.start - b.start || a.end - b.end;
    return { patches: this.#patches.sort(byStart), problems: this.#problems, underIndented: this.#underIndented };
  }

  #line(start: number): void {
    const text = this.#text;
    const end = lineEnd(text, start);
    this.#next = end + 1;
    const line = text.slice(start, end);
    if (CONFLICT.test(line.trimEnd())) {
      this.#mend('conflict-marker', { start, end }, { start, end, text: '#'.padEnd(end - start, '-') });
      return;
    }
    const content = start + (/^[ \t\uFEFF]*/.exec(line)?.[0].length ?? 0);
    if (content >= end || text[content] === '#' || text[content] === '\r') return;
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(line)) {
      this.#levels = [];
      this.#open = true;
      return;
    }
    const tab = line.slice(0, content - start).indexOf('\t');
    if (tab >= 0) {
      const range = { start: start + tab, end: content };
      this.#mend('tab-indent', range, { ...range, text: ' '.repeat(content - start - tab) });
    }
    this.#entries(start, content, end);
  }

  /** Takes the dashes off a line, then reads the key or the value behind them. */
  #entries(lineStart: number, from: number, end: number): void {
    const text = this.#text;
    let at = from;
    let first = true;
    while (text[at] === '-' && /\s|^$/.test(text.charAt(at + 1))) {
      this.#enter('seq', lineStart, at, first);
      first = false;
      this.#open = true;
      this.#plain = false;
      at++;
      while (text[at] === ' ' && at < end) at++;
    }
    if (at >= trimmedLineEnd(text, at, end)) return;
    const key = this.#keyEnd(at, end);
    if (key === undefined) this.#bareValue(lineStart, at, end, first);
    else {
      this.#enter('map', lineStart, at, first);
      this.#value(key, end, this.#levels.at(-1)?.indent ?? 0);
    }
  }

  /** The offset behind the colon of a key at `at`, if there is one. */
  #keyEnd(at: number, end: number): number | undefined {
    const text = this.#text;
    if (text[at] === '"' || text[at] === "'") {
      const close = findQuoteEnd(text, at);
      if (close === undefined || close > end) return undefined;
      const colon = /^[ \t]*:(?=\s|$)/.exec(text.slice(close, end));
      return colon ? close + colon[0].length : undefined;
    }
    const match = PLAIN_KEY.exec(text.slice(at, end));
    return match ? at + match[0].length : undefined;
  }

  /** Opens or goes on with the collection at column `at - lineStart`; mends the indentation where none can stand. */
  #enter(kind: Level['kind'], lineStart: number, at: number, movable: boolean): void {
    const indent = at - lineStart;
    const before = this.#levels;
    const closed = before.filter((it) => it.indent < indent || (it.indent === indent && (it.kind === kind || kind === 'seq')));
    const top = closed.at(-1);
    if (top?.indent === indent && top.kind === kind) {
      this.#levels = closed;
      return;
    }
    if (closed.length === before.length && this.#open) {
      this.#levels = [...closed, { indent, kind }];
      return;
    }
    const near = before
      .filter((it) => it.kind === kind)
      .sort((a, b) => Math.abs(a.indent - indent) - Math.abs(b.indent - indent) || b.indent - a.indent)[0];
    if (!near || !movable) {
      this.#levels = [...closed, { indent, kind }];
      return;
    }
    this.#levels = before.slice(0, before.indexOf(near) + 1);
    const range = { start: lineStart, end: at };
    this.#mend('bad-indent', range, { ...range, text: ' '.repeat(near.indent) });
  }

  /** A line that is neither an entry nor a pair: a value on a line of its own, or a key without its colon. */
  #bareValue(lineStart: number, at: number, end: number, ownLine: boolean): void {
    const indent = at - lineStart;
    if (!ownLine || (this.#open && indent > (this.#levels.at(-1)?.indent ?? -1))) {
      this.#value(at, end, this.#levels.at(-1)?.indent ?? -1);
      return;
    }
    const continued = this.#plain && indent > (this.#levels.at(-1)?.indent ?? -1);
    const level = this.#levels.findLast((it) => it.indent === indent && it.kind === 'map');
    if (continued || !level) return;
    const glued = KEY_WITHOUT_SPACE.exec(this.#text.slice(at, end));
    const stop = trimmedLineEnd(this.#text, at, end);
    this.#levels = this.#levels.slice(0, this.#levels.indexOf(level) + 1);
    if (glued) {
      const colon = at + glued[0].length;
      this.#insert('missing-space', { start: at, end: colon }, colon, ' ');
      this.#value(colon, end, indent);
    } else {
      this.#insert('missing-colon', { start: at, end: stop }, stop, ':');
      this.#open = true;
      this.#plain = false;
    }
  }

  #value(from: number, end: number, parentIndent: number): void {
    const text = this.#text;
    const properties = /^[ \t]*(?:[&!][^\s]*[ \t]+)*/.exec(text.slice(from, end))?.[0].length ?? 0;
    const at = from + properties;
    const stop = trimmedLineEnd(text, at, end);
    this.#open = at >= stop;
    this.#plain = false;
    if (at >= stop) return;
    const sign = text[at];
    if (BLOCK_HEADER.test(text.slice(at, end).trimEnd())) this.#next = this.#behindBlock(end + 1, parentIndent);
    else if (text.startsWith('{{', at)) this.#quote('unquoted-expression', at, stop);
    else if (sign === '"' || sign === "'") this.#quoted(at, end, parentIndent);
    else if (sign === '{' || sign === '[') this.#flow(at, parentIndent);
    else if (/:(?:\s|$)/.test(text.slice(at, stop))) this.#quote('nested-on-one-line', at, stop);
    else this.#plain = true;
  }

  #behindBlock(from: number, parentIndent: number): number {
    let at = from;
    while (at < this.#text.length) {
      const end = lineEnd(this.#text, at);
      const indent = /^ */.exec(this.#text.slice(at, end))?.[0].length ?? 0;
      if (indent <= parentIndent && this.#text.slice(at, end).trim() !== '') return at;
      at = end + 1;
    }
    return at;
  }

  #quote(code: SyntaxProblemCode, start: number, end: number): void {
    const raw = this.#text.slice(start, end);
    this.#mend(code, { start, end }, { start, end, text: `'${raw.replaceAll("'", "''")}'` });
  }

  #quoted(at: number, end: number, parentIndent: number): void {
    const text = this.#text;
    const close = findQuoteEnd(text, at);
    if (close !== undefined && close <= end) return;
    const behind = close === undefined ? '' : text.slice(close, lineEnd(text, close));
    if (close === undefined || !/^[ \t\r]*(?:#.*)?$/.test(behind)) {
      const stop = trimmedLineEnd(text, at, end, false);
      this.#insert('missing-quote', { start: at, end: stop }, stop, text.charAt(at));
      return;
    }
    if (this.#indentLines(at, close, parentIndent)) this.#underIndented.push({ start: at, end: close });
    this.#next = lineEnd(text, close) + 1;
  }

  /** Gives each line in the range an indentation that a strict parser takes. White space there has no meaning. */
  #indentLines(from: number, to: number, parentIndent: number): boolean {
    let found = false;
    for (let start = lineEnd(this.#text, from) + 1; start < to; start = lineEnd(this.#text, start) + 1) {
      const indent = /^ */.exec(this.#text.slice(start, to))?.[0].length ?? 0;
      if (indent > parentIndent || /^[ \t]*\r?\n/.test(this.#text.slice(start, to))) continue;
      this.#patches.push({ start, end: start, text: ' '.repeat(parentIndent + 1 - indent) });
      found = true;
    }
    return found;
  }

  #flow(at: number, parentIndent: number): void {
    const flow = findFlowEnd(this.#text, at, parentIndent);
    for (const range of flow.unquoted) this.#quote('unquoted-expression', range.start, range.end);
    if (flow.missing) this.#insert('missing-bracket', { start: flow.open, end: flow.open + 1 }, flow.end, flow.missing);
    else this.#indentLines(at, flow.end, parentIndent);
    this.#next = lineEnd(this.#text, flow.end) + 1;
  }

  #insert(code: SyntaxProblemCode, range: TextRange, at: number, text: string): void {
    this.#mend(code, range, { start: at, end: at, text });
  }

  #mend(code: SyntaxProblemCode, range: TextRange, patch: Patch): void {
    this.#problems.push({ code, range });
    this.#patches.push(patch);
  }
}
