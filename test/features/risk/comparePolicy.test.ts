import { expect, test } from 'vitest';
import { actionsOf, comparePolicy } from '../../../server/src/features/risk/comparePolicy.ts';
import { policyOf } from '../../../server/src/risk/policy.ts';
import { rightsOf } from '../../../server/src/risk/rights.ts';
import { bundledCatalog } from '../../../server/src/workspace/bundledCatalog.ts';
import { call, read, withTasks } from '../../risk/templates.ts';

const catalog = bundledCatalog();
const rights = (tasks: string) => rightsOf(read(withTasks(tasks)), { catalog });

const names = [
  'InvokeCommand',
  'DeleteCommand',
  'DescribeInvocations',
  'DescribeInvocationResults',
  'CreateCommand',
  'DescribeInstances',
];
const ours = rights(names.map((api) => call(`t${api}`, 'ECS', api)).join('\n'));

/** As the API reference of 2019 prints it, two misprints included. */
const sample = {
  Statement: [
    {
      Resource: '*',
      Action: [
        'ecs:InvokeCommand',
        'ecs>DeleteCommand',
        'ecs:DescribeInvocations',
        'ecs:DescribeInvocationResults',
        'ecs>CreateCommand',
        'ecs:DescribeInstances',
      ],
      Effect: 'Allow',
    },
  ],
  Version: '1',
};

test('the sample of the API reference is what we work out for these calls', () => {
  expect(comparePolicy(ours, sample)).toEqual({ agreed: 6, onlyOurs: [], onlyService: [] });
  expect(actionsOf(policyOf(ours.run))).toEqual(actionsOf(sample));
});

test('differences are told from both sides, with the reason', () => {
  const found = comparePolicy(rights(`${call('a', 'ECS', 'StartInstance')}\n${call('b', 'Mystery', 'DoThings')}`), {
    Statement: { Action: 'vpc:DescribeVpcs', Effect: 'Allow' },
  });
  expect(found?.agreed).toBe(0);
  expect(found?.onlyOurs.map(({ right, why }) => [right.action, why.en])).toEqual([
    ['ecs:StartInstance', 'It is documented that the call needs it.'],
    ['mystery:DoThings', 'The code of the service in RAM is assumed: no page is known that states it.'],
  ]);
  expect(found?.onlyService.map(({ action, why }) => [action, why.zh])).toEqual([
    ['vpc:DescribeVpcs', '就我们所知，模板中没有内容需要此权限。'],
  ]);
});

test('what cannot be looked through may need more', () => {
  const dark = rights("- { Name: a, Action: 'ACS::Template', Properties: { TemplateName: faraway } }");
  const found = comparePolicy(dark, { Statement: [{ Action: ['ecs:StartInstance'], Effect: 'Allow' }] });
  expect(found?.onlyService[0]?.why.en).toBe('It may be for what cannot be looked into here.');
});

test.each([
  ['ecs:*', 1],
  ['*', 1],
  ['ECS:describe*s', 1],
  ['ecs:*Inst*', 1],
  ['ecs:Describe*Disks', 0],
  ['vpc:*', 0],
  ['ecs:*e*e*e*e*e*', 0],
])('%s of the service covers %i of ours', (action, agreed) => {
  const found = comparePolicy(rights(call('a', 'ECS', 'DescribeInstances')), { Statement: [{ Action: [action] }] });
  expect(found?.agreed).toBe(agreed);
  expect(found?.onlyService).toHaveLength(1 - agreed);
});

test('what is denied is not granted, and what is no policy cannot be compared', () => {
  expect(comparePolicy(ours, { Statement: [{ Action: 'ecs:*', Effect: 'Deny' }] })?.agreed).toBe(0);
  for (const odd of [undefined, null, 'text', {}, []]) expect(comparePolicy(ours, odd)).toBeUndefined();
});
