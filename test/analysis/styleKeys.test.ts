import { describe, expect, test } from 'vitest';
import { isMap, isSeq, type Node, parseDocument } from 'yaml';
import { ownBases } from '../mutants/bases.ts';
import { dataOf, foundBy, repairedBy } from '../support/repaired.ts';

const RULE = ['misplaced-key'];
const messages = (text: string) => foundBy(RULE, text).map(({ message }) => message.en.replace(/^By.*, '/, "'"));
const repaired = (text: string) => repairedBy(RULE, text);
const task = (...lines: string[]) => `Tasks:\n  - ${lines.join('\n    ')}\n`;

describe('the fewest keys are named', () => {
  test.each([
    [['Name: a', 'Description: b', 'Action: c', 'Properties: {}'], ["'Action' comes before 'Description'."]],
    [['Outputs: {}', 'Name: a', 'Action: c', 'Properties: {}'], ["'Outputs' comes after 'Properties'."]],
    [['Action: c', 'OnError: d', 'Loop: {}', 'Outputs: {}', 'Name: a'], ["'Name' comes before 'Action'."]],
    [['Name: a', 'When: b', 'Action: c', 'Retries: 1', 'Properties: {}'], []],
    [['Name: a', 'Action: b', 'Name: c'], []],
  ])('%j', (lines, expected) => {
    expect(messages(task(...lines))).toEqual(expected);
  });
});

describe('keys are moved', () => {
  test.each([
    [
      'with the keys of no order that follow them',
      task('Action: ACS::Pause', 'OnError: a', 'When: b', 'Name: c'),
      task('Name: c', 'Action: ACS::Pause', 'OnError: a', 'When: b'),
    ],
    [
      'with the comments above and beside them, and those deeper below them',
      'Tasks: [] # none\n  # so far\n# what it is\n\n# really\nDescription: a # b\nFormatVersion: c\n',
      'FormatVersion: c\n# what it is\n\n# really\nDescription: a # b\nTasks: [] # none\n  # so far\n',
    ],
    [
      'and blank lines stay',
      'Description: a\n\nFormatVersion: b\n\n\nTasks: []\n',
      'FormatVersion: b\n\nDescription: a\n\n\nTasks: []\n',
    ],
    [
      'and what heads the file stays',
      '# head\n\n# a\nDescription: a\nFormatVersion: b\n',
      '# head\n\nFormatVersion: b\n# a\nDescription: a\n',
    ],
    [
      'with texts over several lines',
      task('Name: a', 'Description: |-', '  b', '', '   c', 'Action: "x', '', '  y"'),
      task('Name: a', 'Action: "x', '', '  y"', 'Description: |-', '  b', '', '   c'),
    ],
    ['with line breaks of Windows', 'Tasks: []\r\nDescription: a', 'Description: a\r\nTasks: []'],
    ['without values', 'Tasks:\nDescription: # a\nFormatVersion:', 'FormatVersion:\nDescription: # a\nTasks:'],
    [
      'behind a dash',
      task('Action: ACS::Pause # b', '# d', 'Description: c', 'Name: a # e'),
      task('Name: a # e', 'Action: ACS::Pause # b', '# d', 'Description: c'),
    ],
    [
      'on a line of their own behind a dash',
      'Tasks:\n  -\n    # b\n    Action: a\n    # d\n    Name: c\n',
      'Tasks:\n  -\n    # d\n    Name: c\n    # b\n    Action: a\n',
    ],
    [
      'in braces',
      'Tasks:\n  - { Action: a,\n      Name: b,\n      Properties: {} }\n  - { "Action": a , Name: [b, c] }\n',
      'Tasks:\n  - { Name: b,\n      Action: a,\n      Properties: {} }\n  - { Name: [b, c] , "Action": a }\n',
    ],
    [
      'with comments to us that are about the next or the same line',
      'Description: a\n# oos-disable-next-line misplaced-key\nTasks: [] # oos-disable-line missing-tasks\n# oos-disable-next-line x\nFormatVersion: b\n',
      '# oos-disable-next-line x\nFormatVersion: b\nDescription: a\n# oos-disable-next-line misplaced-key\nTasks: [] # oos-disable-line missing-tasks\n',
    ],
  ])('%s', (_, text, expected) => {
    expect(repaired(text)).toBe(expected);
    expect(dataOf(expected)).toEqual(dataOf(text));
  });

  test('in JSON, where line breaks and commas stay', () => {
    const text =
      '{\n  "Tasks": [\n    { "Action": "a",\n      "Name": "b" } ] ,\n  "Description": { "en": "x" },"FormatVersion": "c"\n}';
    expect(repairedBy(RULE, text, 'json')).toBe(
      '{\n  "FormatVersion": "c" ,\n  "Description": { "en": "x" },"Tasks": [\n    { "Name": "b",\n      "Action": "a" } ]\n}',
    );
  });
});

describe('nothing is moved', () => {
  test.each([
    ['where a comment would end up behind a dash', task('Action: a', '# b', 'Name: c')],
    ['where a block owns the blank lines below it', 'Description: |+\n  a\n\nFormatVersion: b\n'],
    ['between braces with comments', 'Tasks:\n  - { Action: a, # b\n      Name: c }\n'],
    ['where a comment to us covers what follows it', 'Description: a\n# oos-disable missing-tasks\nFormatVersion: b\n'],
    [
      'where a comment to us stands at the end of another value',
      'Tasks: []\n  # oos-disable-next-line invalid-date\nFormatVersion: b\n',
    ],
    ['of keys with question marks', 'Tasks: []\n? Description\n: b\n'],
    ['of keys that are there twice', 'Tasks: []\nDescription: a\nDescription: b\n'],
    ['of keys with anchors', 'Tasks: []\n&a Description: b\n'],
    ['in a broken text', 'Tasks: []\nDescription: a\nFormatVersion: "b\n'],
  ])('%s', (_, text) => {
    const found = foundBy(RULE, text);
    expect(found.length).toBeGreaterThan(0);
    expect(found.flatMap(({ fixes }) => fixes)).toEqual([]);
  });
});

test('a comment that begins the file may be about all of it, so its move needs a second look', () => {
  const guesses = (text: string) => foundBy(RULE, text).flatMap(({ fixes }) => fixes.map(({ guess }) => guess));
  expect(guesses('# all of it?\nDescription: a\nFormatVersion: b\n')).toEqual([true]);
  expect(guesses('# all of it\n\n# a\nDescription: a\nFormatVersion: b\n')).toEqual([undefined]);
});

test.each(ownBases())('$name comes back into order', ({ document: { text, notation } }) => {
  const wrong = notation === 'json' ? turnedJson(text) : turnedYaml(text);
  expect(foundBy(RULE, wrong, notation)).not.toEqual([]);
  const result = repairedBy(RULE, wrong, notation);
  expect(foundBy(RULE, result, notation)).toEqual([]);
  expect(dataOf(result, notation)).toEqual(dataOf(text, notation));
});

/** A template with the keys of itself and of its tasks back to front. */
function turnedYaml(text: string): string {
  const document = parseDocument(text);
  const tasks = document.get('Tasks');
  const nodes = [document.contents, ...(isSeq<Node>(tasks) ? tasks.items : [])];
  for (const node of nodes) if (isMap(node)) node.items.reverse();
  return document.toString();
}

function turnedJson(text: string): string {
  const turned = (data: object) => Object.fromEntries(Object.entries(data).reverse());
  const template = JSON.parse(text);
  return JSON.stringify(turned({ ...template, Tasks: template.Tasks.map(turned) }), null, 2);
}
