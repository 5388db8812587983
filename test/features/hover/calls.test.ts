import { describe, expect, test } from 'vitest';
import type { Catalog } from '../../../server/src/catalog/catalog.ts';
import type { ApiOperation, ApiService } from '../../../server/src/catalog/openApi/openApi.ts';
import { bundledCatalog } from '../../../server/src/workspace/bundledCatalog.ts';
import { field, listField, listParameter, objectParameter, operation, parameter } from '../../support/openApi.ts';
import { hoverOf, hovers } from './hovers.ts';

/** A service `Demo` with one operation `Do`. */
function catalogWith(facts: Partial<ApiOperation>, answer: ReturnType<typeof field>[] = []): Catalog {
  const done: ApiOperation = { ...operation('DEMO'), ...facts };
  const service: ApiService = {
    code: 'DEMO',
    style: done.style,
    defaultVersion: '2020-01-01',
    operationNames: ['Do'],
    operation: (name) => (name === done.name ? done : undefined),
    response: () => answer,
  };
  const bundled = bundledCatalog();
  const openApi = { ...bundled.openApi, serviceCodes: ['DEMO'], service: () => service, uses: () => 0 };
  return { ...bundled, templateSchema: bundled.templateSchema, actionNames: bundled.actionNames, openApi };
}

const calling = (properties: string) => `
Tasks:
  - Name: a
    Action: ACS::ExecuteAPI
    Properties: {Service: Demo, ${properties}}
`;

test('a service with its product and version', () => {
  const marked = 'Tasks: [{Name: a, Action: ACS::WaitFor, Properties: {Service: e<|>cs}}]';
  expect(hoverOf(marked)).toMatch(
    /^\*\*`ecs`\*\* – Elastic Compute Service\n\n- Version: 2014-05-26\n- Style: RPC\n- Ope/,
  );
  expect(hoverOf(marked, { language: 'zh-cn' })).toContain('**`ecs`**：云服务器');
});

describe('an operation', () => {
  test('with its style, risk and parameters, the required and usual ones first, the others cut', () => {
    const many = Array.from({ length: 20 }, (_, index) => parameter(`P${index}`));
    const parameters = [
      parameter('OwnerId'),
      parameter('Old', { required: true, deprecated: true }),
      ...many,
      parameter('InstanceId', { values: ['a', 'b|c'] }),
      { ...listParameter('Must', parameter('x')), required: true },
    ];
    const catalog = catalogWith({ name: 'DeleteIt', parameters });
    const said = hoverOf(calling('API: Dele<|>teIt'), { catalog });
    expect(said).toContain(
      '**`DeleteIt`** (operation of DEMO)\n\n- Version: 2020-01-01\n- Style: RPC\n- Risk: **high**.',
    );
    expect(said).toContain(
      '| Parameter | Type | Values |\n| --- | --- | --- |\n| `Must` | array of object, required |  |\n' +
        '| `InstanceId` | string | `a`, `b\\|c` |\n| `P0` | string |  |',
    );
    expect(said).toMatch(/\| `P12` \| string \| {2}\|\n\n\.\.\. and 9 more\.$/);
  });

  test('of the ROA style, deprecated, of which the required parameters are not known', () => {
    const facts = {
      style: 'ROA',
      method: 'PUT',
      path: '/a/{b}/[c](http://d)',
      deprecated: true,
      knowsRequired: false,
    } as const;
    const catalog = catalogWith({ ...facts, name: 'ListIt', parameters: [parameter('b', { place: 'path' })] });
    const said = hoverOf(calling('API: List<|>It'), { catalog });
    expect(said).toContain('**It is deprecated.**');
    expect(said).toContain('- Style: ROA\n- Request: `PUT /a/{b}/[c](http://d)`\n- Risk: none known. It only reads.');
    expect(said).toMatch(
      /\| Parameter \| Type \|\n.*\n\| `b` \| string \|\n\nWhich of the parameters are required is not known\.$/,
    );
    expect(hoverOf(calling('API: List<|>It'), { catalog, language: 'zh-cn' })).toContain('**已弃用。**');
  });

  test.each([
    ['says so of the others', [parameter('b')], /Which of the other parameters are required is not known\.$/],
    ['says nothing where there are no others', [], /\| `a` \| string, required \|$/],
  ])('whose path has a parameter %s', (_, others, end) => {
    const required = [parameter('a', { place: 'path', required: true })];
    const parameters = [...required, ...others];
    const catalog = catalogWith({ name: 'ListIt', knowsRequired: false, parameters, required });
    expect(hoverOf(calling('API: List<|>It'), { catalog })).toMatch(end);
  });

  test('of a real service', () => {
    const said = hoverOf(
      'Tasks: [{Name: a, Action: ACS::CheckFor, Properties: {Service: ECS, API: describe<|>instances}}]',
    );
    expect(said).toContain('**`DescribeInstances`** (operation of Elastic Compute Service)');
    expect(said).toContain('| `RegionId` |');
  });
});

