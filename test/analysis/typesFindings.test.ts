import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { applyEdits } from '../../server/src/syntax/edit.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { toJson } from '../support/toJson.ts';

const notations = ['yaml', 'json'] as const;
type Notation = (typeof notations)[number];

/** Everything but hints that all rules say of a text, as `rule: what is marked`. */
function findings(yaml: string, notation: Notation): string[] {
  const text = notation === 'json' ? toJson(yaml) : yaml;
  return analyze(new TemplateDocument(text, notation), bundledCatalog())
    .filter(({ severity }) => severity !== 'hint')
    .map(({ rule, range }) => `${rule}: ${text.slice(range.start, range.end).replace(/^["'](.*)["']$/, '$1')}`);
}

const start = `FormatVersion: OOS-2019-06-01
Parameters:
  text: { Type: String }
  count: { Type: Number, Default: 5 }
  flag: { Type: Boolean, Default: true }
  ids: { Type: List, Default: [a] }
  table: { Type: Json, Default: {} }
  os: { Type: String, AllowedValues: [linux, windows] }
`;

/** A template in which only `rest` can be wrong. */
const template = (rest: string) =>
  `${start}Tasks:\n  - { Name: stop, Action: ACS::Pause }\n${rest}Outputs:\n  all: { Type: String, Value: '{{ text }}{{ count }}{{ flag }}{{ ids }}{{ table }}{{ os }}' }\n`;

const output = (value: string) => `${template('')}  o: { Type: String, Value: ${value} }\n`;
const task = (rest: string) => template(`  - { Name: call, ${rest} }\n`);
const api = 'Action: ACS::ExecuteAPI, Properties: { Service: ECS, API: DescribeZones, Parameters: {} }';
const run = (property: string) =>
  task(`Action: ACS::ECS::RunCommand, Properties: { instanceId: i-1, commandType: RunShellScript, ${property} }`);

describe.each(notations)('in %s, one mistake is one finding', (notation) => {
  test.each([
    ['a function in another case', output("{ 'Fn::join': [',', [a, b]] }"), 'unknown-function: Fn::join'],
    ['a function of ROS', output("{ 'Fn::FindInMap': [a, b, c] }"), 'unknown-function: Fn::FindInMap'],
    ['a prefix in another case', output("{ 'fn::Join': [',', [a, b]] }"), 'unknown-function: fn::Join'],
    [
      'a miswritten function for the items',
      task(`${api}, Loop: { Items: { 'Fn:MergeList': '{{ ids }}' } }`),
      'unknown-function: Fn:MergeList',
    ],
    [
      'a key in front of a function',
      task(`${api}, When: { Other: 1, 'Fn::Not': '{{ flag }}' }`),
      'misplaced-function-key: Other',
    ],
    ['a prefix miswritten', output("{ 'Fn:Join': [',', [a, b]] }"), 'unknown-function: Fn:Join'],
    ['a condition without prefix', task(`${api}, When: { Not: '{{ flag }}' }`), 'unknown-function: Not'],
    ['a key beside a function', output("{ 'Fn::Join': [',', [a, b]], x: 1 }"), 'misplaced-function-key: x'],
    ['an argument too few', output("{ 'Fn::If': ['{{ flag }}', a] }"), 'invalid-function-arity: Fn::If'],
    ['an argument too many', output("{ 'Fn::Split': [',', a, b] }"), 'invalid-function-arity: b'],
    ['no argument', output("{ 'Fn::Join': null }"), 'invalid-function-arity: Fn::Join'],
    ['arguments without a list', output("{ 'Fn::Join': a }"), 'invalid-function-arity: a'],
    ['arguments exchanged', output("{ 'Fn::Join': ['{{ ids }}', ','] }"), 'invalid-function-argument: {{ ids }}'],
    ['a key for a list', output("{ 'Fn::Select': [id, '{{ ids }}'] }"), 'invalid-function-argument: id'],
    ['a list for a text', output("{ 'Fn::Base64Encode': '{{ ids }}' }"), 'invalid-function-argument: {{ ids }}'],
    ['a number as condition', output("{ 'Fn::If': ['{{ count }}', a, b] }"), 'invalid-function-argument: {{ count }}'],
    ['a mode of jq', output("{ 'Fn::Jq': [Firts, '.a', '{{ table }}'] }"), 'invalid-jq-mode: Firts'],
    ['a condition that is not there', task(`${api}, When: isBig`), 'unknown-condition: isBig'],
    ['a number under When', task(`${api}, When: 5`), 'invalid-when-type: 5'],
    ['a list under When', task(`${api}, When: '{{ ids }}'`), 'invalid-when-type: {{ ids }}'],
    [
      'a text put together under When',
      task(`${api}, When: '{{ os }} == linux'`),
      'invalid-when-type: {{ os }} == linux',
    ],
    ['a reference as action', task("Action: '{{ text }}'"), 'misplaced-reference: {{ text }}'],
    ['a text as items', task(`${api}, Loop: { Items: abc }`), 'invalid-loop-items: abc'],
    ['a number as items', task(`${api}, Loop: { Items: '{{ count }}' }`), 'invalid-loop-items: {{ count }}'],
    ['a String as items', task(`${api}, Loop: { Items: '{{ text }}' }`), 'ambiguous-loop-items: {{ text }}'],
    [
      'a list as rate control',
      task(`${api}, Loop: { Items: [a], RateControl: '{{ ids }}' }`),
      'invalid-rate-control-type: {{ ids }}',
    ],
    ['a loop of a pause', task('Action: ACS::Pause, Loop: { Items: [a] }'), 'misplaced-loop: Loop'],
    ['a list for a text property', run("commandContent: '{{ ids }}'"), 'invalid-property-type: {{ ids }}'],
    ['a number for a map', run('commandContent: a, parameters: 5'), 'invalid-property-type: 5'],
    [
      'a branch of the wrong kind',
      run("commandContent: a, parameters: { 'Fn::If': ['{{ flag }}', 7, null] }"),
      'invalid-property-type: 7',
    ],
    [
      'a parameter that is not allowed',
      task("Action: ACS::ECS::RunCommand, Properties: { instanceId: i-1, commandContent: a, commandType: '{{ os }}' }"),
      'invalid-property-type: {{ os }}',
    ],
  ])('%s', (_, yaml, expected) => expect(findings(yaml, notation)).toEqual([expected]));
});

