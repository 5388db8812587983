import { keyName } from './navigate.ts';
import type { MappingNode, PairNode, SyntaxTree, TextRange, ValueNode } from './node.ts';

/** More values than a text of 64 KB can have that writes them all out: aliases of aliases would fill the memory. */
const MOST_VALUES = 100_000;
/** More levels than a text is read with that writes them all out: whoever goes down a tree would run out of stack. */
const MOST_LEVELS = 500;

/** Why the aliases of a text have no meaning. */
interface AliasProblem {
  readonly kind: 'unknown' | 'named-twice' | 'no-mapping' | 'too-many';
  readonly range: TextRange;
}

export type Followed = { readonly tree: SyntaxTree } | { readonly problem: AliasProblem };

/**
 * The tree with what aliases and merge keys (`<<`) stand for in their place, as PyYAML has it: an anchor counts from its end
 * on, and keys win over those that are merged in. Ranges stay where the values are written, so those of children may lie outside
 * of their parents: this is for whoever reads the values, not for whoever looks at the text.
 */
export function followAliases(tree: SyntaxTree): Followed {
  const { root, anchors } = tree;
  if (tree.notation === 'json' || !root || !/[*&<]/.test(tree.text)) return { tree };
  try {
    return { tree: { ...tree, root: new Follower(anchors ?? new Map()).value(root) } };
  } catch (error) {
    if (error instanceof Stop) return { problem: error.problem };
    throw error;
  }
}

class Stop extends Error {
  readonly problem: AliasProblem;

  constructor(kind: AliasProblem['kind'], { range }: ValueNode | PairNode) {
    super(kind);
    this.problem = { kind, range };
  }
}

type Anchors = NonNullable<SyntaxTree['anchors']>;

/** How many values stand in a node and how deep, itself included. */
interface Size {
  readonly values: number;
  readonly levels: number;
}

class Follower {
  readonly #anchors: Anchors;
  readonly #named = new Map<string, ValueNode>();
  readonly #sizes = new Map<ValueNode, Size>();

  constructor(anchors: Anchors) {
    this.#anchors = anchors;
  }

  value(node: ValueNode): ValueNode {
    const alias = aliasIn(node);
    if (alias !== undefined) {
      const target = this.#named.get(alias);
      if (!target) throw new Stop('unknown', node);
      return target;
    }
    const followed = this.#inside(node);
    this.#count(followed, node);
    this.#name(node, followed);
    return followed;
  }

  #name(node: ValueNode | PairNode, followed: ValueNode): void {
    const anchor = this.#anchors.get(node);
    if (anchor === undefined) return;
    if (this.#named.has(anchor)) throw new Stop('named-twice', node);
    this.#named.set(anchor, followed);
  }

  #inside(node: ValueNode): ValueNode {
    if (node.kind === 'sequence') return { ...node, items: node.items.map((it) => this.value(it)) };
    return node.kind === 'mapping' ? { ...node, pairs: this.#pairs(node) } : node;
  }

  #pairs({ pairs }: MappingNode): PairNode[] {
    const merged = new Map<string, PairNode>();
    const own: PairNode[] = [];
    for (const pair of pairs) {
      this.#name(pair.key, pair.key);
      const value = pair.value && this.value(pair.value);
      if (!value) this.#name(pair, emptyBehind(pair));
      if (!isMerge(pair)) own.push({ ...pair, value });
      else for (const it of mergedIn(value, pair.value ?? pair.key)) merged.set(keyName(it), it);
    }
    if (merged.size === 0) return own;
    const known = new Set(own.map(keyName));
    return [...[...merged].flatMap(([name, pair]) => (known.has(name) ? [] : pair)), ...own];
  }

  #count(node: ValueNode, written: ValueNode): void {
    const children = node.kind === 'mapping' ? node.pairs.map(({ value }) => value) : [];
    if (node.kind === 'sequence') children.push(...node.items);
    const size = { values: 1, levels: 1 };
    for (const child of children) {
      const { values, levels } = (child && this.#sizes.get(child)) ?? { values: 1, levels: 1 };
      size.values += values;
      size.levels = Math.max(size.levels, levels + 1);
    }
    if (size.values > MOST_VALUES || size.levels > MOST_LEVELS) throw new Stop('too-many', written);
    this.#sizes.set(node, size);
  }
}

const emptyBehind = ({ range: { end } }: PairNode): ValueNode => ({
  kind: 'scalar',
  range: { start: end, end },
  style: 'plain',
  type: 'null',
  value: null,
});

/** In the order in which later ones win: of a list of mappings that is the first one. */
function mergedIn(value: ValueNode | undefined, written: ValueNode): readonly PairNode[] {
  if (value?.kind === 'mapping') return value.pairs;
  if (value?.kind !== 'sequence' || value.items.some(({ kind }) => kind !== 'mapping'))
    throw new Stop('no-mapping', written);
  return value.items.toReversed().flatMap((it) => mergedIn(it, written));
}

/** No other plain scalar begins with an asterisk. */
const aliasIn = (node: ValueNode): string | undefined =>
  node.kind === 'scalar' && node.style === 'plain' && typeof node.value === 'string' && node.value.startsWith('*')
    ? node.value.slice(1)
    : undefined;

const isMerge = ({ key }: PairNode): boolean => key.style === 'plain' && key.value === '<<';
