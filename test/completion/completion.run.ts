import { describe, expect, test } from 'vitest';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { corpusFiles, corpusFolder } from '../support/corpus.ts';
import { sayWithoutCorpus } from '../support/withoutCorpus.ts';
import { verdictAt } from './ask.ts';
import { inOneLine, isEmptyAction, rates, shortcomings, table } from './report.ts';
import { sample } from './sample.ts';

// Set OOS_CORPUS to a folder of public templates, OOS_SEED to any text, and OOS_SAMPLES to the number of positions.
const { OOS_SEED: seed = '2019-06-01', OOS_SAMPLES: samples = '300' } = process.env;

sayWithoutCorpus('completion is not measured');

describe.runIf(corpusFolder !== undefined)('what somebody is writing in a real template', () => {
  const catalog = bundledCatalog();
  const positions = sample(corpusFiles(), catalog, { seed, positions: Number(samples) });
  const verdicts = positions.map((position) => verdictAt(position, catalog));
  console.log([table(verdicts), '', shortcomings(verdicts)].join('\n'));

  test('is taken from as many places as were wanted', () => {
    expect(verdicts).toHaveLength(Number(samples));
  });

  test('is offered', () => {
    expect(rates(verdicts).offered).toBeGreaterThanOrEqual(0.97);
  });

  test('is among the first three, leaving actions aside of which nothing is typed', () => {
    expect(rates(verdicts.filter((it) => !isEmptyAction(it))).amongFirst).toBeGreaterThanOrEqual(0.85);
  });

  test('is written right when it is accepted, and harms nothing', () => {
    expect(verdicts.filter(({ wrong }) => wrong !== undefined).map(inOneLine)).toEqual([]);
  });

  test('brings nothing to complain about but what is still to be filled in', () => {
    expect(verdicts.filter(({ findings }) => findings.length > 0).map(inOneLine)).toEqual([]);
  });
});
