export type LevelKind = 'map' | 'seq';

interface Level {
  readonly indent: number;
  readonly kind: LevelKind;
}

/** The block collections that are open at a line, by their columns, and where a line belongs that fits none of them. */
export class Levels {
  #levels: Level[] = [];
  /** A line was moved; those below it that stand no further left go with it. */
  #shift: { readonly from: number; readonly by: number } | undefined;

  /** The column of the innermost collection, -1 outside of all. */
  get innermost(): number {
    return this.#levels.at(-1)?.indent ?? -1;
  }

  get depth(): number {
    return this.#levels.length;
  }

  clear(): void {
    this.#levels = [];
    this.#shift = undefined;
  }

  has(kind: LevelKind, column: number): boolean {
    return this.#levels.some((it) => it.indent === column && it.kind === kind);
  }

  /** The column of the innermost collection of a kind that stands left of a limit. */
  below(kind: LevelKind, limit: number): number | undefined {
    return this.#levels.findLast((it) => it.kind === kind && it.indent < limit)?.indent;
  }

  hasAny(kind: LevelKind): boolean {
    return this.#levels.some((it) => it.kind === kind);
  }

  /** How far a line has to move because a line above it was moved. `open` as in `enter`. */
  shiftOf(kind: LevelKind, column: number, open: boolean): number {
    if (!this.#shift) return 0;
    const { from, by } = this.#shift;
    if (column < from) {
      this.#shift = undefined;
      return 0;
    }
    const fits = this.has(kind, column + by) || (open && column + by > this.innermost);
    return !fits && this.has(kind, column) ? 0 : by;
  }

  /**
   * Opens or goes on with the collection at a column and closes the deeper ones. `open`: the key or dash before it has
   * no value yet; `movable`: it is the first on its line. Gives the column where it is taken to stand.
   */
  enter(kind: LevelKind, column: number, open: boolean, movable: boolean): number {
    const before = this.#levels;
    const stays = (it: Level) => it.indent < column || (it.indent === column && (it.kind === kind || kind === 'seq'));
    const closed = before.filter(stays);
    const top = closed.at(-1);
    if (top?.indent === column && top.kind === kind) {
      this.#levels = closed;
      return column;
    }
    const near = before
      .filter((it) => it.kind === kind)
      .sort((a, b) => Math.abs(a.indent - column) - Math.abs(b.indent - column) || b.indent - a.indent)[0];
    if ((closed.length === before.length && open) || !near || !movable) {
      this.#levels = [...closed, { indent: column, kind }];
      return column;
    }
    this.#levels = before.slice(0, before.indexOf(near) + 1);
    return near.indent;
  }

  /** Remembers that a line was moved from a column, so that what belongs to it follows. */
  moved(from: number, by: number): void {
    this.#shift = { from, by };
  }
}
