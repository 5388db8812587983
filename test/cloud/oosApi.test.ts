import { describe, expect, test } from 'vitest';
import { callOperation } from '../../server/src/cloud/api/call.ts';
import { isFinal } from '../../server/src/cloud/api/executionStatus.ts';
import { createOosApi, type OosApi } from '../../server/src/cloud/api/oosApi.ts';
import { changesCloud, isReadOnly } from '../../server/src/cloud/api/operations.ts';
import { contentHash } from '../../server/src/cloud/contentHash.ts';
import { instant } from '../../server/src/cloud/instant.ts';
import type { OosError } from '../../server/src/cloud/oosError.ts';
import { parseAnswer } from '../../server/src/cloud/parseAnswer.ts';
import { fakeTransport } from './fakeTransport.ts';

type Body = Readonly<Record<string, unknown>>;

const answering = (...bodies: Body[]): OosApi => createOosApi(fakeTransport(...bodies).transport);
const execution = (parts: Body) => ({ Execution: { ExecutionId: 'exec-1', ...parts } });
const start = async (parts: Body) =>
  (await answering(execution(parts)).startExecution({ TemplateName: 'a' })).Execution;

describe('answers in unusual shapes', () => {
  test.each([
    ['one for many', { TaskExecutions: { TaskExecutionId: 't1' } }, ['t1']],
    ['none', {}, []],
    ['null', { TaskExecutions: null }, []],
    ['empty text', { TaskExecutions: '' }, []],
    ['a JSON text', { TaskExecutions: '[{"TaskExecutionId":"t1"},{"TaskExecutionId":"t2"}]' }, ['t1', 't2']],
  ])('a list is %s', async (_, body, ids) => {
    const { TaskExecutions } = await answering(body).listTaskExecutions();
    expect(TaskExecutions.map(({ TaskExecutionId }) => TaskExecutionId)).toEqual(ids);
  });

  test.each([
    [{ TagResources: { TagResource: [{ TagKey: 'a' }] } }, ['a']],
    [{ TagResources: { TagResource: { TagKey: 'a' } } }, ['a']],
    [{ TagResources: [{ TagKey: 'a' }, { TagKey: 'b' }] }, ['a', 'b']],
    [{ TagResources: { TagKey: 'a' } }, ['a']],
    [{ TagResources: { TagResource: null } }, []],
    [{}, []],
  ])('tags come as %j', async (body, keys) => {
    const { TagResources } = await answering(body).listTagResources({ ResourceType: 'template' });
    expect(TagResources.map(({ TagKey }) => TagKey)).toEqual(keys);
  });

  test.each([
    ['{"a":1}', { a: 1 }],
    [{ a: 1 }, { a: 1 }],
    ['[1]', [1]],
    ['', {}],
    ['{}', {}],
    ['plain words', 'plain words'],
    ['{"broken', '{"broken'],
    [5, '5'],
    [null, undefined],
    [undefined, undefined],
  ])('outputs %j are read as %j', async (Outputs, expected) => {
    expect((await start({ Outputs })).Outputs).toEqual(expected);
  });

  test.each([
    [
      { Total: 2, Failed: '1', Odd: 'x' },
      { Total: 2, Failed: 1 },
    ],
    ['{"Total":2}', { Total: 2 }],
    ['1', { Total: 1 }],
    [3, { Total: 3 }],
    ['', {}],
    ['many', undefined],
  ])('counters %j are read as %j', async (Counters, expected) => {
    expect((await start({ Counters })).Counters).toEqual(expected);
  });

  test('tags are a map, also as text', async () => {
    expect((await start({ Tags: '{"a":"b"}' })).Tags).toEqual({ a: 'b' });
    expect((await start({ Tags: { a: 1 } })).Tags).toEqual({ a: '1' });
    expect((await start({ Tags: '' })).Tags).toEqual({});
  });

  test('both names of the day of creation', async () => {
    const api = answering({ Actions: [{ CreateDate: 'x' }, { CreatedDate: 'y' }] });
    expect((await api.listActions()).Actions.map(({ CreatedDate }) => CreatedDate)).toEqual(['x', 'y']);
    expect((await start({ CreatedDate: 'z' })).CreateDate).toBe('z');
  });

  test('a content that is an object is not taken for the text that was published', async () => {
    const Content = { FormatVersion: 'OOS-2019-06-01' };
    const body = { Content, Template: {} };
    const found = await answering(body).getExecutionTemplate({ ExecutionId: 'exec-1' });
    expect(found).toMatchObject({ Content: JSON.stringify(Content, null, 2), ContentIsOriginal: false });
  });

  test('numbers and truth values come as text too, and what cannot be read is not told', async () => {
    const api = answering({
      Templates: [
        { Popularity: '7', HasTrigger: 'True' },
        { Popularity: '?', HasTrigger: 'maybe' },
      ],
    });
    const [first, second] = (await api.listTemplates()).Templates;
    expect(first).toMatchObject({ Popularity: 7, HasTrigger: true });
    expect(second).toMatchObject({ Popularity: undefined, HasTrigger: undefined });
  });

  test('ids are kept as text, however long', async () => {
    const body = parseAnswer(
      '{"Execution":{"ExecutionId":"exec-1","AccountId":98765432109876543210,"ExecutedBy":"a 98765432109876543210"}}',
    );
    const { Execution } = await answering(body as Body).startExecution({ TemplateName: 'a' });
    expect(Execution).toMatchObject({ AccountId: '98765432109876543210', ExecutedBy: 'a 98765432109876543210' });
    expect(parseAnswer('[1234567890123456, -1e30, 0.12345678901234567, "\\"1234567890123456"]')).toEqual([
      '1234567890123456',
      -1e30,
      Number('0.12345678901234567'),
      '"1234567890123456',
    ]);
    expect(() => parseAnswer('[12345678901234567')).toThrow(SyntaxError);
  });

  test('states that nobody knows yet are shown and are not final', async () => {
    const { Status } = await start({ Status: 'Dreaming' });
    expect(Status).toBe('Dreaming');
    expect([Status, undefined, 'Running', 'Skipped'].filter(isFinal)).toEqual([]);
    expect(['Success', 'Failed', 'Cancelled'].filter(isFinal)).toHaveLength(3);
  });

  test('the outer request id counts, the inner one is kept', async () => {
    const inner = { RequestId: 'inner', Regions: [{ RegionId: 'cn-beijing' }] };
    const api = answering({ code: '200', data: inner, requestId: 'outer', successResponse: 'true' });
    const found = await api.describeRegions();
    expect(found).toMatchObject({ RequestId: 'outer', InnerRequestId: 'inner' });
    expect(found.Regions[0]?.RegionId).toBe('cn-beijing');
  });

  test('an envelope that tells of a failure is an error in spite of its status', async () => {
    const failing = (body: Body) => answering(body).listActions();
    await expect(failing({ successResponse: false, code: 'QuotaExceed', message: 'Full' })).rejects.toMatchObject({
      facts: { kind: 'refused', code: 'QuotaExceed', serviceMessage: 'Full' },
    });
    await expect(failing({ successResponse: false, code: 503 })).rejects.toMatchObject({ facts: { kind: 'server' } });
  });

  test('the three later operations', async () => {
    const versions = await answering({
      TemplateVersions: [{ TemplateVersion: 'v2', VersionName: 'autumn' }],
    }).listTemplateVersions({ TemplateName: 'a' });
    expect(versions.TemplateVersions[0]).toMatchObject({ TemplateVersion: 'v2', VersionName: 'autumn' });
    const constraints = await answering({
      ParameterConstraints: '{"region":["cn-beijing"]}',
    }).getTemplateParameterConstraints({ TemplateContent: 'x' });
    expect(constraints.ParameterConstraints).toEqual({ region: ['cn-beijing'] });
    const regions = await answering({
      Regions: { RegionId: 'cn-beijing', RegionEndpoint: 'oos.cn-beijing.aliyuncs.com' },
    }).describeRegions({ AcceptLanguage: 'zh-CN' });
    expect(regions.Regions).toEqual([
      { RegionId: 'cn-beijing', LocalName: undefined, RegionEndpoint: 'oos.cn-beijing.aliyuncs.com' },
    ]);
  });
});