/** What section 6.2 of the language reference says of the number of arguments. */
const arities: readonly (readonly [name: string, given: readonly string[]])[] = [
  ['Fn::Equals', ['a', 'b']],
  ['Fn::If', ["'{{ flag }}'", 'a', 'b']],
  ['Fn::Select', ['0', "'{{ ids }}'"]],
  ['Fn::Jq', ['All', "'.a'", "'{{ table }}'"]],
  ['Fn::Join', ["','", "'{{ ids }}'"]],
  ['Fn::Split', ["','", 'a']],
  ['Fn::Replace', ['{ a: b }', 'a']],
  ['Fn::Sub', ['a', '{ a: b }']],
  ['Fn::AddHour', ['a', '1']],
  ['Fn::FormatUTCTime', ['a', "'%Y'"]],
  ['Fn::DurationBetween', ['a', 'b']],
  ['Fn::Escape', ['a', 'powershell']],
  ['Fn::ContainsSubString', ['a', 'b']],
  ['Fn::RangeSelect', ['0', '1', "'{{ ids }}'"]],
  ['Fn::CalculateBatch', ['2', "'{{ ids }}'"]],
  ['Fn::Eval', ["'1'"]],
  ['Fn::ConvertMapToList', ["'{{ table }}'"]],
];

describe.each(arities)('%s', (name, given) => {
  const call = (items: readonly string[]) => findings(output(`{ '${name}': [${items.join(', ')}] }`), 'yaml');

  test('takes its arguments', () => expect(call(given)).toEqual([]));
  test('refuses one less', () => expect(call(given.slice(1))).toContain(`invalid-function-arity: ${name}`));
  test('refuses one more', () => expect(call([...given, 'more'])).toContain('invalid-function-arity: more'));
  test('takes a reference to them all', () =>
    expect(findings(output(`{ '${name}': '{{ table }}' }`), 'yaml')).toEqual([]));
});

describe.each(['Fn::And', 'Fn::Or'])('%s', (name) => {
  const call = (items: string) => findings(output(`{ 'Fn::If': [{ '${name}': ${items} }, a, b] }`), 'yaml');

  test('takes two and more', () => expect(call("['{{ flag }}', true, '{{ text }}']")).toEqual([]));
  test('refuses one', () => expect(call("['{{ flag }}']")).toEqual([`invalid-function-arity: ${name}`]));
});

describe.each(notations)('in %s, published templates do this, so nobody is told off', (notation) => {
  test.each([
    ['null as a branch', run("commandContent: a, workingDir: { 'Fn::If': ['{{ flag }}', null, /root] }")],
    ['a condition by name', output("{ 'Fn::If': ['true', a, b] }")],
    ['a text as the input of jq', output("{ 'Fn::Jq': [First, '.a', '{\"a\": {{ count }}}'] }")],
    ['a filter of jq that is put together', output("{ 'Fn::Jq': [All, { 'Fn::Join': ['', [., a]] }, '{{ table }}'] }")],
    ['a table to choose from', output("{ 'Fn::Select': ['{{ os }}', { linux: a, windows: b }] }")],
    ['a list embedded in a text', run("commandContent: 'echo {{ ids }} {{ table }}'")],
    ['a number as text', run("commandContent: a, timeout: '180'")],
    ['a String for a number', run("commandContent: a, timeout: '{{ text }}'")],
    ['a Number for a text', run("commandContent: '{{ count }}'")],
    ['a Json as items', task(`${api}, Loop: { Items: '{{ table }}' }`)],
    ['a list without rate control', task(`${api}, Loop: { Items: '{{ ids }}' }`)],
    [
      'a batch for the concurrency',
      task(`${api}, Loop: { Items: '{{ ids }}', Concurrency: { 'Fn::CalculateBatch': ['{{ count }}', '{{ ids }}'] } }`),
    ],
    ['a Boolean under When', task(`${api}, When: '{{ flag }}'`)],
    ['one reference for all lists', output("{ 'Fn::Join': [',', { 'Fn::MergeList': ['{{ ids }}'] }] }")],
    ['hours as text', output("{ 'Fn::AddHour': ['{{ ACS::CurrentUTCTime }}', { 'Fn::Eval': ['-{{ count }}*24'] }] }")],
    [
      'a selector that is a function',
      task(`${api}, Outputs: { x: { Type: String, ValueSelector: { 'Fn::Join': ['', [., a]] } } }`),
    ],
  ])('%s', (_, yaml) => expect(findings(yaml, notation)).toEqual([]));
});

test('the first fix of a list around a condition keeps a block in shape', () => {
  const text = `${start}Conditions:\n  off:\n    Fn::Not:\n      - Fn::Equals: ['{{ flag }}', true]\n`;
  const document = new TemplateDocument(text, 'yaml');
  const [found] = analyze(document, bundledCatalog()).filter(({ rule }) => rule === 'invalid-function-argument');
  expect(applyEdits(text, found?.fixes[0]?.edits ?? [])).toBe(text.replace('- Fn::Equals', '  Fn::Equals'));
});
