import { describe, expect, test } from 'vitest';
import { toJson } from '../../support/toJson.ts';
import { accepted, itemNamed, itemsAt } from './check.ts';

const reboot = 'ACS::ECS::RebootInstance';

describe('a value', () => {
  const parameters = 'Parameters: {a: {}}\n';

  test.each([
    ['gets the quotes that it needs', `${parameters}RamRole: <|>`, '{{ a }}', `${parameters}RamRole: '{{ a }}'`],
    ['keeps the quotes that are there', `${parameters}RamRole: "<|>"`, '{{ a }}', `${parameters}RamRole: "{{ a }}"`],
    [
      'closes its quotes',
      `${parameters}RamRole: '<|>\nTasks: []`,
      '{{ a }}',
      `${parameters}RamRole: '{{ a }}'\nTasks: []`,
    ],
    [
      'loses quotes that make a text of it',
      'Parameters: {a: {NoEcho: "<|>"}}',
      'true',
      'Parameters: {a: {NoEcho: true}}',
    ],
    [
      'takes the place of the whole word',
      'Parameters: {a: {Type: Str<|>ung}}',
      'String',
      'Parameters: {a: {Type: String}}',
    ],
    [
      'is a map below its key',
      'Tasks:\n  - When: <|>',
      'Fn::Equals',
      'Tasks:\n  - When:\n      Fn::Equals:\n        - \n        - ',
    ],
    ['is a map between braces', 'Tasks: [{When: <|>}]', 'Fn::Equals', "Tasks: [{When: {Fn::Equals: ['', '']}}]"],
    [
      'is an item behind its dash',
      'Tasks:\n  - Properties: {}\n  <|>',
      'task: sleep',
      'Tasks:\n  - Properties: {}\n  - Name: wait\n    Action: ACS::Sleep\n    Properties:\n      Duration: PT1M',
    ],
    [
      'brings the list that it is an item of',
      'Tasks: <|>',
      'task: sleep',
      'Tasks:\n  - Name: wait\n    Action: ACS::Sleep\n    Properties:\n      Duration: PT1M',
    ],
  ])('%s', (_, marked, label, text) => {
    expect(accepted(marked, label)).toBe(text);
  });
});

describe('a name in an expression', () => {
  const parameters = 'Parameters: {a: {}}\n';

  test.each([
    ['takes the place of the word', "RamRole: '{{ a<|>c }}'", "RamRole: '{{ a }}'"],
    ['gets its blanks', "RamRole: '{{<|>}}'", "RamRole: '{{ a }}'"],
    ['closes the braces', "RamRole: 'x {{ <|>'", "RamRole: 'x {{ a }}'"],
    ['closes the braces before another expression', "RamRole: '{{ <|> and {{ b }}'", "RamRole: '{{ a }} and {{ b }}'"],
    ['leaves the text behind open braces alone', "RamRole: '{{ <|>.x-y'", "RamRole: '{{ a }}.x-y'"],
    ['gets quotes around the braces', 'RamRole: {{ <|> }}', "RamRole: '{{ a }}'"],
    ['gets all that is missing', 'RamRole: {{ <|>\nTasks: []', "RamRole: '{{ a }}'\nTasks: []"],
    ['stands in a block of text', 'RamRole: >-\n  {{ <|> }}\n', 'RamRole: >-\n  {{ a }}\n'],
  ])('%s', (_, marked, text) => {
    expect(accepted(parameters + marked, 'a')).toBe(parameters + text);
  });

  test('gets quotes in JSON', () => {
    const marked = '{"Parameters": {"a": {}}, "RamRole": {{ <|> }}}';
    expect(accepted(marked, 'a', { notation: 'json' })).toBe('{"Parameters": {"a": {}}, "RamRole": "{{ a }}"}');
  });

  test('is a path with the name of its task', () => {
    const marked = "Tasks:\n  - Name: a\n    Outputs: {b: {}}\nRamRole: ''\nOutputs: {c: {Value: '{{ a.<|> }}'}}";
    expect(accepted(marked, 'a.b')).toContain("Value: '{{ a.b }}'");
  });
});

test('a selector is completed step by step', () => {
  const marked =
    'Tasks:\n  - Action: ACS::ExecuteAPI\n    Properties: {Service: ECS, API: DescribeInstances}\n    Outputs: {a: {ValueSelector: "Instances.<|>"}}';
  expect(accepted(marked, 'Instance[].Status')).toContain('ValueSelector: "Instances.Instance[].Status"');
});

test('a whole template is what it says in both notations', () => {
  const yaml = toJson(accepted('<|>', 'template')).replaceAll('null', '""');
  expect(JSON.parse(accepted('<|>', 'template', { notation: 'json' }))).toEqual(JSON.parse(yaml));
});

describe('what editors compare with the text that is there', () => {
  test.each([
    ['a name', 'Tasks:\n  - Action: ACS::ECS::Reb<|>', reboot, reboot],
    ['a reference without its braces', 'Parameters: {a: {}}\nRamRole: <|>', '{{ a }}', 'a'],
    ['a value with the quote that it replaces', 'Parameters: {a: {NoEcho: "<|>"}}', 'true', '"true'],
  ])('is %s', (_, marked, label, filterText) => {
    const { items, offset, text } = itemsAt(marked);
    const item = itemNamed(items, label);
    expect(item.filterText).toBe(filterText);
    expect(item.filterText.toLowerCase()).toContain(text.slice(item.range.start, offset).toLowerCase());
  });
});
