import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { checkedKeywords, SchemaWalk } from '../../server/src/analysis/schemaWalk.ts';
import type { JsonSchema } from '../../server/src/catalog/catalog.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { settingsSchema } from '../../server/src/workspace/settingsSchema.ts';

const catalog = bundledCatalog();
const schemas: readonly (readonly [string, JsonSchema])[] = [
  ['the template language', catalog.templateSchema],
  ['the settings', settingsSchema],
  ...catalog.actionNames.map((name) => [name, catalog.action(name)?.propertiesSchema ?? {}] as const),
];
const named = (name: string): JsonSchema => schemas.find(([it]) => it === name)?.[1] ?? {};

const template = {
  FormatVersion: 'OOS-2019-06-01',
  Description: { en: 'a', categories: ['b'] },
  Parameters: { id: { Type: 'String', MinLength: 1, NoEcho: true } },
  Metadata: { 'ALIYUN::OOS::Interface': { ParameterGroups: [{ Label: { default: 'a' }, Parameters: ['id'] }] } },
  Conditions: { big: { 'Fn::Equals': [1, 2] } },
  Tasks: [
    {
      Name: 'one',
      Action: 'ACS::WaitFor',
      When: 'big',
      Loop: { Items: [1], RateControl: { Mode: 'Batch', MaxErrors: '10%', Batch: [1, '2%'] }, MaxErrors: 0 },
      Outputs: { a: { Type: 'String', ValueSelector: '.a' } },
      Retries: 3,
      DelayType: 'Linear',
    },
  ],
  Outputs: { all: { Type: 'List', Value: [] } },
};
const loop = {
  LoopItems: [1],
  LoopRateControl: { Mode: 'Concurrency', MaxErrors: 1, Concurrency: '10%', BatchPauseOption: 'Automatic' },
  LoopTasks: [{ Name: 'a' }],
};
const command = { regionId: 'cn-hangzhou', commandType: 'RunShellScript', targets: [{}], rateControl: {}, timeout: 60 };
const settings = { extends: 'strict', rules: { 'duplicate-key': 'off' } };

const replacements: readonly unknown[] = [
  ...[null, true, 0, -1, 0.5, 301, '', '{{ a }}', '10%', 'Batch', 'x'.repeat(201), '😀', [], [1, 'a', null], {}],
  ...[{ 'Fn::Join': 1 }, { Mode: 'Batch' }, { Mode: 1, Batch: {} }, { en: 1 }, Array.from({ length: 1001 }, () => 1)],
];

/** The value with each part replaced by each of the replacements, left out, and with a key too many beside it. */
function* variants(value: unknown): Generator<unknown> {
  yield* replacements;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) for (const it of variants(item)) yield value.with(index, it);
  } else if (typeof value === 'object' && value !== null) {
    yield { ...value, unheardOf: 1 };
    for (const [key, item] of Object.entries(value)) {
      const { [key]: _, ...rest } = value as Record<string, unknown>;
      yield rest;
      for (const it of variants(item)) yield { ...value, [key]: it };
    }
  }
}

describe.each([
  ['the template language', template],
  ['the settings', settings],
  ['ACS::Loop', loop],
  ['ACS::ECS::RunCommand', command],
])('%s', (name, value) => {
  const schema = named(name);
  const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

  test('is read as ajv reads it', () => {
    let wrong = 0;
    for (const variant of variants(value)) {
      const { root } = parse(JSON.stringify(variant), 'json');
      if (!root) throw new Error('a value without a tree');
      const isRight = validate(JSON.parse(JSON.stringify(variant)));
      expect({ variant, isRight: new SchemaWalk(schema, undefined).fits(root, '') }).toEqual({ variant, isRight });
      wrong += isRight ? 0 : 1;
    }
    expect(wrong).toBeGreaterThan(10);
  });
});

/** The keywords in a schema, but those that only describe. */
function keywordsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap(keywordsIn);
  return Object.entries(schema).flatMap(([keyword, value]) => {
    if (['description', 'title', '$schema', 'default'].includes(keyword)) return [];
    const isMap = ['properties', 'patternProperties', 'definitions'].includes(keyword);
    const inner = isMap ? Object.values(value).flatMap(keywordsIn) : keyword === 'enum' ? [] : keywordsIn(value);
    return [keyword, ...inner];
  });
}

test('no schema has a keyword that the walk does not know', () => {
  const used = new Set(schemas.flatMap(([, schema]) => keywordsIn(schema)));
  expect([...used].sort()).toEqual([...checkedKeywords].sort());
});

test('a definition that is not there is a mistake of ours', () => {
  const { root } = parse('a: 1\n', 'yaml');
  expect(root && (() => new SchemaWalk(catalog.templateSchema, undefined).fits(root, 'gone'))).toThrow('gone');
});

test('a list with more wrong items than a call may have arguments is read to its end', () => {
  const items = `[${Array.from({ length: 200_000 }, () => '"x"').join()}]`;
  const { root } = parse(`{"Tasks":[{"Name":"a","Loop":{"RateControl":{"Mode":"Batch","Batch":${items}}}}]}`, 'json');
  expect(root && new SchemaWalk(catalog.templateSchema, undefined).fits(root, '', () => true)).toBe(true);
  expect(root && new SchemaWalk(catalog.templateSchema, undefined).fits(root, '')).toBe(false);
});
