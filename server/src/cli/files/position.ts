import type { TextRange } from '../../syntax/node.ts';

/** A place in a text as the protocol of editors has it: both from zero, `character` in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The lines of one text, which end with `\n`, `\r\n` or `\r`. */
export class Lines {
  readonly #text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) this.#starts.push(index + end.length);
  }

  positionAt(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - this.startOf(low) };
  }

  rangeAt({ start, end }: TextRange): { start: Position; end: Position } {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  startOf(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  /** A line without its end. */
  textOf(line: number): string {
    return this.#text.slice(this.startOf(line), this.startOf(line + 1)).replace(/[\r\n]+$/, '');
  }
}
