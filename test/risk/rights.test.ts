import { describe, expect, test } from 'vitest';
import { policyOf } from '../../server/src/risk/policy.ts';
import { rightsOf } from '../../server/src/risk/rights.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { readInBoth } from '../support/readInBoth.ts';
import { policies } from './policies.ts';
import { call, inBoth, read, withTasks } from './templates.ts';

const catalog = bundledCatalog();
const child = (name: string) => (name === 'child' ? read(withTasks(call('x', 'ECS', 'DeleteSnapshot'))) : undefined);
/** The ranges are those of one notation, so they are left out. */
const rights = (yaml: string) =>
  inBoth(yaml, (template) => {
    const { run, start, role } = rightsOf(template, { catalog, child });
    return { run: run.map((it) => ({ ...it, ranges: [] })), start, role };
  });

describe('what the tasks need', () => {
  test.each(policies)('$title', ({ tasks, head, run }) => {
    const found = rights(withTasks(tasks, head)).run.map(({ action }) => action);
    expect(found).toEqual(run === '' ? [] : run.split(' '));
  });
});

test.each([
  ['CBN', 'DeleteCen', 'cen:DeleteCen', 'documented'],
  ['SLS', 'DeleteProject', 'log:DeleteProject', 'documented'],
  ['Dysmsapi', 'SendSms', 'dysms:SendSms', 'documented'],
  ['ddoscoo', 'DescribeInstances', 'yundun-ddoscoo:DescribeInstances', 'documented'],
  ['SWAS-OPEN', 'ListInstances', 'swas-open:ListInstances', 'documented'],
  ['dms-enterprise', 'ListUsers', 'dms:ListUsers', 'assumed'],
  ['Unheard', 'DoThings', 'unheard:DoThings', 'assumed'],
])('%s %s needs %s', (service, api, action, basis) => {
  expect(rights(withTasks(call('a', service, api))).run).toMatchObject([{ action, basis }]);
});

describe('the policy', () => {
  const sample = [
    'InvokeCommand',
    'DeleteCommand',
    'DescribeInvocations',
    'DescribeInvocationResults',
    'CreateCommand',
    'DescribeInstances',
  ];

  test('of the sample in the API reference', () => {
    const tasks = sample.map((api) => call(`do${api}`, 'ECS', api)).join('\n');
    const { Version, Statement } = policyOf(rights(withTasks(tasks)).run);
    expect(Version).toBe('1');
    expect(Statement).toEqual([{ Effect: 'Allow', Resource: '*', Action: sample.map((api) => `ecs:${api}`).sort() }]);
  });

  test('has a statement for each service, whatever the order of the tasks and of the rights', () => {
    const tasks = [
      call('a', 'SLB', 'SetBackendServers'),
      call('b', 'ECS', 'StopInstance'),
      call('c', 'ECS', 'DeleteDisk'),
    ];
    const { run } = rights(withTasks(tasks.join('\n')));
    const policy = policyOf(run);
    expect(policyOf(run.toReversed())).toEqual(policy);
    expect(policyOf(rights(withTasks(tasks.toReversed().join('\n'))).run)).toEqual(policy);
    expect(policy.Statement.map(({ Action }) => Action)).toEqual([
      ['ecs:DeleteDisk', 'ecs:StopInstance'],
      ['slb:SetBackendServers'],
    ]);
  });

  test('without any right is empty', () => {
    expect(policyOf([])).toEqual({ Version: '1', Statement: [] });
  });
});

describe('whoever starts the execution', () => {
  const parameter = (definition: string) => `Parameters: { role: ${definition} }\nRamRole: '{{ role }}'`;
  test.each([
    ['no role', '', { kind: 'none' }, []],
    ['an empty role', "RamRole: ''", { kind: 'none' }, []],
    ['a role', 'RamRole: Cleaner', { kind: 'named', name: 'Cleaner' }, ['acs:ram:*:*:role/Cleaner']],
    [
      'a default',
      parameter('{ Type: String, Default: Usual }'),
      { kind: 'named', name: 'Usual' },
      ['acs:ram:*:*:role/Usual'],
    ],
    ['an empty default', parameter("{ Type: String, Default: '' }"), { kind: 'none' }, []],
    ['no default', parameter('{ Type: String }'), { kind: 'run-time' }, ['acs:ram:*:*:role/*']],
  ])('with %s', (_, head, role, passed) => {
    const found = rights(withTasks(call('a', 'ECS', 'StartInstance'), head));
    expect(found.role).toEqual(role);
    expect(found.start.map(({ action }) => action)).toEqual([
      'oos:StartExecution',
      ...passed.map(() => 'ram:PassRole'),
    ]);
    expect(found.start.slice(1).map(({ resource }) => resource)).toEqual(passed);
    const { Statement } = policyOf([...found.run, ...found.start]);
    expect(Statement.filter(({ Resource }) => Resource !== '*')).toHaveLength(passed.length);
  });
});

test('each right says where it is needed, and how sure that is', () => {
  const yaml = withTasks(`
    - { Name: a, Action: 'ACS::ExecuteAPI', Properties: { Service: ECS, API: <|StopInstance|> } }
    - { Name: b, Action: <|'ACS::ECS::StopInstance'|> }
    - { Name: c, Action: 'ACS::ExecuteAPI', Properties: { Service: Mystery, API: Do } }
    - { Name: d, Action: 'ACS::Template', Properties: { TemplateName: child } }`);
  for (const { template, at, marked } of readInBoth(yaml)) {
    const { run } = rightsOf(template, { catalog });
    const right = (action: string) => run.find((it) => it.action === action);
    expect(right('ecs:StopInstance')?.ranges.map(at)).toEqual(marked);
    expect(['ecs:StopInstance', 'mystery:Do', 'oos:StartExecution'].map((it) => right(it)?.basis)).toEqual([
      'documented',
      'assumed',
      'inferred',
    ]);
  }
});
