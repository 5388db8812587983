import { describe, expect, test } from 'vitest';
import type { ValueType } from '../../server/src/analysis/types/valueType.ts';
import { ValueTypes } from '../../server/src/analysis/types/valueTypes.ts';
import { valueFor } from '../../server/src/syntax/navigate.ts';
import type { Notation } from '../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { toJson } from '../support/toJson.ts';

/** What the values below refer to. */
const declarations = `
Parameters:
  text: { Type: String }
  bare: {}
  count: { Type: Number }
  flag: { Type: Boolean }
  ids: { Type: List }
  table: { Type: Json }
  zone: { Type: String, AllowedValues: [a, b] }
  month: { Type: Number, AllowedValues: [1, 2] }
  zones: { Type: List, AllowedValues: [a, b] }
  wrong: { Type: Strng }
  array: { Type: Array }
  slip: { Typ: List }
  shaped: { Default: [a] }
  torn: { Type: Number, Default: many }
  tags: { Type: Json, Default: [] }
  wrapped: { Type: List, Default: one }
Tasks:
  - Name: find
    Action: ACS::ExecuteAPI
    Outputs:
      id: { ValueSelector: .id }
      ids: { Type: List, ValueSelector: .ids }
      rest: { Type: Object, ValueSelector: . }
      all: { Type: Array, ValueSelector: . }
      odd: { Type: Stuff, ValueSelector: . }
  - Name: each
    Action: ACS::ExecuteAPI
    Loop:
      Items: ['{{ text }}', b]
      Outputs:
        names: { AggregateType: Fn::ListJoin, AggregateField: name }
        sums: { AggregateType: Fn::Sum, AggregateField: name }
        others: { AggregateType: Fn::Max, AggregateField: name }
    Outputs:
      name: { Type: Number, ValueSelector: .name }
  - Name: rounds
    Action: ACS::Loop
    Properties: { LoopItems: [1], LoopTasks: [] }
    Outputs:
      x: { Type: String, ValueSelector: '{{ inner.x }}' }
`;

function shown(type: ValueType): string {
  switch (type.kind) {
    case 'List':
      return `List<${shown(type.element)}>`;
    case 'union':
      return type.members.map(shown).join(' | ');
    case 'String':
    case 'Number':
    case 'Boolean':
      return type.values ? `${type.kind}(${type.values.join(', ')})` : type.kind;
    default:
      return type.kind;
  }
}

/** The type of a value in the outputs of the template, in a notation. */
function typeOf(value: string, notation: Notation): string {
  const yaml = `${declarations}Outputs:\n  o: { Value: ${value} }\n`;
  const { template } = new TemplateDocument(notation === 'json' ? toJson(yaml) : yaml, notation);
  if (!template) throw new Error('no template');
  return shown(new ValueTypes(template).typeOf(valueFor(template.outputs.get('o')?.attributes, 'Value')));
}

const notations = ['yaml', 'json'] as const;

