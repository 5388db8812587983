import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { productActionSpec } from '../../server/src/catalog/actions/productAction.ts';
import { readServiceAction } from '../../server/src/catalog/actions/serviceAction.ts';
import { withServiceActions } from '../../server/src/catalog/actions/serviceActions.ts';
import { propertyParts } from '../../server/src/features/completion/propertySchema.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';

const wanted = {
  name: 'ACS::ECS::Polish',
  type: 'Product.ECS',
  description: 'Polishes a machine.',
  properties: [
    { name: 'instanceId', type: 'String', description: 'Which one.' },
    { name: 'shine', type: 'Number', defaultValue: 3 },
  ],
};

describe('an element of Actions, in every form that the service has used', () => {
  const properties = {
    instanceId: { Type: 'String', Description: 'Which one.' },
    shine: { Type: 'number', Default: 3 },
  };
  const head = { OOSActionName: 'ACS::ECS::Polish', ActionType: 'Product.ECS', Description: ' Polishes a machine. ' };

  test.each([
    ['a map of properties', { ...head, Properties: properties }],
    ['the text of one', { ...head, Properties: JSON.stringify(properties) }],
    [
      'the misspelt name',
      { ...head, OOSActionName: undefined, OOSSActionName: head.OOSActionName, Properties: properties },
    ],
    ['no type', { ...head, ActionType: undefined, Properties: properties }],
  ])('%s', (_, raw) => {
    expect(readServiceAction(raw)).toEqual(wanted);
  });

  test('sentences and nested maps in the place of attributes', () => {
    const raw = {
      OOSActionName: 'ACS::Notify',
      ActionType: 'Atomic.Control',
      Popularity: 7,
      CreateDate: '2020-01-01T00:00:00Z',
      Properties: { NotifyType: 'How to tell.', WebHook: { URI: 'The address.', Description: 'x' } },
    };
    expect(readServiceAction(raw)).toEqual({
      name: 'ACS::Notify',
      type: 'Atomic.Control',
      popularity: 7,
      created: '2020-01-01T00:00:00Z',
      properties: [
        { name: 'NotifyType', description: 'How to tell.' },
        {
          name: 'WebHook',
          type: 'Json',
          properties: [
            { name: 'URI', description: 'The address.' },
            { name: 'Description', description: 'x' },
          ],
        },
      ],
    });
  });

  test.each([null, 7, 'ACS::X', {}, { OOSActionName: 'rm -rf' }, { OOSActionName: ['ACS::X'] }])(
    '%j is none',
    (raw) => {
      expect(readServiceAction(raw)).toBeUndefined();
    },
  );

  test.each(['{broken', '[]', 'null', 5, ''])('properties of %j are taken for none', (given) => {
    expect(readServiceAction({ OOSActionName: 'ACS::Sleep', Properties: given })?.properties).toEqual([]);
  });
});

