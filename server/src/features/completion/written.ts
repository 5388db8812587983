import { type Piece, toPlainText, toSnippet } from './pieces.ts';

/** What an insertion puts in. It is turned into text when it is first asked for, and then kept. */
export class Written {
  readonly #pieces: readonly Piece[];
  #plain: string | undefined;
  #snippet: string | undefined;
  readonly hasHoles: boolean;
  /** The first place to be filled in holds nothing, and there is nothing to choose from. */
  readonly asksFirst: boolean;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
    const first = pieces.find((it) => typeof it !== 'string');
    this.hasHoles = first !== undefined;
    this.asksFirst = first !== undefined && first.text === '' && first.choices.length === 0;
  }

  get plain(): string {
    this.#plain ??= toPlainText(this.#pieces);
    return this.#plain;
  }

  get snippet(): string {
    this.#snippet ??= toSnippet(this.#pieces);
    return this.#snippet;
  }

  /** With more text around it. */
  within(lead: readonly string[], tail: readonly string[]): Written {
    return lead.length + tail.length === 0 ? this : new Written([...lead, ...this.#pieces, ...tail]);
  }
}
