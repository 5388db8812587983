import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { ApiField, ApiService } from '../../server/src/catalog/openApi/openApi.ts';
import type { OpenApiIndex } from '../../server/src/catalog/openApi/openApiData.ts';
import type { Usage } from '../../server/src/catalog/usage.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';

const { openApi } = bundledCatalog();
const files = ['index.json', 'operations.bin', 'responses.bin'];
const MEBIBYTE = 1024 * 1024;

const read = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, 'utf8'));

test('all bundled data together stays under 3 MiB, the operations under 1.5 MiB', async () => {
  const sizeOf = async (path: string) => (await stat(path)).size;
  const operations = await Promise.all(files.map((file) => sizeOf(join('schemas/openapi', file))));
  const others = await Promise.all(['product-actions.json', 'usage.json'].map((file) => sizeOf(join('schemas', file))));
  const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0);
  expect(sum(operations)).toBeLessThan(1.5 * MEBIBYTE);
  expect(sum([...operations, ...others])).toBeLessThan(3 * MEBIBYTE);
});

test('names the commits and the licence of its sources', async () => {
  const { sources } = await read<{ sources: unknown }>('schemas/openapi/index.json');
  expect(sources).toEqual([
    {
      repo: 'aliyun/alibabacloud-typescript-sdk',
      commit: expect.stringMatching(/^[0-9a-f]{40}$/),
      licence: 'Apache-2.0',
    },
    { repo: 'aliyun/aliyun-openapi-meta', commit: expect.stringMatching(/^[0-9a-f]{40}$/), licence: 'Apache-2.0' },
  ]);
});

describe('every service', () => {
  const services = openApi.serviceCodes.flatMap((code) => openApi.service(code) ?? []);

  test('of the index is there, those that aliases stand for too', async () => {
    const { services: rows, aliases } = await read<OpenApiIndex>('schemas/openapi/index.json');
    expect(services.map(({ code }) => code)).toEqual([...openApi.serviceCodes]);
    expect(
      Object.values(aliases)
        .flat()
        .filter((code) => !Object.hasOwn(rows, code)),
    ).toEqual([]);
    expect(services.length).toBeGreaterThan(490);
  });

  test('has operations, and each can be read', () => {
    const operations = services.flatMap((service) =>
      service.operationNames.map((name) => service.operation(name)?.name === name),
    );
    expect(operations.length).toBeGreaterThan(30_000);
    expect(operations.filter((there) => !there)).toEqual([]);
    expect(services.filter(({ operationNames }) => operationNames.length === 0)).toEqual([]);
  });

  test('declares parameters and fields with names and types', () => {
    const fieldsOf = (service: ApiService, name: string): readonly ApiField[] => [
      ...(service.operation(name)?.parameters ?? []),
      ...(service.response(name) ?? []),
    ];
    const nameless = (fields: readonly ApiField[]): readonly ApiField[] =>
      fields.flatMap((it) => (it.name === '' || it.type === undefined ? it : nameless(it.fields)));
    const wrong = services.flatMap((service) =>
      service.operationNames.filter((name) => nameless(fieldsOf(service, name)).length > 0),
    );
    expect(wrong).toEqual([]);
  });
});

test.each([
  ['ECS', 'RebootInstance', '2014-05-26'],
  ['WAF-OPENAPI', 'ModifyLogServiceStatus', '2019-09-10'],
  ['FC', 'InvokeFunction', '2023-03-30'],
  ['FC', 'GetService', '2021-04-06'],
  ['MNS', 'PublishMessage', '2015-06-06'],
  ['EVENTBRIDGE', 'PutEvents', '2020-04-01'],
  ['OSS', 'GenerateUrl', '2019-05-17'],
  ['REDIS', 'DescribeInstances', '2015-01-01'],
])('%s has %s in version %s', (service, name, version) => {
  expect(openApi.service(service)?.operation(name)).toMatchObject({ service, version });
});

test('knows what DescribeInstances of ECS takes and answers', () => {
  const ecs = openApi.service('ECS');
  const parameters = ecs?.operation('DescribeInstances')?.parameters ?? [];
  expect(parameters.find(({ name }) => name === 'RegionId')).toMatchObject({ required: true, type: 'string' });
  expect(parameters.find(({ name }) => name === 'Tag')?.fields.map(({ name }) => name)).toEqual(['Key', 'Value']);
  expect(ecs?.response('DescribeInstances')?.find(({ name }) => name === 'Instances')?.fields).toMatchObject([
    { name: 'Instance', type: 'array', itemType: 'object' },
  ]);
});

test('the operations and actions with counted uses are known, but for services that only some accounts have', async () => {
  const { actions, operations } = await read<Usage>('schemas/usage.json');
  const unknown = Object.entries(operations).flatMap(([service, apis]) =>
    Object.keys(apis).filter((api) => !openApi.service(service)?.operation(api)),
  );
  expect(unknown.sort()).toEqual([
    // Not in any version.
    'DescribeCloudAssistantStatus',
    // Services inside Alibaba Cloud.
    'DescribeStaragentCommand',
    'RunStaragentCommand',
    // Withdrawn.
    'SetDomainServerCertificate',
    'StaragentDescribeCommand',
    'StaragentRunCommand',
  ]);
  expect(Object.keys(actions).filter((name) => !bundledCatalog().action(name))).toEqual([]);
});

const [catalogFile, responsesFile] = (process.env.OOS_OPENAPI ?? '').split(',');

describe.runIf(responsesFile)('with the files that it was made from (OOS_OPENAPI=CATALOG,RESPONSES)', () => {
  test('the data is what the script writes', { timeout: 240_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'openapi-'));
    try {
      const script = ['scripts/catalog/buildOpenApi.mjs', catalogFile ?? '', responsesFile ?? '', folder];
      await promisify(execFile)(process.execPath, script);
      // What compresses may differ with the version of Node, so what is compressed is compared.
      expect(await unpacked(folder)).toEqual(await unpacked('schemas/openapi'));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

/** By service: its row without places, and the texts of its blocks. */
async function unpacked(folder: string): Promise<unknown> {
  const [index, operations, responses] = await Promise.all([
    read<OpenApiIndex>(join(folder, 'index.json')),
    readFile(join(folder, 'operations.bin')),
    readFile(join(folder, 'responses.bin')),
  ]);
  const text = (bytes: Buffer, offset = 0, length = 0) =>
    length === 0 ? '' : brotliDecompressSync(bytes.subarray(offset, offset + length)).toString();
  return Object.entries(index.services).map(([code, [style, version, from, size, answersFrom, answersSize]]) => [
    [code, style, version],
    text(operations, from, size),
    text(responses, answersFrom, answersSize),
  ]);
}
