import { regions } from '../../catalog/regions.ts';
import type { Proposal } from './proposal.ts';

/** The ids of regions, with the names of the places. */
export function regionProposals(): Proposal[] {
  return regions.map(({ id, place }, index) => ({
    label: id,
    kind: 'value',
    detail: place,
    rank: index / 100,
    insertion: { kind: 'scalar', value: id },
  }));
}
