import { describe, expect, test } from 'vitest';
import { FlowGraph } from '../../server/src/analysis/flow/flowGraph.ts';
import { applyEdits } from '../../server/src/syntax/edit.ts';
import type { Notation } from '../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { foundBy, foundInBoth } from '../support/repaired.ts';

const catalog = bundledCatalog();

const pause = (name: string, rest = '') => `  - { Name: ${name}, Action: ACS::Pause${rest} }\n`;
const choice = (name: string, nextTask: string, defaultTask: string, rest = '') =>
  `  - { Name: ${name}, Action: ACS::Choice${rest}, Properties: { DefaultTask: ${defaultTask}, Choices: [{ When: { 'Fn::Equals': [1, 1] }, NextTask: ${nextTask} }] } }\n`;

/** The names of the tasks that can run. */
function running(tasks: string): string[] {
  const { template } = new TemplateDocument(`Tasks:\n${tasks}`, 'yaml');
  if (!template) throw new Error('no template');
  const graph = new FlowGraph(template, template.tasks, catalog);
  return template.tasks.tasks.flatMap((task) => (graph.running.has(task) ? (task.name ?? []) : []));
}

describe('which tasks can run', () => {
  test.each<[string, string, string[]]>([
    ['one after another', pause('a') + pause('b'), ['a', 'b']],
    ['not behind the end', pause('a', ', OnSuccess: ACS::END') + pause('b'), ['a']],
    ['behind a jump only its target', pause('a', ', OnSuccess: c') + pause('b') + pause('c'), ['a', 'c']],
    ['an error leads on', pause('a', ', OnSuccess: c, OnError: b') + pause('b') + pause('c'), ['a', 'b', 'c']],
    ['NEXT is the task that follows', pause('a', ', OnSuccess: acs::next') + pause('b'), ['a', 'b']],
    ['an ignored error leads on', pause('a', ', OnSuccess: ACS::END, OnError: ACS::NEXT') + pause('b'), ['a', 'b']],
    ['a choice goes only where it says', choice('a', 'c', 'ACS::END') + pause('b') + pause('c'), ['a', 'c']],
    [
      'a skipped choice falls through',
      choice('a', 'c', 'ACS::END', ', When: { Fn::Equals: [1, 2] }') + pause('b') + pause('c'),
      ['a', 'b', 'c'],
    ],
    [
      'a task that nothing leads to leads nowhere',
      pause('a', ', OnSuccess: ACS::END') + pause('b') + pause('c'),
      ['a'],
    ],
  ])('%s', (_, tasks, expected) => {
    expect(running(tasks)).toEqual(expected);
  });

  test.each<[string, string]>([
    ['an unknown target', pause('a', ', OnSuccess: nowhere')],
    ['a target by reference', pause('a', ", OnSuccess: '{{ x }}'")],
    ['a jump backward', pause('a', ', OnSuccess: a')],
    ['a choice without a default', '  - { Name: a, Action: ACS::Choice, Properties: { Choices: [] } }\n'],
    [
      'a choice with a broken list',
      '  - { Name: a, Action: ACS::Choice, Properties: { DefaultTask: ACS::END, Choices: {} } }\n',
    ],
    ['an unknown action', '  - { Name: a, Action: ACS::Chioce, OnSuccess: ACS::END }\n'],
    ['a misspelt key', pause('a', ', OnSuccess: ACS::END, OnEror: b')],
  ])('nothing is unreachable behind %s', (_, first) => {
    expect(running(first + pause('b') + pause('c'))).toEqual(['a', 'b', 'c']);
  });
});

describe('outputs of tasks that did not run', () => {
  const ask = (rest = '') =>
    `  - { Name: ask, Action: ACS::ExecuteAPI${rest}, Outputs: { id: { Type: String, ValueSelector: .id } } }\n`;
  const read = (name: string, rest = '') =>
    `  - { Name: ${name}, Action: ACS::Sleep${rest}, Properties: { Duration: '{{ ask.id }}' } }\n`;

  test.each<[string, string, number]>([
    ['passed on the way', ask() + read('r'), 0],
    ['passed on one of two ways', choice('pick', 'r', 'ask') + ask() + read('r'), 0],
    ['left for the end', choice('pick', 'ask', 'r') + ask(', OnSuccess: ACS::END') + read('r'), 1],
    ['left by a jump over the reader', choice('pick', 'ask', 'r') + ask(', OnSuccess: z') + read('r') + pause('z'), 1],
    [
      'left, but not after an error',
      choice('pick', 'ask', 'r') + ask(', OnSuccess: z, OnError: r') + read('r') + pause('z'),
      0,
    ],
    ['skipped, perhaps', ask(', When: { Fn::Equals: [1, 2] }, OnSuccess: z') + read('r') + pause('z'), 0],
    ['read by a task that never runs', ask(', OnSuccess: ACS::END') + read('r'), 0],
    [
      'read inside a loop that comes behind it',
      `${choice('pick', 'ask', 'l')}${ask(', OnSuccess: ACS::END')}  - Name: l\n    Action: ACS::Loop\n    Properties:\n      LoopItems: [1]\n      LoopTasks:\n      ${read('r')}`,
      1,
    ],
  ])('%s', (_, tasks, count) => {
    expect(foundInBoth(['unreachable-output'], `Tasks:\n${tasks}`)).toHaveLength(count);
  });

  test('a text that cannot be read to its end is not judged', () => {
    const tasks = pause('a', ', OnSuccess: ACS::END') + pause('b');
    expect(foundBy(['unreachable-task'], `Tasks:\n${tasks}`)).toHaveLength(1);
    expect(foundBy(['unreachable-task'], `Tasks:\n${tasks}Outputs:\n  o: { Value: "open\n`)).toEqual([]);
  });
});

