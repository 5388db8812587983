import { describe, expect, test } from 'vitest';
import { inBothNotations } from '../../support/inBothNotations.ts';
import { accepted, offered } from './check.ts';

const first = `Tasks:
  - Name: first
    Action: ACS::ExecuteAPI
    Properties: {Service: ECS, API: DescribeInstances}
    Outputs: {ids: {Type: List, ValueSelector: 'a[]'}}
`;
const task = (action: string, rest: string): string => `${first}  - Name: x\n    Action: ${action}\n    ${rest}`;
const given = (action: string, properties: string): string => task(action, `Properties:\n      ${properties}`);
const call = (properties: string): string => given('ACS::ExecuteAPI', properties);
const keys = (rest: string): string => `${first}  - {Name: x, Action: ${rest}}\n`;
const loop = (more: string): string =>
  task('ACS::ECS::RunCommand', `Outputs: {out: {Type: String}}\n    Loop:\n      Items: [a]\n      ${more}`);

describe('what people mean comes first', () => {
  test.each([
    ['choices', given('ACS::Choice', 'Choices: <|>'), ['When ... NextTask']],
    ['filters', given('ACS::SelectTargets', 'Filters: <|>'), ['[...]']],
    ['the kind of a filter', given('ACS::SelectTargets', 'Filters: [{Type: <|>}]'), ['ResourceIds', 'Tags']],
    ['an output of a loop', loop('Outputs: {<|>}'), ['output']],
    [
      'what a disk is of',
      call('Service: ECS\n      API: RunInstances\n      Parameters: {SystemDisk: {<|>}}'),
      ['Category', 'Size', 'DiskName'],
    ],
    ['a script', given('ACS::ECS::RunCommand', 'commandType: <|>'), ['RunShellScript', 'RunBatScript']],
    ['an operation before its service', call('API: <|>'), ['DescribeInstances']],
    ['a path', call('Service: CS\n      API: DescribeClusterNodes\n      URI: <|>'), ['/clusters/{ClusterId}/nodes']],
    ['a method', call('Service: CS\n      API: DescribeClusterNodes\n      Method: <|>'), ['GET', 'POST']],
    ['a region', call('Service: ECS\n      API: RunInstances\n      Parameters: {RegionId: cn-<|>}'), ['cn-hangzhou']],
    ['a region of any call', call('Service: x\n      API: y\n      Parameters: {RegionId: cn-<|>}'), ['cn-hangzhou']],
  ])('%s', (_, yaml, labels) => {
    for (const { marked, notation } of inBothNotations(yaml)) {
      expect(offered(marked, labels.length, { notation })).toEqual(labels);
    }
  });

  test('and an item of a list of maps has their keys', () => {
    expect(offered(given('ACS::SelectTargets', 'Filters:\n        - Ty<|>'), 1)).toEqual(['Type']);
  });
});

test('an operation brings its service', () => {
  expect(accepted(call('API: <|>'), 'DescribeInstances')).toBe(
    call('API: DescribeInstances\n      Service: ECS').replace('<|>', ''),
  );
});

test('a path gets references to the parameters of the template', () => {
  const marked = `Parameters: {clusterid: {}}\n${call('Service: CS\n      API: DescribeClusterNodes\n      URI: <|>')}`;
  expect(accepted(marked, '/clusters/{ClusterId}/nodes')).toContain('URI: /clusters/{{ clusterid }}/nodes');
});

test('a script to begin with is one for the shell', () => {
  expect(accepted(task('<|>', ''), 'ACS::ECS::RunCommand')).toContain('commandType: RunShellScript');
});

test('an output of a loop gathers an output of the task', () => {
  expect(accepted(loop('Outputs:\n        <|>'), 'output')).toContain('AggregateField: out');
});

describe('what stands in the way is not offered', () => {
  test.each([
    ['a second loop', keys('ACS::ECS::RunCommand, Loop: {Items: [a]}, <|>'), /^Loop|^RateControl/],
    ['a loop of what cannot loop', keys('ACS::Sleep, <|>'), /^Loop|^RateControl/],
    ['retries of what does not try again', keys('ACS::Sleep, <|>'), /^(?:Retries|Delay|BackOff|MaxRetry)/],
    ['a call in the place of a name', given('ACS::Choice', 'DefaultTask: <|>'), /^Fn::|\{\{/],
    ['a call in the place of the next name', given('ACS::Choice', 'Choices: [{NextTask: <|>}]'), /^Fn::|\{\{/],
    ['another end', keys('ACS::Sleep, Properties: {Duration: 1m, <|>}'), /^EndDate/],
    ['another template', keys('ACS::Template, Properties: {TemplateName: a, <|>}'), /^TemplateContent/],
    ['a limit of texts', 'Parameters: {a: {Type: Number, <|>}}', /Length|Pattern/],
    ['the way back', task('ACS::Pause', 'OnError: <|>'), /^first$/],
    ['the other mode', loop('RateControl: {Mode: Concurrency, <|>}'), /Batch/],
    ['a trigger later on', task('<|>', ''), /Trigger$/],
    ['a truth value to go through', task('ACS::Pause', 'Loop: {Items: <|>}'), /^Fn::Equals$/],
    ['a reference beyond the last argument', task('ACS::Pause', 'When: {Fn::Equals: [a, b, <|>]}'), /^\{\{/],
  ])('%s', (_, yaml, refused) => {
    for (const { marked, notation } of inBothNotations(yaml)) {
      expect(offered(marked, 500, { notation }).filter((it) => refused.test(it))).toEqual([]);
    }
  });

  test('but a trigger is, as the first task', () => {
    expect(offered('Tasks:\n  - Action: ACS::Timer<|>', 1)).toEqual(['ACS::TimerTrigger']);
  });
});

describe('a template of the same folder that a task runs', () => {
  const templates = [
    {
      name: 'kid',
      parameters: [{ name: 'mode', type: 'String', required: true, allowedValues: ['fast', 'slow'] }],
      outputs: new Map([['done', 'String']]),
    },
  ];

  test.each([
    ['values', given('ACS::Template', 'TemplateName: kid\n      Parameters: {mode: <|>}'), ['fast', 'slow']],
    [
      'outputs',
      task('ACS::Template', 'Properties: {TemplateName: kid}\n    Outputs: {a: {ValueSelector: <|>}}'),
      ['done'],
    ],
  ])('has %s', (_, yaml, labels) => {
    for (const { marked, notation } of inBothNotations(yaml)) {
      expect(offered(marked, labels.length, { notation, templates })).toEqual(labels);
    }
  });
});

test('a selector gets the quotes that JSON needs', () => {
  const marked =
    '{"Tasks": [{"Action": "ACS::WaitFor", "Properties": {"Service": "ECS", "API": "DescribeInstances", "PropertySelector": <|>}}]}';
  const label = 'Instances.Instance[].Status';
  expect(accepted(marked, label, { notation: 'json' })).toBe(marked.replace('<|>', `"${label}"`));
});

test('a construct gets a name that is not taken', () => {
  const marked = 'Parameters:\n  InstanceId: {}\n  <|>';
  expect(accepted(marked, 'parameter: ECS instance')).toContain('  instanceId2:\n');
});