describe('answers that make no sense', () => {
  test.each([
    [{ Executions: ['text'] }, 'Executions[0] is not an object'],
    [{ Executions: 'text' }, 'Executions[0] is not an object'],
    [{ Executions: [[]] }, 'Executions[0] is not an object'],
    [{ Executions: [{ Status: 'Running' }] }, 'Executions[0].ExecutionId is not an ID'],
    [{ Executions: [{ ExecutionId: 'e', CurrentTasks: [5] }] }, 'Executions[0].CurrentTasks[0] is not an object'],
  ])('%j is an error that says where', async (body, words) => {
    const error: OosError = await answering({ RequestId: 'r-1', ...body })
      .listExecutions()
      .then(
        () => expect.fail('was taken'),
        (it) => it,
      );
    expect(error.facts).toMatchObject({ kind: 'protocol', operation: 'ListExecutions', requestId: 'r-1' });
    expect(error.words.en).toContain(words);
    expect(error.words.zh).toContain('无法理解 ListExecutions 的响应：Executions[0]');
  });

  test('an answer too deep to be read is an error of the same kind', async () => {
    const Description = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    await expect(start({ Description })).rejects.toMatchObject({ facts: { kind: 'protocol' } });
  });

  // Whatever comes, the caller has to do with one kind of error.
  const rubbish: unknown[] = [null, 5, true, '', 'x', '{', '{}', '[]', [], {}, [null], { a: null }];
  test.each(['Template', 'Content', 'Execution', 'Executions', 'data', 'code', 'RequestId', 'XResponse'])(
    'rubbish in %s is never a fault of ours',
    async (name) => {
      for (const value of rubbish) {
        const api = answering({ [name]: value });
        const calls = [
          api.getTemplate({ TemplateName: 'a' }),
          api.startExecution({ TemplateName: 'a' }),
          api.listExecutions(),
          api.listTagResources({ ResourceType: 'execution' }),
          api.validateTemplateContent({ Content: 'x' }),
        ];
        for (const call of calls) {
          const outcome = await call.catch((error: unknown) => error);
          if (outcome instanceof Error) expect(outcome).toHaveProperty('facts.kind', 'protocol');
          else expect(outcome).toHaveProperty('RequestId');
        }
      }
    },
  );
});

