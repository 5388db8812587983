import type { MappingNode, PairNode, ScalarNode, SequenceNode, SyntaxTree, TextRange, ValueNode } from './node.ts';

/** The first pair of that name: duplicates are reported by a rule of their own. */
export function pairOf(node: ValueNode | undefined, key: string): PairNode | undefined {
  return node?.kind === 'mapping' ? node.pairs.find((pair) => pair.key.value === key) : undefined;
}

export function valueFor(node: ValueNode | undefined, key: string): ValueNode | undefined {
  return pairOf(node, key)?.value;
}

export const asMapping = (node: ValueNode | undefined): MappingNode | undefined =>
  node?.kind === 'mapping' ? node : undefined;

export const asSequence = (node: ValueNode | undefined): SequenceNode | undefined =>
  node?.kind === 'sequence' ? node : undefined;

export const asScalar = (node: ValueNode | undefined): ScalarNode | undefined =>
  node?.kind === 'scalar' ? node : undefined;

/** The text of a string scalar. Numbers and the like are not names, even where they look like one. */
export const stringOf = (node: ValueNode | undefined): string | undefined =>
  node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;

/** The name of a key: `200:` and `'200':` are both `200`. */
export const keyName = ({ key }: PairNode): string => String(key.value);

/** Nothing typed yet, or an explicit null. */
export const isNull = (node: ValueNode | undefined): boolean =>
  node === undefined || (node.kind === 'scalar' && node.type === 'null');

export const contains = ({ start, end }: TextRange, offset: number): boolean => start <= offset && offset <= end;

/** Every node of a tree in the order of the text, parents first. */
export function* descendants(node: ValueNode | undefined): Generator<ValueNode> {
  if (!node) return;
  yield node;
  if (node.kind === 'mapping') for (const pair of node.pairs) yield* descendants(pair.value);
  else if (node.kind === 'sequence') for (const item of node.items) yield* descendants(item);
}

const nothing: ReadonlySet<ValueNode> = new Set();

/**
 * The value of a node as plain data, as the service gets it. Later duplicates of a key win, as in PyYAML. The mappings in
 * `emptied` are taken for empty ones.
 */
export function toData(node: SyntaxTree['root'], emptied: ReadonlySet<ValueNode> = nothing): unknown {
  switch (node?.kind) {
    case undefined:
      return null;
    case 'scalar':
      return node.value;
    case 'sequence':
      return node.items.map((item) => toData(item, emptied));
    case 'mapping':
      if (emptied.has(node)) return {};
      return Object.fromEntries(node.pairs.map((pair) => [keyName(pair), toData(pair.value, emptied)]));
  }
}