describe('a request parameter', () => {
  const catalog = catalogWith({
    parameters: [
      parameter('Size', { type: 'integer', required: true, values: ['1', '2'] }),
      listParameter('Tag', parameter('Key'), parameter('Value', { deprecated: true })),
      objectParameter('SystemDisk', parameter('Category', { values: ['cloud'] })),
      parameter('Temporary.Max', { type: 'integer' }),
    ],
  });
  const inParameters = (text: string, language: 'en' | 'zh-cn' = 'en') =>
    hoverOf(calling(`API: Do, Parameters: {${text}}`), { catalog, language });

  test('by its own name', () => {
    const said = inParameters('Si<|>ze: 1');
    expect(said).toMatch(
      /^\*\*`Size`\*\* \(integer, required\) – parameter of `DEMO Do`\n\nIts description lists `1`, `2`;/,
    );
    expect(inParameters('Size: <|>1')).toBe(said);
    expect(inParameters('Size: <|>7')).toBe('');
    expect(inParameters('Si<|>ze: 1', 'zh-cn')).toContain('**`Size`**（integer，必填）：`DEMO Do` 的参数');
  });

  test.each([
    ['Ta<|>gs: []', 'It is the list `Tag` of the API.'],
    ['SystemDisk<|>Category: cloud', 'It is `SystemDisk.Category` of the API, written without dots.'],
    ['Temporary<|>Max: 1', 'It is `Temporary.Max` of the API, written without dots.'],
    ['Tag2<|>Key: x', 'It is one element of a list of the API, `Tag.2.Key`.'],
    ['region<|>id: x', 'It chooses the region of the call, for any operation.'],
  ])('by another name that OOS takes: %s', (text, rule) => {
    expect(inParameters(text)).toContain(rule);
  });

  test('with what is inside, and inside another one', () => {
    expect(inParameters('T<|>ag: []')).toContain('| `Key` | string |  |\n| `Value` | string | deprecated |');
    expect(inParameters('Tags: [{K<|>ey: x}]')).toContain('**`Key`** (string)');
    expect(inParameters('SystemDisk: {Cate<|>gory: cloud}')).toContain('lists `cloud`');
  });

  test('that the operation does not have says nothing', () => {
    expect(inParameters('No<|>Such: 1')).toBe('');
    expect(inParameters('Tags: {Fn::If: [a, {Ke<|>y: x}]}')).toBe('');
  });
});

describe('a selector', () => {
  const answer = [
    field(
      'Instances',
      listField('Instance', field('Id'), field('Eip', field('Address')), listField('Disks', field('Size'))),
    ),
    field('RequestId'),
  ];
  const catalog = catalogWith({}, answer);
  const marked = (selector: string) => `
Tasks:
  - Name: a
    Action: ACS::ExecuteAPI
    Properties: {Service: Demo, API: Do}
    Outputs: {o: {ValueSelector: '${selector}'}}
`;
  const said = (selector: string) => hoverOf(marked(selector), { catalog });

  test('each step of a path: its type, and the fields of the answer there', () => {
    const [first, second, third, last] = hovers(marked('<|>Instances.In<|>stance[0].E<|>ip.Add<|>ress'), { catalog });
    expect(first).toContain('**`Instances`** (object) in the answer of `DEMO Do`\n\n| Field | Type |');
    expect(second).toContain('(array of object)');
    expect(second).toContain('`Instances.Instance`');
    expect(second).toContain('| `Id` | string |\n| `Eip` | object |\n| `Disks` | array of object |');
    expect(third).toContain('`Instances.Instance[0].Eip`');
    expect(last).toBe('**`Address`** (string) in the answer of `DEMO Do`\n`Instances.Instance[0].Eip.Address`');
  });

  test.each([
    ['.Instances.Instance[] | .I<|>d', '`Id`'],
    ['[.Instances.Instance[].I<|>d]', '`Id`'],
    ['Instances.Instance | map(.Eip.Add<|>ress)', '`Address`'],
    ['Instances.Instance[] | select(.Id == "x") | .Dis<|>ks', '`Disks`'],
    ['.Instances.Instance[] | {x: .I<|>d}', '`Id`'],
  ])('in a program that goes on: %s', (selector, name) => {
    expect(said(selector)).toContain(`**${name}**`);
  });

  test.each([
    'Instances.In<|>stances',
    'Instances | sel<|>ect(true)',
    '.Instances.Instance.I<|>d',
    '"Reques<|>tId"',
    '{Reques<|>tId: 1}',
    'Instances.Instance[] | select(.Id == "RequestI<|>d")',
  ])('what is no field says nothing: %s', (selector) => {
    expect(said(selector)).toBe('');
  });

  test('PropertySelector, a direct reference, and the result of other actions', () => {
    const [property, direct, undeclared, product, targets] = hovers(
      `
Tasks:
  - Name: a
    Action: ACS::WaitFor
    Properties: {Service: ECS, API: DescribeInstances, PropertySelector: 'Instances.Instance[].Sta<|>tus'}
  - Name: b
    Action: ACS::Sleep
    Properties: {Duration: '{{ a.Instances.Ins<|>tance[0].Id }} {{ a.Request<|>Id }}'}
  - Name: c
    Action: ACS::CICD::GitCodeRepo
    Outputs: {u: {ValueSelector: .authorized<|>Url}}
  - Name: d
    Action: ACS::SelectTargets
    Outputs: {i: {ValueSelector: 'Instances.Instance[].Instance<|>Id'}}
`,
    );
    expect(property).toContain('**`Status`** (string) in the answer of `ECS DescribeInstances`');
    expect(direct).toContain('`Instances.Instance`');
    expect(undeclared).toContain('**`RequestId`**');
    expect(product).toContain('in the answer of `ACS::CICD::GitCodeRepo`');
    expect(targets).toContain('in the answer of `ACS::SelectTargets`');
  });
});