/** The text after the first fix of the first finding. */
function fixFirst(text: string, notation: Notation, rule: string): string {
  return applyEdits(text, foundBy([rule], text, notation)[0]?.fixes[0]?.edits ?? []);
}

describe('repairs of the flow', () => {
  const right = `Tasks:
  # every day
  - Name: daily
    Action: ACS::TimerTrigger
    Properties: { Type: rate, Expression: 1 days }
  - Name: stop
    Action: ACS::Pause
    Description: |
      stops it

  # the last one
  - Name: last
    Action: ACS::Pause
`;

  test('a trigger that changed places with the next task goes back', () => {
    const [daily = '', stop = ''] = right.split(/(?<=days }\n)|(?<=stops it\n)/);
    const head = daily.slice(0, daily.indexOf('  - '));
    const wrong = `${head}${stop}${daily.slice(head.length)}${right.slice(daily.length + stop.length)}`;
    expect(fixFirst(wrong, 'yaml', 'misplaced-trigger')).toBe(right);
  });

  test('a trigger behind a comment is not moved, as the comment would be lost', () => {
    const wrong = `Tasks:\n${pause('stop')}  # every day\n  - { Name: daily, Action: ACS::TimerTrigger }\n`;
    expect(foundBy(['misplaced-trigger'], wrong).map(({ fixes }) => fixes)).toEqual([[]]);
  });

  test('in JSON too', () => {
    const json = `{\n  "Tasks": [\n    { "Name": "a", "Action": "ACS::Pause" },\n    { "Name": "t", "Action": "ACS::AlarmTrigger" }\n  ]\n}\n`;
    expect(fixFirst(json, 'json', 'misplaced-trigger')).toBe(
      `{\n  "Tasks": [\n    { "Name": "t", "Action": "ACS::AlarmTrigger" },\n    { "Name": "a", "Action": "ACS::Pause" }\n  ]\n}\n`,
    );
  });

  const settings = 'Retries: 9\n    DelayType: Constant\n    Delay: 3';
  const wait = (inside: string, beside: string) =>
    `Tasks:\n  - Name: wait\n    Action: ACS::WaitFor\n    Properties:${inside}\n      API: DescribeInstances\n${beside}`;

  test.each([
    ['first in Properties', `\n      ${settings.replaceAll('    ', '      ')}`, ''],
    ['the task has one of them', '\n      Delay: 30', '    Delay: 3\n'],
  ])('settings of retries go to the task: %s', (_, inside, beside) => {
    const expected = wait('', beside || `    ${settings}\n`);
    expect(fixFirst(wait(inside, beside), 'yaml', 'misplaced-retry')).toBe(expected);
  });

  test('line ends stay as they are', () => {
    const wrong = wait('\n      Retries: 9', '').replaceAll('\n', '\r\n');
    expect(fixFirst(wrong, 'yaml', 'misplaced-retry')).toBe(wait('', '    Retries: 9\n').replaceAll('\n', '\r\n'));
  });

  test('Properties that hold nothing else stay there, empty', () => {
    const wrong = 'Tasks:\n  - Name: wait\n    Action: ACS::CheckFor\n    Properties:\n      Retries: 9\n';
    expect(fixFirst(wrong, 'yaml', 'misplaced-retry')).toBe(
      'Tasks:\n  - Name: wait\n    Action: ACS::CheckFor\n    Properties:\n      {}\n    Retries: 9\n',
    );
    const json = '{"Tasks":[{"Action":"ACS::CheckFor","Properties":{"Retries":9}}]}';
    expect(fixFirst(json, 'json', 'misplaced-retry')).toBe(
      '{"Tasks":[{"Action":"ACS::CheckFor","Properties":{}, "Retries":9}]}',
    );
  });

  test('settings on a task that does not retry are removed together', () => {
    const task = (rest: string) =>
      `Tasks:\n  - Name: start\n    Action: ACS::ExecuteAPI\n${rest}    Properties: { Service: ECS, API: StartInstance }\n`;
    expect(fixFirst(task(`    ${settings}\n`), 'yaml', 'misplaced-retry')).toBe(task(''));
  });
});

describe('properties of which there must be one', () => {
  test('a misspelt Properties is one mistake, not two', () => {
    const text = 'Tasks:\n  - { Name: wait, Action: ACS::Sleep, Propertys: { Duration: PT1M } }\n';
    expect(foundBy(['missing-sleep-time'], text)).toEqual([]);
  });

  test('what comes from a function or a reference may have them', () => {
    const text = (properties: string) => `Tasks:\n  - { Name: wait, Action: ACS::Sleep, Properties: ${properties} }\n`;
    expect(foundBy(['missing-sleep-time'], text('{ Fn::MergeMap: [] }'))).toEqual([]);
    expect(foundBy(['missing-sleep-time'], text("'{{ all }}'"))).toEqual([]);
    expect(foundBy(['missing-sleep-time'], text('{}'))).toHaveLength(1);
  });

  test('settings of retries inside Properties are reported once', () => {
    const text = 'Tasks:\n  - { Name: wait, Action: ACS::WaitFor, Properties: { Retries: 3 } }\n';
    expect(foundBy(['misplaced-retry', 'unknown-atomic-property'], text).map(({ rule }) => rule)).toEqual([
      'misplaced-retry',
    ]);
  });
});
