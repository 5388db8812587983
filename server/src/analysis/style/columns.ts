/** An open mapping or list of a block text. */
export interface Level {
  readonly kind: 'map' | 'seq';
  /** Where it stands. */
  readonly column: number;
  /** Where it has to stand. */
  readonly wanted: number;
}

/** The levels that are open at a line, outermost first. */
export class Columns {
  #levels: Level[] = [];

  get innermost(): Level | undefined {
    return this.#levels.at(-1);
  }

  snapshot(): readonly Level[] {
    return [...this.#levels];
  }

  /** Goes on with the level at a column or opens it; `dash` is the list whose dash stands before it on the same line. */
  enter(kind: Level['kind'], column: number, dash: Level | undefined): Level {
    const isOver = (it: Level) => it.column > column || (it.column === column && it.kind === 'seq' && kind === 'map');
    while (this.innermost && isOver(this.innermost)) this.#levels.pop();
    const outer = this.innermost;
    if (outer?.column === column && outer.kind === kind) return outer;
    const level = { kind, column, wanted: this.#wanted(column, dash ?? outer) };
    this.#levels.push(level);
    return level;
  }

  /** A list may stand in the column of its key. */
  #wanted(column: number, outer: Level | undefined): number {
    if (!outer) return 0;
    return outer.column === column ? outer.wanted : outer.wanted + 2;
  }
}
