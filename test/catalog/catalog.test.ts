import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { type CatalogSource, createCatalog } from '../../server/src/catalog/actions/actions.ts';
import type { Catalog } from '../../server/src/catalog/catalog.ts';
import { noOperations } from '../support/openApi.ts';

const source: CatalogSource = {
  atomicActions: () => [
    {
      name: 'ACS::Wait',
      type: 'Atomic.Control',
      trigger: false,
      mayLoop: false,
      literal: ['Next'],
      description: 'Waits.\n等待。',
      properties: {
        type: 'object',
        required: ['Next'],
        additionalProperties: false,
        properties: {
          Next: { description: 'The next task.\n下一个任务。', type: 'string', enum: ['a', 'b'] },
          Body: { anyOf: [{ type: 'string' }, { type: 'object' }, { type: 'null' }], default: 'none' },
          Anything: {},
        },
      },
    },
  ],
  productActions: () => ({
    date: '2024-09-23',
    actions: {
      'ACS::ECS::Do': {
        properties: {
          id: { type: 'String!', min: 1, max: 5 },
          kind: { type: 'String', values: ['1', 'true', 'x'] },
          size: { type: 'Number', min: 1, max: 9, default: 3 },
          months: { type: 'Number', values: [1, 12] },
          force: 'Boolean',
          ids: 'List',
          tags: 'Json',
        },
        outputs: { done: 'List' },
        calls: ['ECS/RunCommand', 'Oos/ListTemplates'],
      },
    },
  }),
  usage: () => ({ actions: { 'ACS::Wait': 99, 'acs::ecs::do': 9 }, operations: {} }),
  templateSchema: () => ({ type: 'object' }),
  openApi: noOperations,
};

/** A source that notes what is read. */
function watched(parts: string[], from: CatalogSource = source): CatalogSource {
  return {
    atomicActions: () => {
      parts.push('atomic');
      return from.atomicActions();
    },
    productActions: () => {
      parts.push('product');
      return from.productActions();
    },
    usage: () => {
      parts.push('usage');
      return from.usage();
    },
    templateSchema: () => {
      parts.push('template');
      return from.templateSchema();
    },
    openApi: from.openApi,
  };
}

function accepts(catalog: Catalog, action: string, properties: unknown): boolean {
  const schema = catalog.action(action)?.propertiesSchema;
  return new Ajv({ strict: true }).compile(schema ?? false)(properties) === true;
}

test('reads nothing before the first question, and each part once', () => {
  const read: string[] = [];
  const catalog = createCatalog(watched(read));
  expect(read).toEqual([]);
  catalog.invention('ACS::RunCommand');
  expect(read).toEqual([]);
  catalog.action('ACS::Wait');
  catalog.action('ACS::ECS::Do');
  expect(catalog.actionNames).toEqual(['ACS::Wait', 'ACS::ECS::Do']);
  expect(read).toEqual(['usage', 'product', 'atomic']);
  expect(catalog.templateSchema).toBe(catalog.templateSchema);
  expect(read).toEqual(['usage', 'product', 'atomic', 'template']);
});

test('asks again after data could not be read', () => {
  let broken = true;
  const catalog = createCatalog({
    ...source,
    atomicActions: () => {
      if (broken) throw new Error('no disk');
      return source.atomicActions();
    },
  });
  expect(() => catalog.action('ACS::Wait')).toThrow('no disk');
  broken = false;
  expect(catalog.action('ACS::Wait')?.name).toBe('ACS::Wait');
});

test.each(['ACS::Wait', 'acs::wait', 'ACS::ecs::DO'])(
  'finds %s in any letter case, the same object at each call',
  (name) => {
    const catalog = createCatalog(source);
    const action = catalog.action(name);
    expect(action?.name.toLowerCase()).toBe(name.toLowerCase());
    expect(catalog.action(name.toUpperCase())).toBe(action);
  },
);

