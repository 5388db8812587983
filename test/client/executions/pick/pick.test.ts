import { describe, expect, test } from 'vitest';
import { type ChoiceParts, executionChoices } from '../../../../client/src/executions/pick/executionChoices.ts';
import { ExecutionSearch } from '../../../../client/src/executions/pick/executionSearch.ts';
import type { Execution } from '../../../../server/src/cloud/api/answers.ts';
import { createOosApi } from '../../../../server/src/cloud/api/oosApi.ts';
import { explicitConnection } from '../../../../server/src/cloud/connection.ts';
import { createTransport } from '../../../../server/src/cloud/createTransport.ts';
import { localOos } from '../../../support/localOos.ts';
import { t } from '../../translate.ts';

const nap = `FormatVersion: OOS-2019-06-01
Tasks: [{ Name: nap, Action: ACS::Sleep, Properties: { Duration: PT1S } }]
`;

describe('the executions to choose from', () => {
  const execution = { ExecutionId: 'exec-1', TemplateName: 'restart', TemplateVersion: 'v2', Status: 'Failed' };
  const parts: ChoiceParts = {
    executions: [{ ...execution, StartDate: '2025-01-31T08:00:00Z', Description: 'nightly' } as Execution],
    hasMore: false,
    isLooking: false,
    text: '',
    trouble: '',
    nameOf: ({ TemplateName = '' }) => TemplateName,
    moment: (time) => time.toISOString(),
    now: Date.UTC(2025, 0, 31, 9),
    t,
  };
  const choices = (more: Partial<ChoiceParts>) =>
    executionChoices({ ...parts, ...more }).map(({ does, id }) => [does, id]);

  test('say what ran, how it stands, when it began, and their ids', () => {
    expect(executionChoices(parts)).toEqual([
      {
        does: 'open',
        id: 'exec-1',
        label: '$(error) restart',
        description: 'Failed · 1 h ago · nightly',
        detail: 'exec-1 · 2025-01-31T08:00:00.000Z',
      },
    ]);
  });

  test.each([
    [{ text: 'exec-2' }, ['typed', 'exec-2']],
    [{ hasMore: true }, ['more', undefined]],
    [{ trouble: 'It is away.' }, ['again', undefined]],
  ])('go on with %j', (more, last) => expect(choices(more)).toEqual([['open', 'exec-1'], last]));

  test('are the one whose id was typed, if there is one, and a sentence if there is none at all', () => {
    expect(choices({ text: 'exec-1' })).toEqual([['open', 'exec-1']]);
    expect(choices({ text: 'exec 2' })).toEqual([['open', 'exec-1']]);
    expect(choices({ executions: [] })).toEqual([['nothing', undefined]]);
    expect(choices({ executions: [], isLooking: true })).toEqual([]);
  });
});

test('a search finds older executions by their templates, and keeps the others', async () => {
  const { endpoint, region, accessKeyId, accessKeySecret } = await localOos();
  const credential = { accessKeyId, accessKeySecret };
  const api = createOosApi(createTransport(explicitConnection({ name: 'local', region, endpoint, credential })));
  await api.createTemplate({ TemplateName: 'oldest', Content: nap });
  for (let index = 0; index < 2; index += 1) await api.startExecution({ TemplateName: 'oldest' });
  for (let index = 0; index < 60; index += 1) await api.startExecution({ TemplateContent: nap });
  const search = new ExecutionSearch(api);
  const { signal } = new AbortController();
  const found = () => [
    search.executions.length,
    search.executions.filter(({ TemplateName }) => TemplateName === 'oldest').length,
    search.hasMore,
  ];
  await search.look('', signal);
  expect(found()).toEqual([50, 0, true]);
  // An id, and what no name can have in it, is not searched for.
  for (const text of ['exec-12', 'a b', 'o']) await search.look(text, signal);
  expect(found()).toEqual([50, 0, true]);
  await search.look('ldes', signal);
  expect(found()).toEqual([52, 2, false]);
  expect(search.executions.at(-1)?.TemplateName).toBe('oldest');
  await search.look('', signal);
  await search.more();
  expect(found()).toEqual([62, 2, false]);
});
