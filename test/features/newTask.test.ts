import { expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { newTask } from '../../server/src/features/newTask.ts';
import type { Notation } from '../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { fixture } from '../support/fixture.ts';
import { insertSnippet } from '../support/snippet.ts';

const catalog = bundledCatalog();

/** The text with a task for an action, inserted where the mark says. */
function inserted(marked: string, action: string, notation: Notation = 'yaml'): string | undefined {
  const { text, cursors } = fixture(marked);
  const spec = catalog.action(action);
  if (!spec) throw new Error(`no action ${action}`);
  const task = newTask(new TemplateDocument(text, notation), cursors[0] ?? text.length, spec);
  return task && insertSnippet(text, task);
}

const errorsIn = (text: string, notation: Notation) =>
  analyze(new TemplateDocument(text, notation), catalog).filter(({ severity }) => severity === 'error');

const head = 'FormatVersion: OOS-2019-06-01\n';
const two = `${head}Tasks:
  - Name: one
    Action: ACS::Sleep
    Properties:
      Dur<|>ation: PT1M # a minute

  # The second one.
  - Name: two
    Action: ACS::Sleep
    Properties:
      Duration: PT2M
`;

test('goes behind the task around the cursor, in its indentation', () => {
  expect(inserted(two, 'ACS::Sleep')).toBe(`${head}Tasks:
  - Name: one
    Action: ACS::Sleep
    Properties:
      Duration: PT1M # a minute
  - Name: sleep
    Action: ACS::Sleep
    Properties:
      Duration: PT1M

  # The second one.
  - Name: two
    Action: ACS::Sleep
    Properties:
      Duration: PT2M
`);
});

test('goes to the end of the tasks from elsewhere, behind a text without a last line break too', () => {
  const text = `FormatVersion: OOS-2019-<|>06-01
Tasks:
- Name: sleep
  Action: ACS::Sleep
  Properties: {Duration: PT1M}`;
  expect(inserted(text, 'ACS::Sleep')).toBe(`${text.replace('<|>', '')}
- Name: sleep2
  Action: ACS::Sleep
  Properties:
    Duration: PT1M`);
});

test('a trigger goes to the front', () => {
  const text = inserted(two, 'ACS::TimerTrigger') ?? '';
  expect(text).toContain(
    'Tasks:\n  - Name: timerTrigger\n    Action: ACS::TimerTrigger\n    Properties:\n      Type: ',
  );
  expect(text).toContain('\n  - Name: one\n');
  expect(errorsIn(text, 'yaml')).toEqual([]);
});

test('goes into the tasks of a loop and of an inline template', () => {
  const inner = (cursor: string) => `${head}Tasks:
  - Name: each
    Action: ACS::Loop
    Properties:
      LoopItems: [a]
      LoopTasks:
        - Name: wait
          Action: ACS::Sleep
          Properties:
            Duration: ${cursor}
  - Name: child
    Action: ACS::Template
    Properties:
      TemplateContent:
        FormatVersion: OOS-2019-06-01
        Tasks:
          - Name: sleep
            Action: ACS::Sleep
            Properties:
              Duration: PT5M
`;
  expect(inserted(inner('PT<|>1M'), 'ACS::Sleep')).toContain(
    '            Duration: PT1M\n        - Name: sleep\n          Action: ACS::Sleep\n',
  );
  expect(inserted(inner('PT1M').replace('PT5M', 'PT<|>5M'), 'ACS::Sleep')).toContain(
    '              Duration: PT5M\n          - Name: sleep2\n            Action: ACS::Sleep\n',
  );
});

test.each([
  ['no tasks yet', `${head}Tasks:\n`],
  ['an empty list', `${head}Tasks: []\n`],
  ['no list', `${head}Parameters:\n  a:\n    Type: String\n`],
  ['tasks in brackets', `${head}Tasks: [{Name: a, Action: 'ACS::Sleep', Properties: {Duration: PT1M}}]\n`],
])('YAML with %s', (_, text) => {
  const result = inserted(text, 'ACS::ECS::RebootInstance') ?? '';
  const { template } = new TemplateDocument(result, 'yaml');
  expect(template?.tasks.tasks.at(-1)?.name).toBe('rebootInstance');
  expect(errorsIn(result, 'yaml').filter(({ rule }) => rule === 'invalid-syntax')).toEqual([]);
});

test.each([
  ['no list', { Parameters: { a: { Type: 'String' } } }],
  ['an empty list', { Tasks: [] }],
  ['a task', { Tasks: [{ Name: 'a', Action: 'ACS::Sleep', Properties: { Duration: 'PT1M' } }] }],
])('JSON with %s, in its layout', (_, content) => {
  const text = JSON.stringify({ FormatVersion: 'OOS-2019-06-01', ...content }, null, 4);
  const result = inserted(text, 'ACS::Sleep', 'json') ?? '';
  expect(result).toBe(JSON.stringify(JSON.parse(result), null, 4));
  expect(JSON.parse(result).Tasks.at(-1)).toEqual({
    Name: 'sleep',
    Action: 'ACS::Sleep',
    Properties: { Duration: 'PT1M' },
  });
});

test('JSON on one line stays there', () => {
  const text = '{"FormatVersion": "OOS-2019-06-01", "Tasks": [{"Name": "a", "Action": "ACS::Sleep"}]}';
  const result = inserted(text, 'ACS::TimerTrigger', 'json') ?? '';
  expect(result).not.toContain('\n');
  expect(JSON.parse(result).Tasks.map((it: { Name: string }) => it.Name)).toEqual(['timerTrigger', 'a']);
});

test('refers to the parameters and to the tasks before', () => {
  const text = `${head}Parameters:
  regionId:
    Type: String
Tasks:
  - Name: one
    Action: ACS::Sleep
    Properties: {Duration: PT1M}
`;
  expect(inserted(text, 'ACS::ECS::RebootInstance')).toContain("regionId: '{{ regionId }}'");
});

test('has no place in what is no template, and in tasks that are no list', () => {
  expect(inserted(`${head}Tasks: later\n`, 'ACS::Sleep')).toBeUndefined();
  expect(inserted('- 1\n', 'ACS::Sleep')).toBeUndefined();
});
