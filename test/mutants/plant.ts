import type { Base } from './bases.ts';
import { judge, type Verdict } from './judge.ts';
import type { Kind } from './kind.ts';
import { Random } from './random.ts';

export interface Plan {
  readonly seed: string;
  /** At most so many mistakes of a kind in one template. */
  readonly sites: number;
  /** At most so many templates for a kind and a notation. */
  readonly bases: number;
}

/** Plants mistakes of one kind, the same ones for the same seed. */
export function plant(kind: Kind, bases: readonly Base[], { seed, sites, bases: most }: Plan): Verdict[] {
  return (['yaml', 'json'] as const)
    .filter((notation) => (kind.notation ?? notation) === notation)
    .flatMap((notation) => {
      const fitting = bases.filter(({ document }) => document.notation === notation);
      const verdicts: Verdict[] = [];
      let used = 0;
      for (const base of new Random(`${seed} ${kind.name} ${notation}`).shuffled(fitting)) {
        if (used >= most) break;
        const planted = plantIn(kind, base, seed, sites);
        if (planted.length > 0) used++;
        verdicts.push(...planted);
      }
      return verdicts;
    });
}

function plantIn(kind: Kind, base: Base, seed: string, most: number): Verdict[] {
  const random = new Random(`${seed} ${kind.name} ${base.name}`);
  const verdicts: Verdict[] = [];
  for (const site of random.shuffled(kind.sites(base))) {
    if (verdicts.length >= most) break;
    const mutant = site(random);
    if (mutant) verdicts.push(judge(kind, base, mutant));
  }
  return verdicts;
}
