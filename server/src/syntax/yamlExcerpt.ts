import type { Patch } from './patchedText.ts';
import { lineEnd, lineStartAt } from './yamlScan.ts';

/** Says of a block, by the keys down to it (`-` for an item of a list), whether a text can be read without it. */
export type LeavesOut = (path: readonly string[]) => boolean;

/**
 * Patches that take blocks out of a YAML text, so that it is read sooner. The block and the item around `offset` stay. Goes by the
 * indentation of lines alone: a text that is written in another way may be broken by it, so what comes of it has to be
 * looked at.
 */
export function excerpt(text: string, offset: number, leavesOut: LeavesOut): Patch[] {
  const patches: Patch[] = [];
  const path = new KeyPath();
  const blocks = new Blocks(text, offset);
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start);
    const block = path.enter(text.slice(start, end), start);
    start = end + 1;
    const isLeftOut = block !== undefined && leavesOut(path.names);
    if (!block || (!isLeftOut && !block.isText)) continue;
    const behind = blocks.end(start, block.column, !block.isText);
    const stays = !isLeftOut || blocks.isAround(start, behind) || blocks.isInItem(path.item);
    if (!stays && behind > start) patches.push({ start, end: Math.min(behind, text.length), text: '' });
    // Lines of a text are no entries.
    if (!stays || block.isText) start = behind;
  }
  return patches;
}

interface Item {
  readonly column: number;
  readonly start: number;
}

/** The lines that belong together. The empty line of the cursor counts as if something stood in it. */
class Blocks {
  readonly #text: string;
  readonly #offset: number;
  readonly #line: number;

  constructor(text: string, offset: number) {
    this.#text = text;
    this.#offset = offset;
    this.#line = lineStartAt(text, offset);
  }

  isAround(start: number, end: number): boolean {
    return start <= this.#line && this.#line < end;
  }

  isInItem(item: Item | undefined): boolean {
    if (!item) return false;
    return this.isAround(item.start, this.end(lineEnd(this.#text, item.start) + 1, item.column, false));
  }

  /** Where the lines end that stand further right than a column, or begin with a dash in it. */
  end(from: number, column: number, dashes: boolean): number {
    const text = this.#text;
    let found = from;
    for (let at = from; at <= text.length; ) {
      const end = lineEnd(text, at);
      const first = this.#firstOf(at, end);
      const isItem = dashes && first === column && /^-\s/.test(text.slice(at + first, at + first + 2));
      if (first >= 0 && first <= column && !isItem) return found;
      at = end + 1;
      if (first >= 0) found = at;
    }
    return found;
  }

  /** The column of the first sign of a line; -1 in an empty one. */
  #firstOf(start: number, end: number): number {
    const first = this.#text.slice(start, end).search(/\S/);
    return first < 0 && start === this.#line ? this.#offset - start : first;
  }
}

interface Block {
  /** That of the key. */
  readonly column: number;
  readonly isText: boolean;
}

const ENTRY =
  /^([ ]*)((?:-[ ]+)*)(?:"([^"]*)"|'([^']*)'|([^\s#"'{}[\],&*!|>%@`][^#]*?))[ \t]*:(?=[ \t\r]|$)[ \t]*([^\r]*)/;

/** The keys and dashes that lead to a line. */
class KeyPath {
  #entries: { readonly column: number; readonly name: string; readonly start: number }[] = [];

  get names(): string[] {
    return this.#entries.map(({ name }) => name);
  }

  /** The outermost item of a list around the line. */
  get item(): Item | undefined {
    return this.#entries.find(({ name }) => name === '-');
  }

  /** Takes in a line that begins at `start`. Gives the block that begins behind its key. */
  enter(line: string, start: number): Block | undefined {
    const entry = ENTRY.exec(line);
    if (!entry) return undefined;
    const [, indent = '', dashes = '', double, single, plain = '', value = ''] = entry;
    this.#entries = this.#entries.filter(({ column }) => column < indent.length);
    for (const { index } of dashes.matchAll(/-/g))
      this.#entries.push({ column: indent.length + index, name: '-', start });
    const column = indent.length + dashes.length;
    this.#entries.push({ column, name: double ?? single ?? plain, start });
    const isText = /^[|>]/.test(value);
    return isText || value === '' || value.startsWith('#') ? { column, isText } : undefined;
  }
}
