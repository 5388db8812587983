import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenApi } from '../../server/src/catalog/openApi/openApi.ts';
import { createOpenApi } from '../../server/src/catalog/openApi/openApiServices.ts';
import { openApiIn } from '../../server/src/workspace/openApiBlocks.ts';
import { writeInto } from '../support/folder.ts';
import { metaSources } from '../support/metaSources.ts';
import { sdkSources } from '../support/sdkSources.ts';

const run = promisify(execFile);
const node = (...args: readonly string[]) => run(process.execPath, [...args]);

let folder: string;
let openApi: OpenApi;

/** A clone with these files. */
async function repository(name: string, sources: Readonly<Record<string, string>>): Promise<string> {
  const root = join(folder, name);
  for (const [path, text] of Object.entries(sources)) writeInto(root, path, text);
  await run('git', ['-C', root, 'init', '-q']);
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  await run('git', ['-C', root, ...author, 'commit', '-q', '--allow-empty', '-m', 'Made up']);
  return root;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sdk-'));
  const [sdk, meta] = [await repository('sdk', sdkSources), await repository('meta', metaSources)];
  const [catalog, responses] = [join(folder, 'catalog.json'), join(folder, 'responses.json.gz')];
  await node('scripts/catalog/readSdk.mjs', sdk, meta, catalog, responses, 'DEMO');
  for (const output of ['once', 'again']) {
    await node('scripts/catalog/buildOpenApi.mjs', catalog, responses, join(folder, output));
  }
  const usage = () => ({ actions: {}, operations: {} });
  openApi = createOpenApi(
    openApiIn(() => join(folder, 'once')),
    usage,
  );
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const parameters = (service: string, name: string) =>
  openApi
    .service(service)
    ?.operation(name)
    ?.parameters.map((it) => {
      const facts = [it.required && 'required', it.deprecated && 'deprecated', it.place !== 'query' && it.place];
      return [it.name, it.itemType ? `${it.type} of ${it.itemType}` : it.type, ...facts.filter(Boolean)].join(' ');
    });

test('finds the services of packages and of the metadata', () => {
  expect(openApi.serviceCodes).toEqual(expect.arrayContaining(['DEMO', 'PATH-THING', 'FC', 'MNS', 'REDIS']));
  expect(openApi.serviceCodes).not.toContain('EMPTY');
  expect(openApi.serviceCodes).not.toContain('GATEWAY-KERNEL');
  expect(openApi.service('demo')).toMatchObject({ defaultVersion: '2018-01-01', style: 'RPC' });
  // The version of the metadata is none that there is.
  expect(openApi.service('path-thing')).toMatchObject({ defaultVersion: '2021-01-01', style: 'ROA' });
});

test('finds the operations of all versions', () => {
  expect(openApi.service('demo')?.operationNames).toEqual(['OnlyHere', 'Ping', 'ListRegions', 'Start']);
  expect(openApi.service('demo')?.operation('ListRegions')).toMatchObject({ deprecated: true, version: '2020-01-01' });
});

test('reads parameters with their places, types and marks', () => {
  expect(parameters('demo', 'Start')).toEqual([
    'Id string required',
    'Old number deprecated',
    'Mode string',
    'Count string',
    'Disk array of object body',
    'Ids array of string',
    'Grid array of array',
    'Lists map',
    'Rest any',
  ]);
});

test('reads the values that a comment lists, and inner parameters', () => {
  const [, , mode, count, disk] = openApi.service('demo')?.operation('Start')?.parameters ?? [];
  expect(mode?.values).toEqual(['Hard', 'Soft']);
  expect(count?.values).toEqual([]);
  // A model that holds itself ends there.
  expect(disk?.fields).toMatchObject([
    { name: 'Size', type: 'number', required: true },
    { name: 'Inner', type: 'object', fields: [] },
  ]);
});

test('reads answers, of the services that are asked for', () => {
  expect(openApi.service('demo')?.response('Start')).toMatchObject([
    { name: 'RequestId', type: 'string' },
    { name: 'Hosts', type: 'object', fields: [{ name: 'Host', type: 'array', itemType: 'string' }] },
  ]);
  expect(openApi.service('demo')?.response('Ping')).toBeUndefined();
  expect(openApi.service('path-thing')?.response('GetThing')).toBeUndefined();
});

test('merges what the metadata knows', () => {
  expect(parameters('demo', 'Ping')).toEqual(['Word string required', 'Times integer']);
  expect(openApi.service('demo')?.operation('Ping')).toMatchObject({ deprecated: true, knowsRequired: true });
  expect(openApi.service('demo')?.operation('OnlyHere')).toMatchObject({
    method: 'POST',
    path: '/only',
    deprecated: false,
  });
  expect(parameters('demo', 'OnlyHere')).toEqual(['Tag array of object']);
});

test('reads operations that are addressed by path', () => {
  expect(openApi.service('path-thing')?.operation('GetThing')).toMatchObject({
    style: 'ROA',
    method: 'GET',
    path: '/things/{ThingId}',
    rawBody: true,
    // Only what stands in the path is required.
    knowsRequired: false,
  });
  expect(parameters('path-thing', 'GetThing')).toEqual([
    'ThingId string required path',
    'X-Trace string header',
    'body string body',
  ]);
  expect(openApi.service('path-thing')?.operation('PutThing')).toMatchObject({
    method: 'PUT',
    path: '/things/{ThingId}/put',
  });
});

test('gives the same bytes for the same input', async () => {
  for (const file of ['index.json', 'operations.bin', 'responses.bin']) {
    expect(await readFile(join(folder, 'once', file))).toEqual(await readFile(join(folder, 'again', file)));
  }
});

test('names the commits that it was made from', async () => {
  const { stdout } = await run('git', ['-C', join(folder, 'sdk'), 'rev-parse', 'HEAD']);
  const [source] = JSON.parse(await readFile(join(folder, 'once', 'index.json'), 'utf8')).sources;
  expect(source).toEqual({
    repo: 'aliyun/alibabacloud-typescript-sdk',
    commit: stdout.trim(),
    licence: 'Apache-2.0',
  });
  const answers = JSON.parse(gunzipSync(await readFile(join(folder, 'responses.json.gz'))).toString());
  expect(answers.sources).toEqual([source]);
});

test('counts of uses are added up over letter cases', async () => {
  const [actions, operations, output] = ['stats.json', 'uses.json', 'usage.json'].map((file) => join(folder, file));
  const stats = { actions: { 'ACS::ExecuteApi': { uses: 2 }, 'ACS::ExecuteAPI': { uses: 5 }, 'ACS::A': { uses: 1 } } };
  await writeFile(actions ?? '', JSON.stringify(stats));
  const uses = [
    { Service: 'Ecs', API: 'startIt', Count: 1 },
    { Service: 'ECS', API: 'StartIt', Count: 3 },
    { Service: 'Adb', API: 'Stop', Count: 1 },
  ];
  await writeFile(operations ?? '', JSON.stringify(uses));
  await node('scripts/catalog/updateUsage.mjs', actions ?? '', operations ?? '', output ?? '');
  expect(JSON.parse(await readFile(output ?? '', 'utf8'))).toEqual({
    actions: { 'ACS::A': 1, 'ACS::ExecuteAPI': 7 },
    operations: { ADB: { Stop: 1 }, ECS: { StartIt: 4 } },
  });
});

test.each(['readSdk', 'buildOpenApi', 'updateUsage', 'updateProductActions'])(
  '%s says how it is called',
  async (script) => {
    await expect(node(`scripts/catalog/${script}.mjs`, 'one')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(`^usage: node scripts/catalog/${script}.mjs`),
    });
  },
);
