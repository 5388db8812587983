import type { Patch } from './patchedText.ts';
import { lineEnd, lineStartAt } from './yamlScan.ts';

/** Says of an entry, by the keys down to it (`-` for an item of a list), whether a text can be read without it. */
type LeavesOut = (path: readonly string[]) => boolean;

/** What a reader of a text can do without. */
export interface Dispensable {
  /** What stands in the lines under a key. */
  readonly block: LeavesOut;
  /**
   * A whole entry that is neither in the item nor in the entry of a section that the cursor is in. `isBehind`: that one
   * stands before it, in the same section.
   */
  readonly far: (path: readonly string[], isBehind: boolean) => boolean;
}

/**
 * Patches that take parts out of a YAML text, so that it is read sooner. The block and the item around `offset` stay. Goes by the
 * indentation of lines alone: a text that is written in another way may be broken by it, so what comes of it has to be
 * looked at.
 */
export function excerpt(text: string, offset: number, dispensable: Dispensable): Patch[] {
  const patches: Patch[] = [];
  const path = new KeyPath();
  const blocks = new Blocks(text, offset);
  for (let start = 0; start < text.length; ) {
    const next = lineEnd(text, start) + 1;
    const entry = path.enter(text.slice(start, next - 1), start);
    const part = entry && partLeftOut(entry, path, blocks, dispensable);
    const behind = part || entry?.isText ? blocks.end(next, entry.column, entry.isBlock) : next;
    const from = part === 'entry' && !entry?.isItem ? start : next;
    const stays = !part || blocks.isAround(from, behind);
    if (!stays && behind > from) patches.push({ start: from, end: Math.min(behind, text.length), text: '' });
    // Lines of a text are no entries.
    start = stays && !entry?.isText ? next : behind;
  }
  return patches;
}

function partLeftOut(entry: Entry, path: KeyPath, blocks: Blocks, { block, far }: Dispensable) {
  const isAtHome = blocks.isAtHome(path.home);
  if (isAtHome) blocks.homeSection = path.names[0];
  else if (far(path.names, blocks.homeSection === path.names[0])) return 'entry';
  const isBlock = (entry.isBlock || entry.isText) && block(path.names);
  return isBlock && !blocks.isAtHome(path.item) ? 'block' : undefined;
}

/** The first line of an entry or item, and its column. */
interface Item {
  readonly column: number;
  readonly start: number;
}

/** The lines that belong together. The empty line of the cursor counts as if something stood in it. */
class Blocks {
  readonly #text: string;
  readonly #offset: number;
  readonly #line: number;
  /** Asked for every line in it. */
  #last: { readonly start: number; readonly isHome: boolean } | undefined;
  /** The section of the entry that the cursor is in, once it has been come across. */
  homeSection: string | undefined;

  constructor(text: string, offset: number) {
    this.#text = text;
    this.#offset = offset;
    this.#line = lineStartAt(text, offset);
  }

  isAround(start: number, end: number): boolean {
    return start <= this.#line && this.#line < end;
  }

  /** The cursor is in it. */
  isAtHome(item: Item | undefined): boolean {
    if (!item) return false;
    if (this.#last?.start !== item.start) {
      const end = this.end(lineEnd(this.#text, item.start) + 1, item.column, false);
      this.#last = { start: item.start, isHome: this.isAround(item.start, end) };
    }
    return this.#last.isHome;
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

interface Entry {
  /** That of the key. */
  readonly column: number;
  /** Nothing stands behind the key. */
  readonly isBlock: boolean;
  readonly isText: boolean;
  /** It begins an item of a list. */
  readonly isItem: boolean;
}

/** No key of the language ends further right, and no hostile line is read to its end. */
const LONGEST_KEY = 500;
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

  /** The entry or item of a section around the line. */
  get home(): Item | undefined {
    return this.#entries[1];
  }

  /** Takes in a line that begins at `start`. Gives what its key begins. */
  enter(line: string, start: number): Entry | undefined {
    const entry = ENTRY.exec(line.slice(0, LONGEST_KEY));
    if (!entry) return undefined;
    const [, indent = '', dashes = '', double, single, plain = '', value = ''] = entry;
    // A list may begin in the column of its key.
    const isAround = ({ column, name }: { readonly column: number; readonly name: string }) =>
      column < indent.length || (dashes !== '' && column === indent.length && name !== '-');
    this.#entries = this.#entries.filter(isAround);
    for (const { index } of dashes.matchAll(/-/g))
      this.#entries.push({ column: indent.length + index, name: '-', start });
    const column = indent.length + dashes.length;
    this.#entries.push({ column, name: double ?? single ?? plain, start });
    return {
      column,
      isBlock: value === '' || value.startsWith('#'),
      isText: /^[|>]/.test(value),
      isItem: dashes !== '',
    };
  }
}