describe('a catalogue with what the service told', () => {
  const base = bundledCatalog();
  const origin = { kind: 'service', region: 'cn-test', fetched: new Date(0) } as const;
  const told = (...raw: unknown[]) =>
    withServiceActions(
      base,
      raw.flatMap((it) => readServiceAction(it) ?? []),
      origin,
    );
  const diagnosed = (catalog: typeof base, properties: string, action = 'ACS::ECS::StartInstance') =>
    analyze(
      new TemplateDocument(
        `FormatVersion: OOS-2019-06-01\nTasks:\n  - Name: a\n    Action: ${action}\n    Properties: ${properties}\n`,
        'yaml',
      ),
      catalog,
    );
  const found = (...given: Parameters<typeof diagnosed>) => diagnosed(...given).map(({ rule }) => rule);

  test('knows new actions, in any letter case, and forgets none', () => {
    const catalog = told({ OOSActionName: 'ACS::ECS::Polish', Properties: { a: { Type: 'List' }, b: 'Anything.' } });
    const action = catalog.action('acs::ecs::polish');
    expect(action).toMatchObject({ name: 'ACS::ECS::Polish', type: 'Product.ECS', origin });
    expect([...(action?.properties.values() ?? [])].map(({ types }) => types)).toEqual([['List'], []]);
    expect(catalog.actionNames).toEqual([...base.actionNames, 'ACS::ECS::Polish']);
    expect(catalog.action('ACS::Sleep')).toBe(base.action('ACS::Sleep'));
  });

  test('takes the properties of a product action from the service, and what it does not tell from the program', () => {
    const before = base.action('ACS::ECS::StartInstance');
    const catalog = told({
      OOSActionName: 'ACS::ECS::StartInstance',
      Description: 'Reboots.',
      Properties: { instanceId: { Type: 'String', Description: 'Which.' }, gently: { Type: 'Boolean' } },
    });
    const action = catalog.action('ACS::ECS::StartInstance');
    expect(action).toMatchObject({ description: 'Reboots.', calls: before?.calls, outputs: before?.outputs });
    expect([...(action?.properties.values() ?? [])].map(({ name, required }) => [name, required])).toEqual([
      ['instanceId', true],
      ['gently', false],
    ]);
    expect(found(catalog, '{ instanceId: i-1, gently: true }')).toEqual([]);
    expect(found(catalog, '{ instanceId: i-1, gentle: true }')).toEqual(['unknown-product-property']);
    expect(found(base, '{ instanceId: i-1, gently: true }')).toEqual(['unknown-product-property']);
  });

  test.each([null, '', [], '{broken', undefined])('takes any property where the list of them is %j', (given) => {
    const catalog = told({ OOSActionName: 'ACS::ECS::StartInstances', Properties: given });
    const text = '{ foo: 1, bar: { baz: [] } }\n    Loop: { Items: [1] }';
    expect(found(catalog, text, 'ACS::ECS::StartInstances')).toEqual([]);
  });

  test('says so where an action has no properties at all', () => {
    const bare = productActionSpec(
      'ACS::ECS::StartInstance',
      { properties: {}, outputs: {} },
      { date: '', popularity: 0 },
    );
    const messages = diagnosed({ ...base, action: () => bare }, '{ foo: 1 }').map(({ message }) => message);
    expect(messages).toEqual([
      {
        en: "ACS::ECS::StartInstance has no property 'foo'. It has none.",
        zh: 'ACS::ECS::StartInstance 没有属性“foo”。该动作没有任何属性。',
      },
    ]);
  });

  test.each(['ACS::ECS::Polish', 'ACS::Polish'])('knows what is inside the maps that %s takes', (name) => {
    const cloth = { Wool: { Type: 'String', AllowedValues: ['merino'] }, Dye: { Colour: 'Which one.' } };
    const action = told({ OOSActionName: name, Properties: { Cloth: cloth } }).action(name);
    const parts = (...path: string[]) => (action ? propertyParts(action, path) : []);
    expect(parts('Cloth')).toMatchObject([
      { name: 'Wool', types: ['String'], allowedValues: ['merino'] },
      { name: 'Dye', types: ['Json'] },
    ]);
    expect(parts('Cloth', 'Dye')).toMatchObject([{ name: 'Colour', description: 'Which one.' }]);
  });

  test('keeps what is known about an atomic action, and adds to it', () => {
    const catalog = told({ OOSActionName: 'acs::sleep', Properties: { Duration: 'How long.', Dream: 'Of what.' } });
    const action = catalog.action('ACS::Sleep');
    expect(action?.name).toBe('ACS::Sleep');
    expect(action?.properties.get('Duration')?.description).toBe('How long.');
    expect(action?.properties.get('Duration')?.summary).toEqual(
      base.action('ACS::Sleep')?.properties.get('Duration')?.summary,
    );
    expect(action?.properties.has('Dream')).toBe(true);
  });

  test('accepts an action that exists though it is known as an invention', () => {
    expect(base.invention('ACS::RunCommand')).toBeDefined();
    expect(told({ OOSActionName: 'ACS::RunCommand' }).invention('ACS::RunCommand')).toBeUndefined();
  });
});
