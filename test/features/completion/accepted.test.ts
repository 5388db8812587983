import { describe, expect, test } from 'vitest';
import { toJson } from '../../support/toJson.ts';
import { accepted, itemNamed, itemsAt } from './check.ts';

const snippets = true;
const json = { notation: 'json', snippets } as const;
const reboot = 'ACS::ECS::RebootInstance';
/** A reference to choose or to replace, as snippets have it. */
const instanceId = `'\${1:{{ InstanceId \\}\\}}'`;

describe('an action brings its required properties', () => {
  test.each([
    [
      'in block style',
      'Tasks:\n  - Action: Reb<|>\n    OnError: b\n',
      `Tasks:
  - Action: ACS::ECS::RebootInstance
    Properties:
      instanceId: $0
    OnError: b
`,
    ],
    [
      'in the indentation of the text',
      'Parameters:\n    a: {}\nTasks:\n- Action: Choice<|>\n',
      `Parameters:
    a: {}
Tasks:
- Action: ACS::Choice
  Properties:
      DefaultTask: \${1|ACS::END,ACS::NEXT|}
      Choices:
      - When:
            Fn::Equals:
            - $2
            - $3
        NextTask: \${4|ACS::END,ACS::NEXT|}
`,
    ],
    [
      'in quotes',
      "Tasks:\n  - Action: 'Reb<|>'\n",
      "Tasks:\n  - Action: 'ACS::ECS::RebootInstance'\n    Properties:\n      instanceId: $0\n",
    ],
    [
      'in quotes that stay open',
      'Tasks:\n  - Action: "Reb<|>\n',
      'Tasks:\n  - Action: "ACS::ECS::RebootInstance"\n    Properties:\n      instanceId: $0\n',
    ],
    [
      'behind a colon without a blank',
      'Tasks:\n  - Action:<|>',
      'Tasks:\n  - Action: ACS::ECS::RebootInstance\n    Properties:\n      instanceId: $0',
    ],
    [
      'between braces',
      'Tasks: [{Action: Reb<|>, Name: a}]',
      "Tasks: [{Action: ACS::ECS::RebootInstance, Properties: {instanceId: '$1'\\}, Name: a}]",
    ],
    [
      'with Windows line breaks',
      'Tasks:\r\n  - Action: Reb<|>\r\n',
      'Tasks:\r\n  - Action: ACS::ECS::RebootInstance\r\n    Properties:\r\n      instanceId: $0\r\n',
    ],
    [
      'with references to parameters',
      'Parameters: {InstanceId: {}}\nTasks:\n  - Action: Reb<|>',
      'Parameters: {InstanceId: {}}\nTasks:\n  - Action: ACS::ECS::RebootInstance\n    Properties:\n      instanceId: ' +
        instanceId,
    ],
    [
      'unless it has some',
      'Tasks:\n  - Action: Reb<|>\n    Properties: {}',
      'Tasks:\n  - Action: ACS::ECS::RebootInstance\n    Properties: {}',
    ],
    [
      'unless more stands on the line',
      'Tasks:\n  - Action: Reb<|> # why',
      'Tasks:\n  - Action: ACS::ECS::RebootInstance # why',
    ],
  ])('%s', (_, marked, text) => {
    const label = marked.includes('Choice') ? 'ACS::Choice' : reboot;
    expect(accepted(marked, label, { snippets })).toBe(text);
  });

  test.each([
    [
      'in JSON on one line',
      '{"Tasks": [{"Action": "Reb<|>"}]}',
      '{"Tasks": [{"Action": "ACS::ECS::RebootInstance", "Properties": { "instanceId": "$1" \\}}]}',
    ],
    [
      'in JSON without quotes',
      '{"Tasks": [{"Action": Reb<|>}]}',
      '{"Tasks": [{"Action": "ACS::ECS::RebootInstance", "Properties": { "instanceId": "$1" \\}}]}',
    ],
    [
      'in JSON on lines, before others',
      '{\n  "Tasks": [\n    {\n      "Action": "Reb<|>",\n      "Name": "a"\n    }\n  ]\n}',
      `{
  "Tasks": [
    {
      "Action": "ACS::ECS::RebootInstance",
      "Properties": {
        "instanceId": "$1"
      \\},
      "Name": "a"
    }
  ]
}`,
    ],
    [
      'in JSON in a text that stays open',
      '{\n  "Tasks": [\n    {\n      "Action": "Reb<|>\n    }\n  ]\n}',
      `{
  "Tasks": [
    {
      "Action": "ACS::ECS::RebootInstance",
      "Properties": {
        "instanceId": "$1"
      \\}
    }
  ]
}`,
    ],
  ])('%s', (_, marked, text) => {
    expect(accepted(marked, reboot, json)).toBe(text);
  });
});

