import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { descriptionsIn, inBothLanguages, undescribed } from './descriptions.ts';

const schema: object = JSON.parse(readFileSync('schemas/oos-template.schema.json', 'utf8'));
const validate = new Ajv({ strict: true, allErrors: true }).compile(schema);

function faults(template: unknown): string[] {
  validate(template);
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

/** A template with one task, which has these further keys. */
const withTask = (task: string) => `{ FormatVersion: OOS-2019-06-01, Tasks: [{ Name: a, Action: 'ACS::X', ${task} }] }`;
const withRoot = (root: string) => `{ FormatVersion: OOS-2019-06-01, Tasks: [{ Name: a, Action: 'ACS::X' }], ${root} }`;

test('has words in both languages for each key', () => {
  // The branches of the root name keys that have their words in `properties`.
  expect(undescribed({ ...schema, anyOf: [] })).toEqual([]);
  expect(descriptionsIn(schema).filter((it) => !inBothLanguages(it))).toEqual([]);
});

describe('takes', () => {
  test.each([
    withRoot('Description: text, RamRole: ""'),
    withRoot('Description: { en: Text, zh-cn: 文本, categories: [security], title: stray }, Parameters: {}'),
    withRoot('Parameters: { p: { Type: Json, Default: [] }, q: { Type: String, Default: 1 }, r: {} }'),
    withRoot('Parameters: { p: { Label: { en: P, zn-cn: P }, AssociationPropertyMetadata: { Visible: {} } } }'),
    withRoot('Outputs: { o: { Type: Array, Value: { Fn::Jq: [All, ., "{{ a.b }}"] } } }'),
    withRoot('Conditions: { c: { Fn::Not: { Fn::Equals: [1, 2] } } }'),
    withRoot(
      'Metadata: { "ALIYUN::OOS::Interface": { ParameterGroups: [{ Label: { default: G }, Parameters: [p] }] } }',
    ),
    withTask('When: isLinux'),
    withTask('When: { Fn::Equals: [1, 2] }'),
    withTask('Retries: 300, Delay: 1, BackOff: 3600, MaxRetryInterval: 1800, DelayType: Linear'),
    withTask('Outputs: { o: { Type: String, ValueSelector: { Fn::Sub: [x, {}] } } }'),
    withTask('Loop: { Items: [] }'),
    withTask('Loop: { Items: "{{ ids }}", RateControl: "{{ rateControl }}" }'),
    withTask(
      'Loop: { Items: { Fn::MergeList: "{{ a.b }}" }, RateControl: { Mode: Batch, Batch: [1, "25%", "{{ n }}"] } }',
    ),
    withTask('Loop: { Items: [1], MaxErrors: "{{ e }}", Concurrency: { Fn::CalculateBatch: [2, [1]] }, Mode: Batch }'),
    withTask('Loop: { Items: [1], Outputs: { o: { AggregateType: Fn::ListJoin, AggregateField: f } } }'),
    '{ FormatVersion: OOS-2019-06-01-State, States: [{ ResourceType: "ACS:File", Properties: {} }] }',
  ])('%s', (template) => {
    expect(faults(parse(template))).toEqual([]);
  });
});

describe('finds what is wrong with', () => {
  // Of an anyOf the fault of the first branch is the first that is told.
  test.each([
    ['[]', ' type'],
    ['{ Tasks: [{ Name: a, Action: b }] }', ' required'],
    ['{ FormatVersion: OOS-2019-06-01 }', ' required'],
    ['{ FormatVersion: OOS-2019-06-01, Tasks: [] }', '/Tasks minItems'],
    ['{ FormatVersion: OOS-2020-01-01, Tasks: [{ Name: a, Action: b }] }', '/FormatVersion enum'],
    [withRoot('Parameter: {}'), ' additionalProperties'],
    [withRoot('Parameters: { p: { Type: Integer } }'), '/Parameters/p/Type enum'],
    [withRoot('Parameters: { p: { AllowedValue: [] } }'), '/Parameters/p additionalProperties'],
    [withRoot('Parameters: { p: { MinLength: -1 } }'), '/Parameters/p/MinLength minimum'],
    [withRoot('Parameters: { p: { Description: [a] } }'), '/Parameters/p/Description type'],
    [withRoot('Outputs: { o: { Type: String } }'), '/Outputs/o required'],
    [withRoot('Outputs: { o: { Type: Text, Value: 1 } }'), '/Outputs/o/Type enum'],
    [withRoot('Conditions: { c: { Equals: [1, 2] } }'), '/Conditions/c additionalProperties'],
    [withTask('OnFailure: b'), '/Tasks/0 additionalProperties'],
    [withTask('Retries: 1000'), '/Tasks/0/Retries maximum'],
    [withTask('DelayType: Random'), '/Tasks/0/DelayType enum'],
    [withTask('Loop: { RateControl: "{{ r }}" }'), '/Tasks/0/Loop required'],
    [withTask('Loop: { Items: [1], RateContral: "{{ r }}" }'), '/Tasks/0/Loop additionalProperties'],
    [withTask('Loop: { Items: 5 }'), '/Tasks/0/Loop/Items type'],
    [withTask('Loop: { Items: [1], RateControl: { Concurrency: 1 } }'), '/Tasks/0/Loop/RateControl required'],
    [withTask('Loop: { Items: [1], RateControl: { Mode: "Concurrency," } }'), '/Tasks/0/Loop/RateControl/Mode enum'],
    [withTask('Loop: { Items: [1], Concurrency: many }'), '/Tasks/0/Loop/Concurrency type'],
    ['{ FormatVersion: OOS-2019-06-01, Tasks: [{ Name: a b, Action: b }] }', '/Tasks/0/Name pattern'],
    ['{ FormatVersion: OOS-2019-06-01, Tasks: [{ Name: a }] }', '/Tasks/0 required'],
  ])('%s', (template, fault) => {
    expect(faults(parse(template))[0]).toBe(fault);
  });
});