describe('calls', () => {
  test('a start gets a token of its own, so that it can be repeated safely', async () => {
    const { transport, sent } = fakeTransport(execution({}));
    const api = createOosApi(transport);
    await api.startExecution({ TemplateName: 'a' });
    await api.startExecution({ TemplateName: 'a' });
    await api.startExecution({ TemplateName: 'a', ClientToken: 'mine' });
    const tokens = sent.map(({ parameters }) => parameters.ClientToken);
    expect(tokens[0]).toMatch(/^[\da-f-]{36}$/);
    expect(new Set(tokens).size).toBe(3);
    expect(tokens[2]).toBe('mine');
  });

  test('wrong arguments reject before anything is sent', async () => {
    const { transport, sent } = fakeTransport({});
    const api = createOosApi(transport);
    const refused = { facts: { kind: 'argument' } };
    await expect(api.deleteTemplate({ TemplateName: 'ACS-x' })).rejects.toMatchObject(refused);
    // @ts-expect-error Content is missing
    await expect(api.createTemplate({ TemplateName: 'a' })).rejects.toMatchObject(refused);
    // @ts-expect-error there is no such order
    await expect(api.listTemplates({ SortOrder: 'Random' })).rejects.toMatchObject(refused);
    expect(sent).toEqual([]);
  });

  test('the signal reaches the transport', async () => {
    const { transport, sent } = fakeTransport({});
    const { signal } = new AbortController();
    await createOosApi(transport).listActions({}, { signal });
    expect(sent[0]?.options?.signal).toBe(signal);
  });

  test('an operation beyond the table goes through the same door', async () => {
    const { transport, sent } = fakeTransport({ ListParametersResponse: { RequestId: 'r-1', Parameters: [] } });
    const given = { Name: 'a', Tags: '{"team":"ops"}' };
    expect(await callOperation(transport, 'ListParameters', given)).toMatchObject({
      body: { RequestId: 'r-1', Parameters: [] },
      requestId: 'r-1',
    });
    expect(sent[0]).toMatchObject({ operation: 'ListParameters', parameters: given });
  });

  test('what reads may be repeated, what changes is asked for first', () => {
    expect(
      ['GetTemplate', 'GenerateExecutionPolicy', 'ListParameters', 'GetSecretParameter'].filter(changesCloud),
    ).toEqual([]);
    expect(
      ['StartExecution', 'TagResources', 'GenerateOpsItem', 'CheckGitRepositoryExists', 'Listen', ''].filter(
        isReadOnly,
      ),
    ).toEqual([]);
  });
});

test('an execution is found by its very id, also where it is a part of another one', async () => {
  const { transport, sent } = fakeTransport(
    { Executions: [{ ExecutionId: 'exec-10' }] },
    { Executions: [{ ExecutionId: 'exec-10' }, { ExecutionId: 'exec-1', Status: 'Running' }] },
  );
  expect(await createOosApi(transport).getExecution('exec-1')).toMatchObject({ Status: 'Running' });
  expect(sent.map(({ parameters }) => parameters)).toEqual([
    { ExecutionId: 'exec-1' },
    { ExecutionId: 'exec-1', IncludeChildExecution: 'true' },
  ]);
  await expect(answering({ Executions: [] }).getExecution('exec-2')).rejects.toMatchObject({
    facts: { kind: 'refused', code: 'EntityNotExists.Execution', subject: 'exec-2' },
    words: { en: expect.stringContaining('There is no execution "exec-2"'), zh: expect.stringContaining('“exec-2”') },
  });
});

test('the hash of a content is the SHA-256 of its text', () => {
  expect(contentHash('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(contentHash('模板')).not.toBe(contentHash('模板\n'));
});

test.each([
  ['2026-01-31T08:00:00Z', '2026-01-31T08:00:00.000Z'],
  ['2026-01-31T:08:00:00Z', '2026-01-31T08:00:00.000Z'],
  ['2026-01-31 08:00:00.615945', '2026-01-31T08:00:00.615Z'],
  ['2026-01-31T08:00Z', '2026-01-31T08:00:00.000Z'],
  ['2026-01-31T08:00:00+0800', '2026-01-31T00:00:00.000Z'],
  ['2026-13-31T08:00:00Z', undefined],
  ['yesterday', undefined],
  ['', undefined],
  [undefined, undefined],
])('the time %s is %s', (text, iso) => {
  expect(instant(text)?.toISOString()).toBe(iso);
});
