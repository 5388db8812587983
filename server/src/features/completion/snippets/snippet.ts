import type { Words } from '../../../words/words.ts';
import type { Insertion, Proposal } from '../proposal.ts';

/**
 * Constructs as wholes. A label that is one string is a name of the language. The place of each among its like is that in
 * the list, behind single names.
 */
export const snippets = (
  ...items: readonly (readonly [label: string | Words, summary: Words, insertion: Insertion])[]
): Proposal[] =>
  items.map(([label, summary, insertion], index) => ({
    ...(typeof label === 'string' ? { label } : { label: label.en, title: label }),
    kind: 'snippet',
    summary,
    rank: 1.5 + index / 100,
    insertion,
  }));
