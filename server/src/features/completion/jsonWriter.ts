import type { Layout } from './layout.ts';
import type { Piece } from './pieces.ts';
import type { Skeleton } from './proposal.ts';

type Pair = readonly [key: string | Skeleton, value: Skeleton | undefined];
type Kind<K extends Skeleton['kind']> = Extract<Skeleton, { readonly kind: K }>;

const emptyHole: Piece = { text: '', choices: [] };

/** Writes JSON, on lines of its own or all on one line. */
export class JsonWriter {
  readonly #layout: Layout;
  readonly #flow: boolean;
  readonly #indent: string;

  /** `indent`: the white space in front of the line around, which lines that begin in its column or behind it get too. */
  constructor(layout: Layout, flow: boolean, indent = '') {
    this.#layout = layout;
    this.#flow = flow;
    this.#indent = indent;
  }

  /** Pairs without their braces, on lines that begin in a column. */
  pairs(pairs: readonly Pair[], column: number): Piece[] {
    const between = this.#between(column);
    const pieces: Piece[] = [];
    for (const [key, value] of pairs) {
      if (pieces.length > 0) pieces.push(between);
      if (typeof key === 'string') pieces.push(`${JSON.stringify(key)}: `);
      else pieces.push(...this.#string(key, column), ': ');
      if (value) pieces.push(...this.value(value, column));
    }
    return pieces;
  }

  /** A value on a line that begins in a column. */
  value(value: Skeleton, column: number): Piece[] {
    switch (value.kind) {
      case 'value':
        return [JSON.stringify(value.value)];
      case 'hole':
        return value.bare ? [{ text: value.text ?? '""', choices: value.choices ?? [] }] : this.#string(value, column);
      case 'open':
        return value.of === 'map' ? ['{', emptyHole, '}'] : ['[', emptyHole, ']'];
      case 'map':
        return this.map(value.pairs, column);
      case 'list':
        return this.#brackets('[', ']', column, value.items.length > 0 && this.#items(value, this.#inner(column)));
    }
  }

  /** A map on a line that begins in a column. */
  map(pairs: readonly Pair[], column: number): Piece[] {
    return this.#brackets('{', '}', column, pairs.length > 0 && this.pairs(pairs, this.#inner(column)));
  }

  #items({ items }: Kind<'list'>, column: number): Piece[] {
    return items.flatMap((item, index) => [
      ...(index === 0 ? [] : [this.#between(column)]),
      ...this.value(item, column),
    ]);
  }

  #string(value: Skeleton, column: number): Piece[] {
    if (value.kind !== 'hole') return this.value(value, column);
    const { text = '', choices = [] } = value;
    return ['"', { text: inString(text), choices: choices.map(inString) }, '"'];
  }

  #brackets(open: string, close: string, column: number, inner: readonly Piece[] | false): Piece[] {
    if (!inner) return [open + close];
    if (this.#flow) return open === '{' ? [`${open} `, ...inner, ` ${close}`] : [open, ...inner, close];
    return [open + this.#line(this.#inner(column)), ...inner, this.#line(column) + close];
  }

  #between(column: number): string {
    return this.#flow ? ', ' : `,${this.#line(column)}`;
  }

  #inner(column: number): number {
    return column + this.#layout.unit;
  }

  #line(column: number): string {
    return this.#layout.newline + this.#indent.padEnd(column, this.#layout.fill);
  }
}

/** Without the quotes. */
export const inString = (text: string): string => JSON.stringify(text).slice(1, -1);