describe.each(notations)('in %s, the type of', (notation) => {
  test.each([
    ['abc', 'String(abc)'],
    ["'5'", 'String(5)'],
    ['5', 'Number(5)'],
    ['true', 'Boolean(true)'],
    ['null', 'Null'],
    ['[]', 'List<unknown>'],
    ['[a, b]', 'List<String(a, b)>'],
    ['[a, 1]', 'List<String(a) | Number(1)>'],
    ["[a, '{{ wrong }}']", 'List<unknown>'],
    ['{ a: 1 }', 'Map'],
  ])('the literal %s is %s', (value, expected) => expect(typeOf(value, notation)).toBe(expected));

  test.each([
    ['{{ text }}', 'String'],
    ['  {{ TEXT }}  ', 'String'],
    ['{{ bare }}', 'String'],
    ['{{ count }}', 'Number'],
    ['{{ flag }}', 'Boolean'],
    ['{{ ids }}', 'List<unknown>'],
    ['{{ table }}', 'Json'],
    ['{{ tags }}', 'Json'],
    ['{{ zone }}', 'String(a, b)'],
    ['{{ month }}', 'Number(1, 2)'],
    ['{{ zones }}', 'List<String(a, b)>'],
    ['{{ ACS::RegionId }}', 'String'],
    ['{{ acs::accountid }}', 'String'],
    ['{{ find.id }}', 'String'],
    ['{{ Find.Ids }}', 'List<unknown>'],
    ['{{ find.rest }}', 'Json'],
    ['{{ find.all }}', 'List<unknown>'],
    ['{{ each.names }}', 'List<Number>'],
    ['{{ each.sums }}', 'Number'],
  ])('the reference %s is %s', (value, expected) => expect(typeOf(`'${value}'`, notation)).toBe(expected));

  test.each([
    '{{ nothing }}',
    '{{ wrong }}',
    '{{ array }}',
    '{{ slip }}',
    '{{ shaped }}',
    '{{ torn }}',
    '{{ wrapped }}',
    '{{ find.other }}',
    '{{ find.odd }}',
    '{{ find.Instances.Instance[0] }}',
    '{{ each.name }}',
    '{{ each.others }}',
    '{{ rounds.x }}',
    '{{ oos:name }}',
    '{{ ACS::SomethingNew }}',
    '{{ ACS::TaskLoopItem.id }}',
    '{{ a b }}',
    '{{ }}',
  ])('the reference %s is not known', (value) => expect(typeOf(`'${value}'`, notation)).toBe('unknown'));

  test.each(['a {{ ids }}', '{{ ids }}{{ ids }}', '["{{ ids }}"]'])('the text %s is String', (value) =>
    expect(typeOf(`'${value}'`, notation)).toBe('String'),
  );

  test.each([
    ["{ 'Fn::Equals': [a, b] }", 'Boolean'],
    ["{ 'fn::equals': [a, b] }", 'unknown'],
    ["{ 'Fn::EQUALS': [a, b] }", 'Boolean'],
    ["{ 'Fn::If': [true, a, 1] }", 'String(a) | Number(1)'],
    ["{ 'Fn::If': [true, '{{ ids }}', null] }", 'List<unknown> | Null'],
    ["{ 'Fn::If': [true, a, '{{ wrong }}'] }", 'unknown'],
    ["{ 'Fn::If': [true, a] }", 'unknown'],
    ["{ 'Fn::If': '{{ ids }}' }", 'unknown'],
    ["{ 'Fn::Select': [1, [a, 5]] }", 'Number(5)'],
    ["{ 'Fn::Select': ['{{ count }}', [a, 5]] }", 'String(a) | Number(5)'],
    ["{ 'Fn::Select': ['{{ text }}', { x: [], y: [1] }] }", 'List<unknown>'],
    ["{ 'Fn::Select': [y, { x: a, y: 1 }] }", 'Number(1)'],
    ["{ 'Fn::Select': [0, '{{ each.names }}'] }", 'Number'],
    ["{ 'Fn::Select': [id, '{{ table }}'] }", 'unknown'],
    ["{ 'Fn::Select': [0, { 'Fn::Split': [',', x] }] }", 'String'],
    ["{ 'Fn::Jq': [All, '.a', '{{ table }}'] }", 'List<unknown>'],
    ["{ 'Fn::Jq': [First, '.a', '{{ table }}'] }", 'unknown'],
    ["{ 'Fn::Join': [',', [a]] }", 'String'],
    ["{ 'Fn::First': '{{ each.names }}' }", 'Number'],
    ["{ 'Fn::Max': [1, 2] }", 'Number(1, 2)'],
    ["{ 'Fn::ListJoin': [a, b] }", 'List<String(a, b)>'],
    ["{ 'Fn::ListJoin': ['{{ ids }}', b] }", 'List<unknown>'],
    ["{ 'Fn::MergeList': '{{ ids }}' }", 'List<unknown>'],
    ["{ 'Fn::ConvertMapToList': ['{{ table }}'] }", 'List<Map>'],
    ["{ 'Fn::MergeMap': ['{{ table }}', { a: 1 }] }", 'Map'],
    ["{ 'Fn::Eval': ['1 + 1'] }", 'Number'],
    ["{ 'Fn::AddHour': ['{{ ACS::CurrentUTCTime }}', 1] }", 'String'],
    ["{ 'Fn::Unheard': [a] }", 'unknown'],
    ["{ 'Fn::Equals': [a, b], other: 1 }", 'unknown'],
  ])('the call %s is %s', (value, expected) => expect(typeOf(value, notation)).toBe(expected));
});

/** The type of `Duration` of the task `wait`. */
function durationIn(tasks: string): string {
  const { template } = new TemplateDocument(`Parameters:\n  ids: { Type: List }\nTasks:\n${tasks}`, 'yaml');
  const task = template?.anyTask.get('wait');
  if (!template || !task) throw new Error('no task');
  return shown(new ValueTypes(template).typeOf(valueFor(task.properties?.value, 'Duration')));
}

const wait = "Name: wait, Action: ACS::Sleep, Properties: { Duration: '{{ ACS::TaskLoopItem }}' }";

describe('the current item of a loop', () => {
  test.each([
    ['a list that is written out', `  - { ${wait}, Loop: { Items: [1, 2] } }\n`, 'Number(1, 2)'],
    ['a list whose elements are not known', `  - { ${wait}, Loop: { Items: '{{ ids }}' } }\n`, 'unknown'],
    ['a text taken apart', `  - { ${wait}, Loop: { Items: { 'Fn::Split': [',', x] } } }\n`, 'String'],
    ['something that is no list', `  - { ${wait}, Loop: { Items: 5 } }\n`, 'unknown'],
    ['nothing', `  - { ${wait} }\n`, 'unknown'],
    [
      'the tasks of an ACS::Loop',
      `  - { Name: all, Action: ACS::Loop, Properties: { LoopItems: [a, b], LoopTasks: [{ ${wait} }] } }\n`,
      'String(a, b)',
    ],
    [
      'a loop inside an ACS::Loop',
      `  - { Name: all, Action: ACS::Loop, Properties: { LoopItems: [[1], [2]], LoopTasks: [{ ${wait}, Loop: { Items: '{{ ACS::TaskLoopItem }}' } }] } }\n`,
      'Number(1, 2)',
    ],
  ])('of %s', (_, tasks, expected) => expect(durationIn(tasks)).toBe(expected));
});

test('an alias is not followed', () => {
  const { template } = new TemplateDocument('Outputs:\n  o: { Value: &a [1] }\n  p: { Value: *a }\n', 'yaml');
  if (!template) throw new Error('no template');
  expect(shown(new ValueTypes(template).typeOf(valueFor(template.outputs.get('p')?.attributes, 'Value')))).toBe(
    'unknown',
  );
});
