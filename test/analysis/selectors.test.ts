import { describe, expect, test } from 'vitest';
import type { Notation } from '../../server/src/syntax/node.ts';
import { fixture, withMarks } from '../support/fixture.ts';
import { foundBy, foundInBoth, repairedBy } from '../support/repaired.ts';
import { toJson } from '../support/toJson.ts';

const ids = ['invalid-selector', 'invalid-selector-with-reference', 'unchecked-jq-feature', 'invalid-jq-mode'];

function expectMarks(marked: string, notation: Notation): void {
  const { text } = fixture(marked);
  const ranges = foundBy(ids, text, notation).map(({ range }) => range);
  expect(withMarks(text, ranges)).toBe(marked);
}

const task = (selector: string) => `Tasks:
  - Name: find
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeInstances }
    Outputs:
      out:
        Type: String
        ValueSelector: ${selector}
`;

describe('places in a file', () => {
  test.each([
    ['plain', 'Instances.Instance<|[|>0'],
    ['single quotes', `'.a == "it''s" | <|lenght|>'`],
    ['double quotes', String.raw`".a == \"\u4e2d\" | <|lenght|>"`],
    ['a block', '|-\n          .a\n          | <|lenght|>\n          | .b'],
    ['a block with more in its first line', '|+2 # jq\n          .a | <|lenght|>'],
    ['a folded block', '>\n          .a\n          | <|lenght|>\n'],
    ['two lines in quotes', "'.a\n          | <|lenght|>'"],
  ])('%s', (_, selector) => {
    expectMarks(task(selector), 'yaml');
    expectMarks(task(selector).replaceAll('\n', '\r\n'), 'yaml');
  });

  test('both notations', () => {
    const marked = task(`'.a == "状态" | <|lenght|> | .b'`);
    expectMarks(marked, 'yaml');
    expectMarks(toJson(marked), 'json');
  });
});

describe('repairs keep the quotes of the file right', () => {
  test.each([
    [task(`'.a == "b'`), task(`'.a == "b"'`)],
    [task(String.raw`".a == \"b"`), task(String.raw`".a == \"b\""`)],
    [task('Data.user-name'), task('Data."user-name"')],
    [task('"Data.user-name"'), task(String.raw`"Data.\"user-name\""`)],
    [task('map([.a'), task('map([.a])')],
    [task(`if .a then 1 else 2`), task('if .a then 1 else 2 end')],
    [task(`"select（.a == 'b'）"`), task(String.raw`"select(.a == \"b\")"`)],
    [task(`'select（.a == “b”）'`), task(`'select(.a == "b")'`)],
    [task('.a || .b'), task('.a or .b')],
    [task('$.Instances.Instance[*].Id'), task('.Instances.Instance[].Id')],
    [task('Instances.Instance[*].Id'), task('Instances.Instance[].Id')],
    [task('.a | lenght'), task('.a | length')],
    [task('.a, TotalCount'), task('.a, .TotalCount')],
  ])('%#', (before, after) => {
    expect(repairedBy(ids, before)).toBe(after);
  });
});

describe('where selectors are', () => {
  test('in inner tasks, inline templates and rules of requests', () => {
    const marked = `
Tasks:
  - Name: each
    Action: ACS::Loop
    Properties:
      LoopItems: [1]
      LoopTasks:
        - Name: wait
          Action: ACS::WaitFor
          Properties: { Service: ECS, API: X, PropertySelector: 'a<|[|>', DesiredValues: [1] }
          Outputs: { o: { ValueSelector: 'a<|]|>' } }
    Outputs: { all: { ValueSelector: '{{ wait.o }} ]' } }
  - Name: child
    Action: ACS::Template
    Properties:
      TemplateContent:
        FormatVersion: OOS-2019-06-01
        Tasks:
          - { Name: a, Action: ACS::Sleep, Properties: { Duration: 1m }, Outputs: { o: { ValueSelector: 'a<|}|>' } } }
  - Name: call
    Action: ACS::ExecuteHttpRequest
    Properties:
      URL: 'https://example.com'
      WaitFor: { Rules: [{ PropertySelector: 'a<|)|>' }, { PropertySelector: a }] }
`;
    expectMarks(marked, 'yaml');
    expectMarks(toJson(marked), 'json');
  });

  test('not in maps, references, other properties, or what is no template', () => {
    const text = `
Parameters:
  a: { Type: String, AssociationPropertyMetadata: { Value: { 'Fn::Jq': [Frist, 'a[', '{}'] } } }
Tasks:
  - Name: find
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: X, PropertySelector: 'a[', Parameters: { ValueSelector: 'a[' } }
    Outputs:
      one: { ValueSelector: { 'Fn::Sub': ['a[', {}] } }
      two: { ValueSelector: '{{ a }}' }
      three: { ValueSelector: 12 }
      four: { ValueSelector: '' }
      five: { ValueSelector: }
Outputs:
  x: { Value: { 'Fn::Jq': ['{{ a }}', { 'Fn::Sub': ['a[', {}] }, 'a['] } }
  y: { Value: { 'Fn::Jq': '{{ a }}' } }
`;
    expect(foundInBoth(ids, text)).toEqual([]);
  });
});

test('each kind of problem has words in both languages that name it', () => {
  const selectors = [
    '.a & .b',
    '.1.2',
    '"\\q"',
    '.a + "',
    '.a )',
    '{a: 1 + 2}',
    '(.a',
    '.a |',
    'def f: 1',
    '1 == 2 == 3',
    '{(1): 2}',
    '1 / 0',
    'import "a" as a; .',
    '.a | nosuch',
    'nosuch(1)',
    '.a | map',
    '$x',
    'break $x',
    '@nosuch',
    'if . then 1 end',
    '.a.[0]',
    '.a?//1',
    '.e1 | .',
    '{if}',
    '{a: if . then 1 else 2 end}',
    'pick(.a)',
    '@urid',
  ];
  const messages = selectors.map((selector) => {
    const [first] = foundBy(ids, task(`'${selector}'`));
    expect(first?.message.zh, selector).toMatch(/\p{Script=Han}/u);
    return first?.message.en;
  });
  expect(new Set(messages).size).toBe(selectors.length);
});
