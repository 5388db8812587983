import type { Layout } from './layout.ts';
import type { Piece } from './pieces.ts';
import type { Skeleton } from './proposal.ts';
import { isPlain, yamlKey, yamlScalar } from './yamlScalar.ts';

type Pair = readonly [key: string | Skeleton, value: Skeleton | undefined];
type Kind<K extends Skeleton['kind']> = Extract<Skeleton, { readonly kind: K }>;

/** Whether it stands on lines of its own in block style. */
export function isNested(value: Skeleton): boolean {
  if (value.kind === 'map') return value.pairs.length > 0;
  return value.kind === 'list' ? value.items.length > 0 : value.kind === 'open';
}

/** Writes YAML in block style, or between brackets on one line. */
export class YamlWriter {
  readonly #layout: Layout;
  readonly #flow: boolean;

  constructor(layout: Layout, flow: boolean) {
    this.#layout = layout;
    this.#flow = flow;
  }

  /** The pairs of a map whose keys stand in a column. The first one begins where the writing begins. */
  pairs(pairs: readonly Pair[], column: number): Piece[] {
    const between = this.#flow ? ', ' : this.#line(column);
    const pieces: Piece[] = [];
    for (const [key, value] of pairs) {
      if (pieces.length > 0) pieces.push(between);
      pieces.push(...this.#key(key), ':', ...this.#behindKey(value, column));
    }
    return pieces;
  }

  /** A value that begins in a column. */
  value(value: Skeleton, column: number): Piece[] {
    switch (value.kind) {
      case 'value':
        return [yamlScalar(value.value, this.#flow)];
      case 'hole':
        return this.#hole(value);
      case 'open':
        return this.#open(value);
      case 'map':
        return this.map(value.pairs, column);
      case 'list':
        return this.#isBlock(value) ? this.#items(value, column) : this.#flowList(value);
    }
  }

  /** A map that begins in a column. */
  map(pairs: readonly Pair[], column: number): Piece[] {
    if (pairs.length === 0) return ['{}'];
    return this.#flow ? ['{', ...this.pairs(pairs, 0), '}'] : this.pairs(pairs, column);
  }

  /** What follows the colon of a key that stands in a column. */
  #behindKey(value: Skeleton | undefined, column: number): Piece[] {
    if (!value) return [' '];
    if (!this.#isBlock(value)) {
      return [' ', ...this.value(value, column)];
    }
    const isList = value.kind === 'list' || (value.kind === 'open' && value.of === 'list');
    const inner = column + (isList ? this.#layout.dash : this.#layout.unit);
    return [this.#line(inner), ...this.value(value, inner)];
  }

  #items({ items }: Kind<'list'>, column: number): Piece[] {
    return items.flatMap((item, index) => [
      ...(index === 0 ? [] : [this.#line(column)]),
      '- ',
      ...this.value(item, column + 2),
    ]);
  }

  #isBlock(value: Skeleton): boolean {
    return !this.#flow && isNested(value);
  }

  #open({ of }: Kind<'open'>): Piece[] {
    const inner: Piece = { text: '', choices: [] };
    if (this.#flow) return of === 'map' ? ['{', inner, '}'] : ['[', inner, ']'];
    return of === 'map' ? [inner] : ['- ', inner];
  }

  #flowList({ items }: Kind<'list'>): Piece[] {
    const inner = items.flatMap((item, index) => [...(index === 0 ? [] : [', ']), ...this.value(item, 0)]);
    return ['[', ...inner, ']'];
  }

  #key(key: string | Skeleton): Piece[] {
    return typeof key === 'string' ? [yamlKey(key)] : this.value(key, 0);
  }

  /** Between brackets an empty hole needs quotes, so that it is a value before it is filled in. */
  #hole({ text = '', choices = [], bare = false }: Kind<'hole'>): Piece[] {
    if (bare) return [{ text, choices }];
    const needsQuotes = [text, ...choices].some((it) => it !== '' && !isPlain(it, this.#flow));
    if (!needsQuotes && (text !== '' || !this.#flow)) return [{ text, choices }];
    const inQuotes = (it: string) => it.replaceAll("'", "''");
    return ["'", { text: inQuotes(text), choices: choices.map(inQuotes) }, "'"];
  }

  #line(column: number): string {
    return this.#layout.newline + ' '.repeat(column);
  }
}
