import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chineseActionName } from '../../server/src/catalog/actions/chineseActionNames.ts';
import { inventions } from '../../server/src/catalog/actions/inventions.ts';
import type { OpenApi } from '../../server/src/catalog/openApi/openApi.ts';
import { bundledCatalog, catalogIn } from '../../server/src/workspace/bundledCatalog.ts';
import { BrokenInstallationError } from '../../server/src/workspace/bundledFile.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'schemas-'));
  await cp('schemas', folder, { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

test('is one for the process and knows atomic and product actions', () => {
  const catalog = bundledCatalog();
  expect(bundledCatalog()).toBe(catalog);
  expect(catalog.action('acs::executeApi')?.name).toBe('ACS::ExecuteAPI');
  expect(catalog.action('ACS::ECS::RunCommand')?.properties.get('commandContent')?.required).toBe(true);
  expect(catalog.templateSchema).toHaveProperty('definitions.task');
});

test('every product action has a Chinese name', () => {
  const catalog = bundledCatalog();
  const products = catalog.actionNames.filter((name) => catalog.action(name)?.atomic === false);
  expect(products.length).toBeGreaterThan(100);
  expect(products.filter((name) => !/\p{Script=Han}/u.test(chineseActionName(name) ?? ''))).toEqual([]);
});

test('every name that is offered for an invention exists', () => {
  const catalog = bundledCatalog();
  expect(inventions.size).toBeGreaterThan(5);
  for (const [invention, names] of inventions) {
    expect(catalog.invention(invention)).toEqual(names);
    expect(names.filter((name) => catalog.action(name)?.name !== name)).toEqual([]);
  }
});

test('reads its folder when it is first asked', async () => {
  const catalog = catalogIn(() => folder);
  await writeFile(
    join(folder, 'product-actions.json'),
    '{"date": "2024-09-23", "actions": {"ACS::X::Late": {"properties": {}, "outputs": {}}}}',
  );
  expect(catalog.action('ACS::X::Late')?.type).toBe('Product.X');
});

test.each(['actions', 'product-actions.json', 'usage.json'])('says which file is missing: %s', async (missing) => {
  await rm(join(folder, missing), { recursive: true });
  expect(complaint()).toMatchObject({
    en: expect.stringContaining(`"${join(folder, missing)}", which belongs to this program, cannot be read.`),
    zh: expect.stringContaining(`无法读取本程序自带的“${join(folder, missing)}”。`),
  });
});

test.each(['actions/Sleep.json', 'product-actions.json'])('says which file is damaged: %s', async (damaged) => {
  await writeFile(join(folder, damaged), '{ "name": ');
  expect(complaint()).toMatchObject({
    en: expect.stringContaining(`"${join(folder, damaged)}", which belongs to this program, is not valid JSON.`),
    zh: expect.stringContaining('不是有效的 JSON'),
  });
});

test.each([
  ['index.json', (openApi: OpenApi) => openApi.serviceCodes],
  ['operations.bin', (openApi: OpenApi) => openApi.service('ECS')?.operation('RunInstances')],
  ['responses.bin', (openApi: OpenApi) => openApi.service('ECS')?.response('RunInstances')],
])('says that openapi/%s is missing or damaged', async (name, ask) => {
  const file = join(folder, 'openapi', name);
  const content = await readFile(file);
  const question = () => ask(catalogIn(() => folder).openApi);
  expect(question()).toBeDefined();
  await rm(file);
  expect(complaint(question)).toMatchObject({ en: expect.stringContaining(`"${file}"`) });
  await writeFile(file, content.subarray(0, 100));
  expect(complaint(question)).toMatchObject({ en: expect.stringContaining(`"${file}"`) });
  await writeFile(file, content.fill(7));
  expect(complaint(question)).toMatchObject({ en: expect.stringContaining(`"${file}"`), zh: expect.anything() });
});

function complaint(question: () => unknown = () => catalogIn(() => folder).action('ACS::Sleep')): unknown {
  try {
    question();
  } catch (error) {
    return error instanceof BrokenInstallationError ? error.words : error;
  }
  return undefined;
}
