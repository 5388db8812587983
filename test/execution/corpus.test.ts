import { expect, test } from 'vitest';
import type { Json } from '../../server/src/execution/json.ts';
import { stringOf, toData, valueFor } from '../../server/src/syntax/navigate.ts';
import type { Parameter } from '../../server/src/template/template.ts';
import { type CorpusFile, corpusFiles, corpusFolder } from '../support/corpus.ts';
import { endOf, templateOf } from '../support/runToEnd.ts';

test('says when there is no corpus', ({ skip }) => {
  if (corpusFolder === undefined) skip('OOS_CORPUS names no folder, so real templates are not run');
});

const byType: Readonly<Record<string, Json>> = { Number: 1, Boolean: true, List: ['x'], Json: {} };

function someValue({ name, attributes }: Parameter): [string, Json][] {
  if (valueFor(attributes, 'Default') !== undefined) return [];
  const allowed = toData(valueFor(attributes, 'AllowedValues')) as readonly Json[] | null;
  return [[name, allowed?.[0] ?? byType[stringOf(valueFor(attributes, 'Type')) ?? ''] ?? 'x']];
}

function end({ text }: CorpusFile): string {
  const { parameters } = templateOf(text, 'yaml');
  return endOf(text, {
    parameters: Object.fromEntries(parameters.all.flatMap(someValue)),
    environment: {
      RegionId: 'cn-hangzhou',
      AccountId: '1',
      ExecutionId: 'exec-1',
      ExecuteUser: 'alice',
      OOSUtilVersion: '1.0',
      CurrentUTCTime: '2030-01-01T00:00:00Z',
      CurrentDate: '2030-01-01',
    },
  });
}

/** Every call answers `{}`. What such an answer cannot give, and what is not supported, ends a run with a sentence. */
test.runIf(corpusFolder !== undefined)(
  'real templates run to some end, as YAML, as JSON, and through files',
  () => {
    const files = corpusFiles().filter(({ notation, text }) => notation === 'yaml' && /^Tasks:/m.test(text));
    const ends = files.map(end);
    expect(ends.filter((it) => !/^(?:Success|Waiting for (?:approval|trigger|pause)|Failed: .+\.?$)/.test(it))).toEqual(
      [],
    );
    expect(ends.filter((it) => it.startsWith('Success')).length).toBeGreaterThan(files.length / 2);
  },
  120_000,
);
