import type { SyntaxTree, TextEdit, TextRange } from '../../syntax/node.ts';
import { type BlockStructure, blockStructure, type LongNode } from './blockStructure.ts';
import { Columns, type Level } from './columns.ts';
import { endOfLine, indentOf, isBlank, nextLine } from './lines.ts';

export interface Reindented {
  /** The first blanks that are too many or too few. */
  readonly at: TextRange;
  /** They stand between a dash and what it lists, where one is enough. */
  readonly behindDash: boolean;
  readonly found: number;
  readonly wanted: number;
  /** What indents the whole text by two. */
  readonly edits: readonly TextEdit[];
}

/**
 * How a YAML text has to change so that every level stands two columns deeper than the one around it; lists may stand
 * in the column of their key. The data stay the same. Undefined where nothing has to change, or the text has a form that
 * is not understood.
 */
export function reindent(tree: SyntaxTree): Reindented | undefined {
  const { root, problems, text } = tree;
  if (problems.length > 0 || root?.kind === 'scalar' || root?.flow !== false) return undefined;
  return new Reindenter(text, blockStructure(tree)).run();
}

const DASH = /^-(?= |$)( *)/;

class Reindenter {
  readonly #text: string;
  readonly #structure: BlockStructure;
  readonly #columns = new Columns();
  readonly #edits: TextEdit[] = [];
  #first: Omit<Reindented, 'edits'> | undefined;
  /** Starts of lines with comments whose columns depend on what follows them. */
  #comments: number[] = [];
  /** The column from which on a line would belong to the block scalar above, and that of its owner. */
  #block: { readonly from: number; readonly owner: number } | undefined;

  constructor(text: string, structure: BlockStructure) {
    this.#text = text;
    this.#structure = structure;
  }

  run(): Reindented | undefined {
    for (let at = 0; at < this.#text.length; ) {
      const next = this.#line(at);
      if (next === undefined) return undefined;
      at = next;
    }
    this.#placeComments(this.#columns.snapshot());
    return this.#first && { ...this.#first, edits: this.#edits };
  }

  /** Gives the start of the next line that is no part of this one's value; undefined: the line is not understood. */
  #line(start: number): number | undefined {
    const end = endOfLine(this.#text, start);
    const indent = indentOf(this.#text, start);
    const said = this.#text.slice(start + indent, end).trimEnd();
    const next = nextLine(this.#text, start);
    if (said === '' || /^(?:---|\.\.\.)$|^%/.test(said)) return next;
    if (said.startsWith('#')) {
      this.#comments.push(start);
      return next;
    }
    const before = this.#columns.snapshot();
    const last = this.#enter(start, indent, end);
    if (!last) return undefined;
    this.#placeComments(before);
    this.#block = undefined;
    const long = this.#structure.longNodes.get(start);
    return long ? this.#longValue(long, last, next) : next;
  }

  /** Reads the dashes of a line and the key or value behind them. */
  #enter(start: number, indent: number, end: number): EnteredLine | undefined {
    const { at, dash } = this.#dashes(start, start + indent, end);
    if (dash && (at === end || this.#text[at] === '#')) return { owner: dash, shift: dash.wanted - dash.column };
    const isKey = this.#structure.keys.has(at);
    if (!isKey && !this.#structure.values.has(at)) return undefined;
    const owner = isKey ? this.#columns.enter('map', at - start, dash) : (dash ?? this.#columns.innermost);
    if (!owner) return undefined;
    if (dash) return { owner, shift: owner.wanted - owner.column };
    const wanted = isKey ? owner.wanted : owner.wanted + 2;
    this.#indent(start, indent, wanted, true);
    return { owner, shift: wanted - indent };
  }

  /** The list of the last of the dashes that a line may begin with, and what stands behind it. */
  #dashes(start: number, from: number, end: number): { readonly at: number; readonly dash: Level | undefined } {
    const text = this.#text;
    let at = from;
    let dash: Level | undefined;
    for (let sign = DASH.exec(text.slice(at, end)); sign; sign = DASH.exec(text.slice(at, end))) {
      const outer = dash;
      dash = this.#columns.enter('seq', at - start, outer);
      if (!outer) this.#indent(start, at - start, dash.wanted, true);
      const behind = at + sign[0].length;
      const isEmpty = behind === end || text[behind] === '#';
      if (!isEmpty && behind > at + 2) this.#closeUp({ start: at + 1, end: behind });
      at = behind;
    }
    return { at, dash };
  }

  #longValue(node: LongNode, { owner, shift }: EnteredLine, next: number): number {
    if (node.kind === 'block') return this.#blockScalar(node, owner, next);
    let at = next;
    for (; at < node.end; at = nextLine(this.#text, at)) {
      const indent = indentOf(this.#text, at);
      if (isBlank(this.#text, at)) continue;
      const moved = Math.max(0, indent + shift);
      // A strict parser wants the lines of a text deeper than its key.
      this.#indent(at, indent, node.kind === 'text' && moved <= owner.wanted ? owner.wanted + 2 : moved, false);
    }
    return at;
  }

  #blockScalar({ end, digit }: LongNode, owner: Level, next: number): number {
    const lines = this.#blockLines(end, next);
    const first = lines.find((at) => at < end && !isBlank(this.#text, at));
    const wanted = owner.wanted + (digit ?? 2);
    this.#block = { from: first === undefined ? owner.wanted + 1 : wanted, owner: owner.wanted };
    const last = lines.at(-1);
    const behind = last === undefined ? next : nextLine(this.#text, last);
    if (first === undefined) return behind;
    const from = digit ? owner.column + digit : indentOf(this.#text, first);
    for (const at of lines) {
      const indent = indentOf(this.#text, at);
      const isEmpty = at + indent === endOfLine(this.#text, at);
      // Blanks beyond the indentation are part of the text.
      const moved = isEmpty && indent <= from ? Math.min(indent, wanted) : indent - from + wanted;
      this.#indent(at, indent, moved, at === first && digit === undefined);
    }
    return behind;
  }

  /** The lines of a block scalar, with the blank ones behind it, which are its own too. */
  #blockLines(end: number, next: number): number[] {
    const lines: number[] = [];
    for (let at = next; at < this.#text.length; at = nextLine(this.#text, at)) {
      if (at >= end && !isBlank(this.#text, at)) break;
      lines.push(at);
    }
    return lines;
  }

  /** Comments follow the line below them that has their column, else what stands above them. */
  #placeComments(before: readonly Level[]): void {
    const after = this.#columns.snapshot();
    for (const start of this.#comments) {
      const column = indentOf(this.#text, start);
      const same = [...after, ...before].find((it) => it.column === column);
      const around = before.findLast((it) => it.column < column);
      let wanted = same?.wanted ?? Math.max(0, column + (around ? around.wanted - around.column : 0));
      if (this.#block && wanted >= this.#block.from) wanted = this.#block.owner;
      this.#indent(start, column, wanted, false);
    }
    this.#comments = [];
  }

  #indent(start: number, indent: number, wanted: number, counts: boolean): void {
    if (indent === wanted) return;
    const range = { start, end: start + indent };
    this.#edits.push({ range, newText: ' '.repeat(wanted) });
    if (counts) this.#first ??= { at: range, behindDash: false, found: indent, wanted };
  }

  #closeUp(range: TextRange): void {
    this.#edits.push({ range, newText: ' ' });
    this.#first ??= { at: range, behindDash: true, found: range.end - range.start, wanted: 1 };
  }
}

interface EnteredLine {
  /** The level that a value on this line and below it belongs to. */
  readonly owner: Level;
  /** How far the lines below have to move with it. */
  readonly shift: number;
}
