import type { Words } from '../../../words/words.ts';
import type { Insertion, Proposal } from '../proposal.ts';

/** A construct as a whole. Its place among its like is that in the list, behind single names. */
export const snippets = (
  ...items: readonly (readonly [label: string, summary: Words, insertion: Insertion])[]
): Proposal[] =>
  items.map(([label, summary, insertion], index) => ({
    label,
    kind: 'snippet',
    summary,
    rank: 1.5 + index / 100,
    insertion,
  }));
