import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { Notation } from '../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { askInBoth } from '../support/askInBoth.ts';
import { fixture, withMarks } from '../support/fixture.ts';

const catalog = bundledCatalog();
const head = 'FormatVersion: OOS-2019-06-01\n';
const call = `${head}Tasks:\n  - Name: call\n    Action: ACS::ExecuteAPI\n    Properties:\n`;

const findings = (text: string, notation: Notation) => analyze(new TemplateDocument(text, notation), catalog);

/** Everything that is said about a text stands at its marks. */
function expectOnlyAt(marked: string, rules: readonly string[], notation: Notation = 'yaml') {
  const { text } = fixture(marked);
  const found = findings(text, notation);
  expect(
    withMarks(
      text,
      found.map(({ range }) => range),
    ),
  ).toBe(marked);
  expect(found.map(({ rule }) => rule)).toEqual(rules);
  return found;
}

describe('a word where a map is wanted may become a key', () => {
  test.each([
    ['a property', `${head}Tasks:\n  - Name: wait\n    Action: ACS::Sleep\n    Properties:\n      <|Dura|>\n`],
    [
      'a parameter of a call',
      `${call}      Service: ECS\n      API: DescribeZones\n      Parameters:\n        <|Dura|>\n`,
    ],
    ['a task', `${head}Tasks:\n  - <|Dura|>\n`],
    ['a condition', `${call}      Service: ECS\n      API: DescribeZones\nConditions:\n  isDry:\n    <|Dura|>\n`],
  ])('%s', (_, marked) => {
    const { text, ranges } = fixture(marked);
    const [found] = findings(text, 'yaml').filter(({ range }) => range.start === ranges[0]?.start);
    expect(found?.message.en).toMatch(/\. If 'Dura' is a key, a ':' is missing after it\.$/);
    expect(found?.message.zh).toContain('若“Dura”是键，其后缺少“:”。');
  });

  test.each([
    ['behind its key', `${head}Tasks:\n  - { Name: wait, Action: ACS::Pause, Properties: none }\n`],
    ['in quotes', `${head}Tasks:\n  - Name: wait\n    Action: ACS::Pause\n    Properties:\n      'none'\n`],
    ['with more words', `${head}Tasks:\n  - Name: wait\n    Action: ACS::Pause\n    Properties:\n      not one\n`],
  ])('but not %s', (_, text) => {
    const words = findings(text, 'yaml').map(({ message }) => message.en);
    expect(words.join()).toContain('Properties must be a map');
    expect(words.join()).not.toContain('is a key');
  });
});

test('a name that ends with a colon is told to be unfinished, whatever follows its task', () => {
  const next = '  - { Name: wait, Action: ACS::Pause }\n';
  const [found] = expectOnlyAt(`${head}Tasks:\n  - Name: call\n    Action: <|ACS::|>\n${next}`, ['invalid-syntax']);
  expect(found?.message).toEqual({
    en: "Something has to follow the ':'. A text that ends with ':' needs quotes.",
    zh: '“:”后面还应有内容。以“:”结尾的文本需要加引号。',
  });
});

test('an entry that lacks its comma is marked itself, not the one below it', () => {
  const text = `{
  "FormatVersion": "OOS-2019-06-01",
  "Tasks": [
    {
      "Name": "call<|"|>
      "Action": "ACS::Pause"
    }
  ]
}
`;
  const [found] = expectOnlyAt(text, ['invalid-syntax'], 'json');
  expect(found?.fixes[0]?.title.en).toBe("Insert ','");
});

test('a map that lacks its bracket is missed where its key stands', () => {
  const text = `{
  "FormatVersion": "OOS-2019-06-01",
  "Tasks": [{ "Name": "call", "Action": "ACS::Pause" }],
  "Outputs"<|:|>
    "id": { "Type": "String", "Value": "a" }
  }
}
`;
  expectOnlyAt(text, ['invalid-syntax'], 'json');
});

test('a key whose quotes have nothing between them yet does no harm to what stands below it', () => {
  expectOnlyAt(
    `${head}Conditions:\n  isDry:\n    <|''|>\n      - 1\n      - 2\nTasks:\n  - { Name: a, Action: ACS::Pause, When: isDry }\n`,
    ['invalid-syntax'],
  );
});

describe('what a task gives is not missed while it is being named', () => {
  const yaml = `${call}      Service: ECS
      API: DescribeZones
    Outputs:
      state: { Type: String, ValueSelector: RequestId }
      <|zo|>
        Type: List
        ValueSelector: 'Zones.Zone[].ZoneId'
Outputs:
  ids: { Type: List, Value: '{{ call.zoneIds }}' }
`;
  const json = `{
  "FormatVersion": "OOS-2019-06-01",
  "Tasks": [
    {
      "Name": "call",
      "Action": "ACS::ExecuteAPI",
      "Properties": { "Service": "ECS", "API": "DescribeZones" },
      "Outputs": {
        "state": { "Type": "String", "ValueSelector": "RequestId" },
        <|"zo"|>
      }
    }
  ],
  "Outputs": { "ids": { "Type": "List", "Value": "{{ call.zoneIds }}" } }
}
`;
  test('in YAML', () => expectOnlyAt(yaml, ['invalid-syntax']));
  test('in JSON', () => expectOnlyAt(json, ['invalid-syntax'], 'json'));
});

describe('an operation that is being named is not risky yet', () => {
  const rulesOf = (api: string) =>
    askInBoth(`${call}      Service: ECS\n      API: ${api}\n      Parameters: { InstanceId: i-1 }\n`, (document) =>
      analyze(document, catalog).map(({ rule }) => rule),
    );
  test.each(['Delete', 'StopInst'])('%s', (api) => expect(rulesOf(api).join()).not.toMatch(/risky/));
  test.each(['DeleteInstance', 'DeleteEverythingAtOnce'])('but %s is', (api) =>
    expect(rulesOf(api).join()).toMatch(/risky/),
  );
});
