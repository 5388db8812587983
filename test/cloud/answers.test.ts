import { describe, expect, test } from 'vitest';
import { createOosApi, type OosApi } from '../../server/src/cloud/api/oosApi.ts';
import type { OperationName } from '../../server/src/cloud/api/operations.ts';
import { requestId } from './answerTwin.ts';
import { executionTwins } from './executionTwins.ts';
import { fakeTransport } from './fakeTransport.ts';
import { templateTwins } from './templateTwins.ts';

const answerTwins = [...templateTwins, ...executionTwins];

type Method = (request: object) => Promise<object>;

async function call(operation: OperationName, request: object, body: Readonly<Record<string, unknown>>) {
  const { transport, sent } = fakeTransport(body);
  const api: OosApi = createOosApi(transport);
  const name = (operation.charAt(0).toLowerCase() + operation.slice(1)) as Uncapitalize<OperationName>;
  return { answer: await (api[name] as Method)(request), sent: sent[0]?.parameters };
}

/** Every value by its path; an empty object is one, an empty list and what is undefined are not. */
function leaves(value: unknown, path = ''): Map<string, unknown> {
  const parts = Array.isArray(value)
    ? value.map((it, i): [string, unknown] => [`${path}[${i}]`, it])
    : typeof value === 'object' && value !== null
      ? Object.entries(value).map(([name, it]): [string, unknown] => [path ? `${path}.${name}` : name, it])
      : undefined;
  if (parts === undefined) return new Map(value === undefined ? [] : [[path, value]]);
  if (parts.length === 0 && !Array.isArray(value)) return new Map([[path, value]]);
  return new Map(parts.flatMap(([name, it]) => [...leaves(it, name)]));
}

const onlyIn = (some: Map<string, unknown>, others: Map<string, unknown>) =>
  [...some].filter(([path, value]) => JSON.stringify(others.get(path)) !== JSON.stringify(value));

test('there are twins for the 20 operations of the reference', () => {
  expect(new Set(answerTwins.map(({ operation }) => operation)).size).toBe(20);
});

describe.each(answerTwins)('$operation', (twin) => {
  test('is sent as the reference says', async () => {
    expect((await call(twin.operation, twin.request, twin.model)).sent).toEqual(twin.sent);
  });

  test('means the same in both shapes, but for what only one of them tells', async () => {
    const model = leaves((await call(twin.operation, twin.request, twin.model)).answer);
    const sample = leaves((await call(twin.operation, twin.request, twin.sample2019)).answer);
    const named = (differences: [string, unknown][]) =>
      differences.map(([path, value]) => (path === 'ContentIsOriginal' ? `${path}: ${value}` : path)).sort();
    expect(named(onlyIn(model, sample))).toEqual([...(twin.onlyModel ?? [])].sort());
    expect(named(onlyIn(sample, model))).toEqual([...(twin.onlySample2019 ?? [])].sort());
  });

  test('loses nothing of the answer', async () => {
    const { answer } = await call(twin.operation, twin.request, twin.model);
    const found = [...leaves(answer).keys()];
    const told = [...leaves(twin.model).keys()].map((path) => path.replace('.TagResource[', '['));
    expect(
      told.filter((path) => !found.some((it) => it === path || it.startsWith(`${path}.`) || it.startsWith(`${path}[`))),
    ).toEqual([]);
    expect(answer).toHaveProperty('RequestId', requestId);
  });
});
