import { describe, expect, test } from 'vitest';
import { TemplateDocument } from '../../../server/src/template/document.ts';
import { accepted, apply, itemsAt, offered } from './check.ts';

const sleep = (indent: string): string =>
  `${indent}- Name: wait\n${indent}  Action: ACS::Sleep\n${indent}  Properties:\n${indent}    Duration: PT1M`;

describe('an empty line in the column of the dashes is a new item', () => {
  test.each([
    ['behind the last task', 'Tasks:\n  - Name: a\n  <|>', '  '],
    ['behind an empty line', 'Tasks:\n  - Name: a\n\n  <|>', '  '],
    ['between two tasks', 'Tasks:\n  - Name: a\n  <|>\n  - Name: b', '  '],
    ['before the first task', 'Tasks:\n  <|>\n  - Name: a', '  '],
    ['before another section', 'Tasks:\n  - Name: a\n  <|>\nOutputs: {}', '  '],
    ['behind the last task, in the column of its key', 'Tasks:\n- Name: a\n<|>', ''],
    ['between two tasks, in the column of their key', 'Tasks:\n- Name: a\n<|>\n- Name: b', ''],
    ['before the first task, in the column of its key', 'Tasks:\n<|>\n- Name: a', ''],
    ['before another section, in the column of that', 'Tasks:\n- Name: a\n<|>\nOutputs: {}', ''],
    [
      'in a loop',
      'Tasks:\n  - Name: a\n    Action: ACS::Loop\n    Properties:\n      LoopTasks:\n        - Name: b\n        <|>',
      '        ',
    ],
    [
      'in a loop, in the column of its key',
      'Tasks:\n- Name: a\n  Action: ACS::Loop\n  Properties:\n    LoopTasks:\n    - Name: b\n    <|>\n    LoopItems: []',
      '    ',
    ],
  ])('%s', (_, marked, indent) => {
    expect(accepted(marked, 'task: sleep')).toBe(marked.replace(`${indent}<|>`, sleep(indent)));
  });

  test.each([
    ['alone', 'Tasks:\n  - Name: a\n  <|>', 'Tasks:\n  - Name: a\n  - Name: '],
    ['begun', 'Tasks:\n  - Name: a\n  Na<|>', 'Tasks:\n  - Name: a\n  - Name: '],
    ['begun between two tasks', 'Tasks:\n- Name: a\nNa<|>\n- Name: b', 'Tasks:\n- Name: a\n- Name: \n- Name: b'],
  ])('whose first key comes with a dash, %s', (_, marked, text) => {
    expect(accepted(marked, 'Name')).toBe(text);
  });

  test('of texts', () => {
    const task = 'Parameters: {ids: {}}\nTasks:\n  - Action: ACS::ExecuteAPI\n    Properties:\n      Service: ECS\n';
    const marked = `${task}      API: StopInstances\n      Parameters:\n        InstanceId:\n          - a\n          <|>`;
    expect(accepted(marked, '{{ ids }}')).toMatch(/\n {10}- a\n {10}- '\{\{ ids \}\}'$/);
  });

  test('in which the dash is a part of what is put in, for clients that apply no other edits', () => {
    const { items } = itemsAt('Tasks:\n  - Name: a\n  <|>');
    const beginnings = items.map(({ newText, additionalEdits }) => [newText.slice(0, 2), additionalEdits.length]);
    expect(new Set(beginnings.map(String))).toEqual(new Set(['- ,0']));
  });

  test('that refers to what the tasks before it give', () => {
    const find = 'Tasks:\n- Name: find\n  Outputs:\n    ids: {Type: List}\n<|>';
    expect(accepted(find, 'task: loop over instances')).toContain("Items: '{{ find.ids }}'");
  });
});

test.each([
  'Tasks:\n  - Name: a\n    Action: ACS::Sleep\n  <|>\n  - Name: b\n',
  'Tasks:\n  - Name: a\n    Action: ACS::Sleep\n  O<|>\n',
  'Tasks:\n- Name: a\n  Action: ACS::Sleep\n<|>\n- Name: b\n',
  'Tasks:\n- Name: a\n  Action: ACS::Sleep\nO<|>\n- Name: b\n',
  'Tasks:\n- Name: a\n  Action: ACS::Sleep\n<|>\nOutputs: {}\n',
])('whatever is accepted, the text stays sound: %j', (marked) => {
  const { text, items } = itemsAt(marked);
  const broken = items.filter((it) => new TemplateDocument(apply(text, it), 'yaml').tree.problems.length > 0);
  expect(items.length).toBeGreaterThan(0);
  expect(broken.map(({ label }) => label)).toEqual([]);
});

test('behind a list in the column of its key the keys of the map are offered too', () => {
  expect(offered('Tasks:\n- Name: a\n<|>', 2)).toEqual(['FormatVersion', 'Outputs']);
});

test('in JSON a new item is a whole map', () => {
  const marked = '{\n  "Tasks": [\n    {\n      "Name": "a"\n    }\n    <|>\n  ]\n}';
  const { text, items } = itemsAt(marked, { notation: 'json' });
  const names = items.map((it) => JSON.parse(apply(text, it)).Tasks.map(({ Name }: { Name: string }) => Name).length);
  expect(new Set(names)).toEqual(new Set([2]));
});
