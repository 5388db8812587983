import type { Insertion, Proposal, Skeleton } from '../../../server/src/features/completion/proposal.ts';

/** The proposals as they come before anything is typed. */
export const inOrder = (proposals: readonly Proposal[]): Proposal[] =>
  [...proposals].sort((a, b) => a.rank - b.rank || (a.label < b.label ? -1 : 1));

export const labels = (proposals: readonly Proposal[], most = 1000): string[] =>
  inOrder(proposals)
    .slice(0, most)
    .map(({ label }) => label);

export function named(proposals: readonly Proposal[], label: string): Proposal {
  const found = proposals.find((it) => it.label === label);
  if (!found) throw new Error(`'${label}' is not proposed, but: ${labels(proposals, 20).join(', ')}`);
  return found;
}

/** What is inserted, in one line: holes as `<text>`, `<text|choice>`, without quotes as `<=text>`. */
export function plain(insertion: Insertion): string {
  switch (insertion.kind) {
    case 'scalar':
      return JSON.stringify(insertion.value);
    case 'structure':
      return plainSkeleton(insertion.value);
    case 'pair':
      return plainPair([insertion.keyIsHole ? `<${insertion.key}>` : insertion.key, insertion.value]);
    case 'scalarAndPairs':
      return [insertion.value, ...insertion.pairs.map(plainPair)].join('; ');
    case 'text':
      return insertion.text;
  }
}

const plainPair = ([key, value]: readonly [string, Skeleton | undefined]): string =>
  value === undefined ? `${key}:` : `${key}: ${plainSkeleton(value)}`;

export function plainSkeleton(skeleton: Skeleton): string {
  switch (skeleton.kind) {
    case 'value':
      return typeof skeleton.value === 'string' ? skeleton.value : JSON.stringify(skeleton.value);
    case 'hole':
      return `<${skeleton.bare ? '=' : ''}${skeleton.choices?.join('|') ?? skeleton.text ?? ''}>`;
    case 'open':
      return `<${skeleton.of}>`;
    case 'map':
      return `{${skeleton.pairs.map(plainPair).join(', ')}}`;
    case 'list':
      return `[${skeleton.items.map(plainSkeleton).join(', ')}]`;
  }
}
