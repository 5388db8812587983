import { describe, expect, test } from 'vitest';
import { isCamelCase, toCamelCase } from '../../server/src/analysis/style/camelCase.ts';
import { foundBy, repairedBy } from '../support/repaired.ts';

const RULE = ['invalid-name-case'];
const fixesFor = (text: string) => foundBy(RULE, text).map(({ fixes }) => fixes.map(({ title }) => title.en).join());

test.each([
  ['RegionId', 'regionId'],
  ['OSType', 'osType'],
  ['KMSKeyId', 'kmsKeyId'],
  ['HANASID', 'hanasid'],
  ['RenewECSInstance', 'renewECSInstance'],
  ['disks_info', 'disksInfo'],
  ['Disks-Info', 'disksInfo'],
  ['_x__y_', 'xY'],
  ['step-1', 'step1'],
  ['2Fast', '2Fast'],
  ['v1_2', undefined],
  ['__', undefined],
])('%s is %s in lower camel case', (name, camel) => {
  expect(toCamelCase(name)).toBe(camel);
  if (camel !== undefined) expect(isCamelCase(camel)).toBe(true);
});

describe('a name is left alone', () => {
  const parameters = (...names: string[]) => `Parameters: { ${names.map((it) => `${it}: {}`).join(', ')} }\n`;

  test.each([
    ['that another parameter has', parameters('my_id', 'myId')],
    ['that another parameter has in other letters', parameters('my_id', 'MYID')],
    ['that would be given twice', parameters('my_id', 'my-id')],
    ['that is declared twice', parameters('RegionId', 'regionId')],
    ['that a condition has', `${parameters('Is_linux')}Conditions: { isLinux: { 'Fn::Equals': [1, 1] } }\n`],
    ['that something undeclared asks for', `${parameters('my_id')}RamRole: '{{ myId }}'\n`],
    ['that would be null', parameters('NULL_')],
    ['whose words would run together', parameters('v1_2')],
    ['of a task beside another', 'Tasks:\n  - { Name: my_task }\n  - { Name: myTask }\n'],
    [
      'of a task beside one in a loop',
      'Tasks:\n  - { Name: my_task }\n  - { Name: a, Action: ACS::Loop, Properties: { LoopTasks: [{ Name: myTask }] } }\n',
    ],
    [
      'of an output whose loop has the other',
      'Tasks:\n  - { Name: a, Outputs: { my_id: {} }, Loop: { Outputs: { myId: { AggregateField: my_id } } } }\n',
    ],
    [
      'of an output that may be part of a longer way',
      "Tasks:\n  - { Name: a, Outputs: { Disks: {} } }\nRamRole: '{{ a.Disks.Disk[0] }}'\n",
    ],
    [
      'of what an inline template gives out, which selectors read',
      'Tasks:\n  - { Name: a, Action: ACS::Template, Properties: { TemplateContent: { Outputs: { MyId: {} } } } }\n',
    ],
    ['in a broken text', 'Parameters:\n  MyId: {}\n  good: {}\n  other: "\n'],
  ])('%s', (_, text) => {
    const fixes = fixesFor(text);
    expect(fixes.length).toBeGreaterThan(0);
    expect(fixes.filter((it) => it !== '')).toEqual([]);
  });
});

test('a task in a loop, the parameters of an inline template and their uses are renamed', () => {
  const text = `
Tasks:
  - Name: a
    Action: ACS::Loop
    Properties:
      LoopTasks:
        - { Name: Inner, Outputs: { X_y: {} } }
        - { Name: other, OnError: inner, Properties: { a: '{{ inner.x_Y }}' } }
  - Name: child
    Action: ACS::Template
    Properties:
      Parameters: { MyId: 1 }
      TemplateContent:
        Parameters: { MyId: {} }
        RamRole: '{{ myID }}'
`;
  expect(repairedBy(RULE, text)).toBe(
    text
      .replace('Name: Inner', 'Name: inner')
      .replace('X_y', 'xY')
      .replace('x_Y', 'xY')
      .replaceAll('MyId', 'myId')
      .replace('myID', 'myId'),
  );
});

test('names that others know are renamed only after a second look', () => {
  const text = 'Parameters: { A: {} }\nTasks: [{ Name: B, Outputs: { C: {} } }]\nOutputs: { D: {} }\n';
  expect(foundBy(RULE, text).map(({ fixes }) => [fixes[0]?.title.en, fixes[0]?.guess ?? false])).toEqual([
    ["Rename to 'a' everywhere", true],
    ["Rename to 'b' everywhere", false],
    ["Rename to 'c' everywhere", false],
    ["Rename to 'd' everywhere", true],
  ]);
});

test('names with signs that are not allowed have a rule of their own', () => {
  expect(foundBy(RULE, 'Parameters: { "my id": {}, 实例: {} }\n')).toEqual([]);
});
