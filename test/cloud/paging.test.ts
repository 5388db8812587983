import { describe, expect, test } from 'vitest';
import { createOosApi } from '../../server/src/cloud/api/oosApi.ts';
import type { Transport } from '../../server/src/cloud/transport.ts';
import { fakeTransport } from './fakeTransport.ts';

const page = (names: readonly string[], NextToken?: unknown) => ({
  Templates: names.map((TemplateName) => ({ TemplateName })),
  NextToken,
});

async function namesOf(
  items: AsyncIterable<{ readonly TemplateName: string | undefined }>,
): Promise<(string | undefined)[]> {
  const names: (string | undefined)[] = [];
  for await (const { TemplateName } of items) names.push(TemplateName);
  return names;
}

describe('all pages', () => {
  test.each([undefined, null, ''])('until the token is %j', async (last) => {
    const { transport, sent } = fakeTransport(page(['a', 'b'], 't1'), page([], 't2'), page(['c'], last));
    const items = createOosApi(transport).each('ListTemplates', { SortOrder: 'Ascending' });
    expect(await namesOf(items)).toEqual(['a', 'b', 'c']);
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      { MaxResults: '100', SortOrder: 'Ascending' },
      { MaxResults: '100', SortOrder: 'Ascending', NextToken: 't1' },
      { MaxResults: '100', SortOrder: 'Ascending', NextToken: 't2' },
    ]);
  });

  test('until a token comes again', async () => {
    const { transport } = fakeTransport(page(['a'], 't1'), page(['b'], 't2'), page(['c'], 't1'));
    expect(await namesOf(createOosApi(transport).each('ListTemplates', {}))).toEqual(['a', 'b', 'c']);
  });

  test('not without end', async () => {
    let calls = 0;
    const transport: Transport = {
      call: async () => ({ body: page([`a${calls}`], `t${++calls}`), requestId: undefined }),
    };
    await expect(namesOf(createOosApi(transport).each('ListTemplates', {}))).rejects.toMatchObject({
      facts: { kind: 'protocol', operation: 'ListTemplates' },
      words: { en: expect.stringContaining('1000 pages'), zh: expect.stringContaining('1000 页') },
    });
    expect(calls).toBe(1000);
  });

  test('no further than asked for', async () => {
    const { transport, sent } = fakeTransport(page(['a', 'b'], 't1'), page(['c', 'd'], 't2'));
    expect(await namesOf(createOosApi(transport).each('ListTemplates', {}, { most: 3 }))).toEqual(['a', 'b', 'c']);
    expect(sent).toHaveLength(2);
    expect(await namesOf(createOosApi(transport).each('ListTemplates', {}, { most: 0 }))).toEqual([]);
  });

  test('no page that nobody reads', async () => {
    const { transport, sent } = fakeTransport(page(['a', 'b'], 't1'));
    for await (const _ of createOosApi(transport).each('ListTemplates', {})) break;
    expect(sent).toHaveLength(1);
  });

  test('the size is ours to choose only where a limit is known', async () => {
    const { transport, sent } = fakeTransport({});
    const api = createOosApi(transport);
    for await (const _ of api.each('ListExecutionLogs', { ExecutionId: 'e' })) break;
    for await (const _ of api.each('ListTagResources', { ResourceType: 'template' })) break;
    for await (const _ of api.each('ListActions', { MaxResults: 10 })) break;
    expect(sent.map(({ parameters }) => parameters.MaxResults)).toEqual([undefined, undefined, '10']);
  });

  test('from a token on', async () => {
    const { transport, sent } = fakeTransport(page(['a'], 't8'), page(['b']));
    await namesOf(createOosApi(transport).each('ListTemplates', { NextToken: 't7' }));
    expect(sent.map(({ parameters }) => parameters.NextToken)).toEqual(['t7', 't8']);
  });
});

test('a list that is cancelled ends at once, between two items too', async () => {
  const { transport, sent } = fakeTransport(page(['a', 'b', 'c'], 't1'));
  const controller = new AbortController();
  const seen: unknown[] = [];
  const reading = async () => {
    for await (const { TemplateName } of createOosApi(transport).each(
      'ListTemplates',
      {},
      { signal: controller.signal },
    )) {
      seen.push(TemplateName);
      controller.abort();
    }
  };
  await expect(reading()).rejects.toMatchObject({ facts: { kind: 'cancelled', operation: 'ListTemplates' } });
  expect(seen).toEqual(['a']);
  expect(sent).toHaveLength(1);
});
