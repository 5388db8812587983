import { describe, expect, test } from 'vitest';
import { corpusBases, ownBases } from './bases.ts';
import { kinds } from './kinds/index.ts';
import { plant } from './plant.ts';
import { failures, rates, table } from './report.ts';

// Set OOS_CORPUS to a folder of public templates, OOS_MUTANTS to a part of the names of kinds, OOS_SEED to any text, and
// OOS_SAMPLES to the number of public templates for each kind and notation.
const {
  OOS_CORPUS: corpus,
  OOS_MUTANTS: wanted = '',
  OOS_SEED: seed = '2019-06-01',
  OOS_SAMPLES: samples,
} = process.env;

describe('mistakes that are planted', () => {
  const own = ownBases();
  const published = corpus ? corpusBases(corpus) : [];
  const byKind = new Map(
    kinds
      .filter(({ name }) => name.includes(wanted))
      .map((kind) => [
        kind.name,
        [
          ...plant(kind, own, { seed, sites: 3, bases: 100 }),
          ...plant(kind, published, { seed, sites: 1, bases: Number(samples ?? 12) }),
        ],
      ]),
  );
  const all = [...byKind.values()].flat();
  console.log([table(byKind), ...[...byKind.values()].flatMap((it) => failures(it, 3))].join('\n'));

  test('are planted, each kind somewhere', () => {
    expect([...byKind].filter(([, verdicts]) => verdicts.length === 0).map(([name]) => name)).toEqual([]);
  });

  test('are found at their line', () => {
    expect(rates(all).found).toBeGreaterThanOrEqual(0.99);
  });

  test('bring no further findings with them', () => {
    expect(rates(all).noisy).toBe(0);
  });

  test('are repaired by the first fix', () => {
    expect(rates(all).repaired ?? 1).toBeGreaterThanOrEqual(0.9);
  });
});