describe('a key', () => {
  test.each([
    [
      'comes with its colon and what it holds',
      'Tasks:\n  - Name: a\n    Out<|>',
      'Outputs',
      'Tasks:\n  - Name: a\n    Outputs:\n      $0',
    ],
    ['keeps the colon and the value that are there', 'Tasks:\n  - Na<|>m: a', 'Name', 'Tasks:\n  - Name: a'],
    ['keeps its quotes', 'Tasks:\n  - "Na<|>": a', 'Name', 'Tasks:\n  - "Name": a'],
    [
      'takes the line to its place',
      'Tasks:\n  - Name: a\n    Action: b\n     <|>',
      'Outputs',
      'Tasks:\n  - Name: a\n    Action: b\n    Outputs:\n      $0',
    ],
    [
      'gets a dash in the column of the dashes',
      'Tasks:\n  - Name: a\n  <|>',
      'Name',
      'Tasks:\n  - Name: a\n  - Name: $0',
    ],
    ['stands between braces', 'Parameters:\n  a: {<|>}', 'NoEcho', 'Parameters:\n  a: {NoEcho: true}'],
    [
      'stands below the key that waits for it',
      'Tasks:\n  - Action: ACS::Sleep\n    Properties: <|>',
      'EndDate',
      'Tasks:\n  - Action: ACS::Sleep\n    Properties:\n      EndDate: $0',
    ],
    [
      'offers its values',
      'Parameters:\n  a:\n    <|>',
      'Type',
      `Parameters:\n  a:\n    Type: \${1|String,Number,Boolean,List,Json|}`,
    ],
    [
      'may be a place to fill in',
      'Tasks:\n  - Outputs:\n      <|>',
      'output',
      `Tasks:\n  - Outputs:\n      \${1:name}:\n        Type: \${2|String,List,Json,Number,Boolean|}\n        ValueSelector: $3`,
    ],
    [
      'of a function brings its arguments',
      'Tasks:\n  - When:\n      <|>',
      'Fn::Equals',
      'Tasks:\n  - When:\n      Fn::Equals:\n        - $1\n        - $2',
    ],
  ])('%s', (_, marked, label, text) => {
    expect(accepted(marked, label, { snippets })).toBe(text);
  });

  test.each([
    ['in an empty map', '{<|>}', 'FormatVersion', '{"FormatVersion": "OOS-2019-06-01"}'],
    ['in quotes', '{"Form<|>"}', 'FormatVersion', '{"FormatVersion": "OOS-2019-06-01"}'],
    ['in quotes that stay open', '{\n  "Form<|>\n}', 'FormatVersion', '{\n  "FormatVersion": "OOS-2019-06-01"\n}'],
    ['without quotes', '{Form<|>}', 'FormatVersion', '{"FormatVersion": "OOS-2019-06-01"}'],
    [
      'before another key',
      '{\n  <|>\n  "Tasks": []\n}',
      'FormatVersion',
      '{\n  "FormatVersion": "OOS-2019-06-01",\n  "Tasks": []\n}',
    ],
    [
      'behind a pair without its comma',
      '{\n  "Tasks": []\n  <|>\n}',
      'FormatVersion',
      '{\n  "Tasks": [],\n  "FormatVersion": "OOS-2019-06-01"\n}',
    ],
    ['with its value', '{"Form<|>": ""}', 'FormatVersion', '{"FormatVersion": ""}'],
    [
      'with a map',
      '{"Tasks": [{"Properties": {}, <|>}]}',
      'Outputs',
      '{"Tasks": [{"Properties": {}, "Outputs": {$1\\}}]}',
    ],
  ])('of JSON stands %s', (_, marked, label, text) => {
    expect(accepted(marked, label, json)).toBe(text);
  });
});

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
    expect(accepted(marked, 'a', json)).toBe('{"Parameters": {"a": {}}, "RamRole": "{{ a }}"}');
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
