import { regions } from '../../catalog/regions.ts';
import type { Proposal } from './proposal.ts';

/** Whether a name says that its value is a region, or regions: `RegionId`, `sourceRegionId`. */
export const namesRegion = (name: string): boolean => /(?:^r|R)egionIds?$/.test(name);

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
