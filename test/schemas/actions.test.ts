import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { AtomicAction } from '../../server/src/catalog/actions/atomicAction.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { descriptionsIn, inBothLanguages, undescribed } from './descriptions.ts';

const files = readdirSync('schemas/actions').map((file) => ({ file, action: read(`schemas/actions/${file}`) }));

function read(path: string): AtomicAction {
  return JSON.parse(readFileSync(path, 'utf8'));
}

const compile = (schema: object) => new Ajv({ strict: true, allErrors: true }).compile(schema);

/** What is wrong with properties, as `path keyword`. */
function faults(action: string, properties: unknown): string[] {
  const validate = compile(bundledCatalog().action(action)?.propertiesSchema ?? {});
  validate(properties);
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

describe.each(files)('$file', ({ file, action }) => {
  test('is named after its action and says what it is', () => {
    expect(`ACS::${file}`).toBe(`${action.name}.json`);
    expect(action).toEqual({
      name: expect.any(String),
      type: expect.stringMatching(/^Atomic\.(API|Trigger|Control|Embedded)$/),
      trigger: action.type === 'Atomic.Trigger',
      mayLoop: expect.any(Boolean),
      ...(action.literal && { literal: expect.any(Array) }),
      description: expect.any(String),
      properties: expect.any(Object),
    });
  });

  test('compiles in strict mode, and allows no unknown property', () => {
    compile(action.properties);
    expect(faults(action.name, { Unheard: 1 })).toContain(' additionalProperties');
  });

  test('has words in both languages for each property', () => {
    expect(undescribed(action.properties)).toEqual([]);
    expect(descriptionsIn(action).filter((it) => !inBothLanguages(it))).toEqual([]);
  });

  test('names as literal only properties that it has', () => {
    const names = Object.keys(action.properties.properties);
    expect(names).toEqual(expect.arrayContaining([...(action.literal ?? [])]));
  });
});

test.each([
  ['ACS::ExecuteAPI', { Service: 'ECS', API: 'DescribeRegions' }],
  ['ACS::ExecuteAPI', { Service: 'ECS', API: 'DescribeRegions', Parameters: null, Headers: null, Body: null }],
  ['ACS::ExecuteAPI', { Service: 'OSS', API: 'PutBucketReferer', Method: 'PUT', URI: '/?referer', Body: '<xml/>' }],
  ['ACS::WaitFor', { Service: 'ECS', API: 'X', PropertySelector: '.a', DesiredValues: [1], NotDesiredValues: ['b'] }],
  ['ACS::Sleep', { Duration: '1m' }],
  ['ACS::Pause', {}],
  ['ACS::Notify', { NotifyType: 'Mail', Mail: { Host: 'mail.example.com', Port: 25, Anything: 'else' } }],
  ['ACS::Approve', { NotifyType: 'WebHook', WebHook: { URI: 'u', Content: {} }, AppendExecutionLink: 'true' }],
  ['ACS::Choice', { DefaultTask: 'a', Choices: [{ When: { 'Fn::Equals': [1, 1] }, NextTask: 'ACS::END' }] }],
  ['ACS::Template', { TemplateContent: { FormatVersion: 'OOS-2019-06-01', Tasks: [] } }],
  ['ACS::Loop', { LoopItems: [1], LoopRateControl: { Mode: 'Concurrency', MaxErrors: '10%' }, LoopTasks: [{}] }],
])('%s takes %j', (action, properties) => {
  expect(faults(action, properties)).toEqual([]);
});

test.each([
  ['ACS::ExecuteAPI', { Service: 'ECS' }, ' required'],
  ['ACS::ExecuteAPI', { Service: 'ECS', API: 'X', Parameters: [] }, '/Parameters type'],
  ['ACS::WaitFor', { Service: 'ECS', API: 'X', DesiredValues: [1] }, ' required'],
  ['ACS::WaitFor', { Service: 'ECS', API: 'X', PropertySelector: '.a', DesiredValues: 'b' }, '/DesiredValues type'],
  ['ACS::CheckFor', { Service: 'E', API: 'X', PropertySelector: '.', StopRetryValues: [] }, ' additionalProperties'],
  ['ACS::TimerTrigger', { Type: 'daily', Expression: 'x', EndDate: '2030-01-01' }, '/Type enum'],
  ['ACS::Choice', { DefaultTask: 'a', Choices: {} }, '/Choices type'],
  ['ACS::Choice', { DefaultTask: 'a', Choices: [{ When: true }] }, '/Choices/0 required'],
  ['ACS::Notify', { NotifyType: 'Sms' }, '/NotifyType enum'],
  ['ACS::Notify', { NotifyType: 'WebHook', WebHook: { URI: 'u' } }, '/WebHook required'],
  ['ACS::Loop', { LoopItems: [], LoopRateControl: {}, LoopTasks: [] }, '/LoopRateControl required'],
])('%s does not take %j', (action, properties, fault) => {
  expect(faults(action, properties)).toEqual([fault]);
});