test.each(['', 'ACS::', 'ACS::ECS::Undo', 'constructor', '__proto__'])('does not know "%s"', (name) => {
  expect(createCatalog(source).action(name)).toBeUndefined();
});

test('tells what to write for names that people invent', () => {
  const catalog = createCatalog(source);
  expect(catalog.invention('acs::runCommand')).toEqual(['ACS::ECS::RunCommand']);
  expect(catalog.invention('ACS::Wait')).toBeUndefined();
});

test('reads an atomic action from its file', () => {
  const action = createCatalog(source).action('ACS::Wait');
  expect(action).toMatchObject({
    type: 'Atomic.Control',
    atomic: true,
    summary: { en: 'Waits.', zh: '等待。' },
    outputs: undefined,
    trigger: false,
    mayLoop: false,
    description: undefined,
    calls: [],
    popularity: 10,
    origin: { kind: 'bundled', date: undefined },
  });
  expect([...(action?.properties.values() ?? [])]).toEqual([
    {
      name: 'Next',
      required: true,
      types: ['String'],
      allowedValues: ['a', 'b'],
      literal: true,
      summary: { en: 'The next task.', zh: '下一个任务。' },
      description: undefined,
      defaultValue: undefined,
    },
    {
      name: 'Body',
      required: false,
      types: ['String', 'Json'],
      allowedValues: undefined,
      literal: false,
      summary: undefined,
      description: undefined,
      defaultValue: 'none',
    },
    {
      name: 'Anything',
      required: false,
      types: [],
      allowedValues: undefined,
      literal: false,
      summary: undefined,
      description: undefined,
      defaultValue: undefined,
    },
  ]);
});

test('reads a product action from its facts', () => {
  const action = createCatalog(source).action('ACS::ECS::Do');
  expect(action).toMatchObject({
    type: 'Product.ECS',
    atomic: false,
    summary: undefined,
    trigger: false,
    mayLoop: true,
    calls: [
      { service: 'ECS', api: 'RunCommand' },
      { service: 'Oos', api: 'ListTemplates' },
    ],
    popularity: 5,
    origin: { kind: 'bundled', date: '2024-09-23' },
  });
  expect([...(action?.outputs ?? [])]).toEqual([['done', 'List']]);
  expect([...(action?.properties.keys() ?? [])]).toEqual(['id', 'kind', 'size', 'months', 'force', 'ids', 'tags']);
  expect(action?.properties.get('id')).toMatchObject({ required: true, types: ['String'], allowedValues: undefined });
  expect(action?.properties.get('size')?.defaultValue).toBe(3);
  expect(action?.properties.get('months')).toMatchObject({
    required: false,
    types: ['Number'],
    allowedValues: [1, 12],
  });
});

test.each([
  { id: 'x' },
  { id: 12 },
  { id: true },
  { id: 'x', kind: '1' },
  { id: 'x', kind: 1 },
  { id: 'x', kind: true },
  { id: 'x', size: 9 },
  { id: 'x', size: '9' },
  { id: 'x', months: 12 },
  { id: 'x', months: '12' },
  { id: 'x', force: false },
  { id: 'x', force: 'true' },
  { id: 'x', ids: [] },
  { id: 'x', tags: {} },
  { id: 'x', tags: [] },
  { id: 'x', tags: '{"a": 1}' },
])('a product action takes %j', (properties) => {
  expect(accepts(createCatalog(source), 'ACS::ECS::Do', properties)).toBe(true);
});

test.each([
  {},
  { id: '' },
  { id: 'longer' },
  { id: ['x'] },
  { id: null },
  { id: 'x', ID: 'x' },
  { id: 'x', kind: 'y' },
  { id: 'x', size: 10 },
  { id: 'x', size: 'nine' },
  { id: 'x', months: 2 },
  { id: 'x', force: 'perhaps' },
  { id: 'x', ids: 'y' },
  { id: 'x', tags: 'y' },
])('a product action does not take %j', (properties) => {
  expect(accepts(createCatalog(source), 'ACS::ECS::Do', properties)).toBe(false);
});
