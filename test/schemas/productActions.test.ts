import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';

const catalog = bundledCatalog();
const products = catalog.actionNames.flatMap((name) => catalog.action(name) ?? []).filter(({ atomic }) => !atomic);
const types = ['String', 'Number', 'Boolean', 'List', 'Json'];

test('there are 199, and each name has three parts', () => {
  expect(products).toHaveLength(199);
  expect(products.filter(({ name }) => !/^ACS::\w+::\w+$/.test(name))).toEqual([]);
});

test('each schema compiles in strict mode', () => {
  const ajv = new Ajv({ strict: true, allErrors: true });
  for (const { propertiesSchema } of products) ajv.compile(propertiesSchema);
});

test('each property and each output has a known type', () => {
  const used = products.flatMap(({ properties, outputs }) => [
    ...[...properties.values()].flatMap((it) => it.types),
    ...(outputs?.values() ?? []),
  ]);
  expect(new Set(used)).toEqual(new Set(types));
});

test('only scalars have allowed values, and these are scalars', () => {
  const restricted = products.flatMap(({ properties }) => [...properties.values()].filter((it) => it.allowedValues));
  expect(restricted.filter((it) => !['String', 'Number', 'Boolean'].includes(it.types[0] ?? ''))).toEqual([]);
  expect(restricted.flatMap((it) => it.allowedValues).filter((it) => typeof it === 'object')).toEqual([]);
});

const script = 'scripts/catalog/updateProductActions.mjs';
const list = process.env.OOS_PRODUCT_ACTIONS;

describe.runIf(list)('with the list that it was made from (set OOS_PRODUCT_ACTIONS to its path)', () => {
  test('the file is what the script writes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'product-actions-'));
    try {
      const output = join(folder, 'product-actions.json');
      await promisify(execFile)(process.execPath, [script, list ?? '', '2024-09-23', output]);
      expect(await readFile('schemas/product-actions.json', 'utf8')).toBe(await readFile(output, 'utf8'));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
