import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { askInBoth } from '../support/askInBoth.ts';

const catalog = bundledCatalog();

/** The rules of the errors and warnings, in the order of the text. */
const complaintsIn = (document: TemplateDocument): string[] =>
  analyze(document, catalog)
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule }) => rule);

/** Of a text that is broken in a way that only YAML can be. */
const complaints = (text: string) => complaintsIn(new TemplateDocument(text, 'yaml'));

const head = 'FormatVersion: OOS-2019-06-01\n';
const find = '  - Name: find\n    Action: ACS::ExecuteAPI\n    Properties: { Service: ECS, API: DescribeZones }\n';
const outputs = "    Outputs:\n      ids: { Type: List, ValueSelector: '.Zones.Zone[].ZoneId' }\n";
const read = "Outputs:\n  ids: { Type: List, Value: '{{ find.ids }}' }\n";

describe('what cannot be found is not reported where it is lost for a reason that is', () => {
  test.each([
    ['no tasks', `${head}${read}`, ['missing-tasks']],
    ['tasks that are no list', `${head}Tasks: { a: b }\n${read}`, ['invalid-value-type']],
    [
      'a task without a name',
      `${head}Tasks:\n${find.replace('Name: find\n    ', '')}${outputs}${read}`,
      ['missing-task-name'],
    ],
    [
      'an ACS::Loop without tasks',
      `${head}Tasks:\n  - Name: each\n    Action: ACS::Loop\n    Properties: { LoopItems: [1], LoopRateControl: { Mode: Concurrency } }\n    Outputs:\n      ids: { Type: List, ValueSelector: '{{ find.id }}' }\n`,
      ['missing-property'],
    ],
    [
      'parameters that are no map',
      `${head}Parameters: [name]\nTasks:\n  - { Name: wait, Action: ACS::Sleep, Properties: { Duration: '{{ name }}' } }\n`,
      ['invalid-value-type'],
    ],
  ])('%s', (_, text, rules) => {
    expect(askInBoth(text, complaintsIn)).toEqual(rules);
  });
});

describe('a place that cannot be read', () => {
  const wait = '  - Name: wait\n    Action: ACS::Sleep\n    Properties: { Duraton: 5s }\n';

  test('does not hide the mistakes of other tasks', () => {
    const broken = find.replace('Action:', 'Action');
    expect(complaints(`${head}Tasks:\n${broken}${outputs}${wait}${read}`)).toEqual([
      'invalid-syntax',
      'missing-sleep-time',
      'unknown-atomic-property',
    ]);
  });

  test('is the only complaint about its task', () => {
    const broken = find.replace('    Action', '\tAction').replace('ExecuteAPI', 'Nothing');
    expect(complaints(`${head}Tasks:\n${broken}${outputs}`)).toEqual(['invalid-syntax']);
  });

  test('may hold the name that is not found elsewhere', () => {
    const broken = find.replace('Name: find', 'Name: "find');
    expect(complaints(`${head}Tasks:\n${broken}${outputs}${read}`)).toEqual(['invalid-syntax']);
    expect(complaints(`${head}Tasks:\n${broken}${outputs}${read.replace('find.', 'other.')}`)).toEqual([
      'invalid-syntax',
      'unknown-task',
    ]);
  });

  test('and its follow-ups are told once', () => {
    const text = `${head}Tasks:\n  - Name: a\n   Action: ACS::Pause\n  Description: b\n`;
    expect(complaints(text)).toEqual(['invalid-syntax']);
  });
});

test('a task without its dash is told once', () => {
  const text = `${head}Tasks:\n  - Name: stop\n    Action: ACS::Pause\n${find.replace('- ', '  ')}    Loop: { Items: [1] }\n`;
  expect(complaints(text)).toEqual(['duplicate-key']);
});

test('other keys that come twice are told each', () => {
  const tasks = 'Tasks: [{ Name: a, Action: ACS::Pause, Name: b, Action: ACS::Pause }]\n';
  expect(askInBoth(`${head}${tasks}`, complaintsIn)).toEqual(['duplicate-key', 'duplicate-key']);
  const text = `${head}Tasks:\n  - { Name: a, Action: ACS::Pause }\nTasks:\n  - { Name: b, Action: ACS::Pause }\nOutputs: {}\nOutputs: {}\n`;
  expect(complaints(text)).toEqual(['duplicate-key', 'duplicate-key']);
});
