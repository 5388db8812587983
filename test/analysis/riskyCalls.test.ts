import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { Diagnostic } from '../../server/src/analysis/rule.ts';
import { applyEdits } from '../../server/src/syntax/edit.ts';
import type { Notation } from '../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { call, withTasks } from '../risk/templates.ts';
import { askInBoth } from '../support/askInBoth.ts';
import { corpusFiles } from '../support/corpus.ts';
import { sayWithoutCorpus } from '../support/withoutCorpus.ts';

const catalog = bundledCatalog();
const find = (text: string, notation: Notation): Diagnostic[] => analyze(new TemplateDocument(text, notation), catalog);

/** What is found in a template with these tasks. */
const found = (...tasks: readonly string[]) =>
  askInBoth(withTasks(tasks.join('\n')), (document) =>
    analyze(document, catalog).map(({ rule, severity, message }) => ({ rule, severity, message })),
  );

const approve =
  "- { Name: ask, Action: 'ACS::Approve', Properties: { NotifyType: WebHook, WebHook: { URI: 'https://example.com', Content: {} } } }";
const remove = (more = '') => call('remove', 'ECS', 'DeleteInstance', `, Parameters: { InstanceId: i-1 }${more}`);

describe('a deletion', () => {
  test('is noted, with a hint that nothing guards it', () => {
    expect(found(remove())).toMatchObject([
      {
        rule: 'risky-documented-call',
        severity: 'information',
        message: {
          en: 'This task calls ECS DeleteInstance. OOS treats operations that begin with Delete as high-risk. It cannot be undone. Nothing guards it. OOS asks before it if the execution is started with SafetyCheck ConfirmEveryHighRiskAction.',
          zh: expect.stringContaining(
            '此任务会调用 ECS DeleteInstance。OOS 将以 Delete 开头的操作视为高风险操作。无法撤销。',
          ),
        },
      },
      { rule: 'risky-unguarded', severity: 'hint' },
    ]);
  });

  test('behind an approval or a check is told with other words, and without the hint', () => {
    const [approved, ...others] = found(approve, remove());
    expect(others).toEqual([]);
    expect(approved?.message.en).toMatch(/cannot be undone\. Somebody has to agree before it: 'ask'\.$/);
    expect(approved?.message.zh).toMatch(/执行前需要人工确认：“ask”。$/);
    const check =
      "- { Name: look, Action: 'ACS::CheckFor', Properties: { Service: ECS, API: DescribeInstances, PropertySelector: TotalCount, DesiredValues: [1] } }";
    expect(found(check, remove()).map(({ rule, message }) => [rule, message.en])).toEqual([
      ['risky-documented-call', expect.stringContaining("A check comes before it, but nobody is asked: 'look'.")],
    ]);
  });

  test('marked with Risk: Normal is silent, but the mark is noted', () => {
    expect(found(remove(', Risk: Normal'))).toMatchObject([
      {
        rule: 'risky-override',
        severity: 'information',
        message: {
          en: 'Nobody is asked before ECS DeleteInstance, since the task is marked with Risk: Normal.',
          zh: expect.stringContaining('不会请求确认'),
        },
      },
    ]);
  });

  test('of what the execution has made is noted without the hint', () => {
    const made = remove().replace('i-1', "'{{ make.id }}'");
    const make =
      "- { Name: make, Action: 'ACS::ExecuteAPI', Properties: { Service: ECS, API: RunInstances, Parameters: { RegionId: x } }, Outputs: { id: { Type: String, ValueSelector: 'InstanceIdSets.InstanceIdSet[0]' } } }";
    const [note, ...others] = found(make, made);
    expect(others).toEqual([]);
    expect(note?.message.en).toContain("It affects only what the execution itself made: 'make'.");
  });
});

test('what a product action does in passing is noted with the way to it, without the hint', () => {
  const [note, ...others] = found(
    "- { Name: run, Action: 'ACS::CS::RunCommand', Properties: { clusterId: c-1, commandContent: ls } }",
  ).filter(({ rule }) => rule.startsWith('risky-'));
  expect(others).toEqual([]);
  expect(note?.rule).toBe('risky-documented-call');
  expect(note?.message.en).toContain('ACS::CS::RunCommand > ACS::CS::FCRunCommand calls ROS DeleteStack.');
});

/** The text after the fix, which has to be a sound template without the hint. */
function approved(text: string, notation: Notation): string {
  const fixes = find(text, notation).flatMap(({ rule, fixes: [fix] }) =>
    rule === 'risky-unguarded' && fix ? fix : [],
  );
  const fixed = applyEdits(
    text,
    fixes.flatMap(({ edits }) => edits),
  );
  const problems = ({ rule, severity }: Diagnostic) =>
    rule === 'risky-unguarded' || severity === 'error' || severity === 'warning';
  const before = new Set(
    find(text, notation)
      .filter(problems)
      .map(({ message }) => message.en),
  );
  const after = find(fixed, notation).filter(problems);
  expect(after.filter((it) => it.rule === 'risky-unguarded' || !before.has(it.message.en))).toEqual([]);
  expect(new TemplateDocument(fixed, notation).tree.problems).toEqual([]);
  return fixed;
}

describe('the fix puts an approval in front', () => {
  test('of each task, under names that are free', () => {
    const fixed = approved(
      `FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: approveRemove, Action: 'ACS::Pause', OnSuccess: 'ACS::END', OnError: remove }\n  ${remove()}\n  ${remove().replace('remove', '"remove it"')}\n`,
      'yaml',
    );
    expect(fixed).toContain('{ Name: approveRemove2, Action: ACS::Approve');
    expect(fixed).toContain('{ Name: approve, Action: ACS::Approve');
    expect(fixed).toContain('OnError: approveRemove2');
  });

  test('of the loop, or of the inline template, in which the call stands', () => {
    const inner = remove().slice(2);
    const tasks = [
      `- Name: each\n    Action: ACS::Loop\n    Properties:\n      LoopItems: [1, 2]\n      LoopTasks:\n        - ${inner}`,
      `- Name: child\n    Action: ACS::Template\n    Properties:\n      TemplateContent: { FormatVersion: OOS-2019-06-01, Tasks: [${inner}] }`,
    ];
    const fixed = approved(`FormatVersion: OOS-2019-06-01\nTasks:\n  ${tasks.join('\n  ')}\n`, 'yaml');
    expect([...fixed.matchAll(/^ {2}- Name: (\w+)$/gm)].map(([, name]) => name)).toEqual([
      'approveEach',
      'each',
      'approveChild',
      'child',
    ]);
  });

  const json = (indent: string | number | undefined, lineBreak = '\n') =>
    JSON.stringify(
      {
        FormatVersion: 'OOS-2019-06-01',
        Tasks: [{ Name: 'remove', Action: 'ACS::ExecuteAPI', Properties: { Service: 'ECS', API: 'DeleteInstance' } }],
      },
      undefined,
      indent,
    ).replaceAll('\n', lineBreak);

  test.each([
    ['four blanks', json(4), '        {\n            "Name": "approveRemove",\n            "Action"'],
    ['tabs', json('\t'), '\t\t{\n\t\t\t"Name": "approveRemove",\n\t\t\t"Action"'],
    ['CRLF', json(2, '\r\n'), '    {\r\n      "Name": "approveRemove",\r\n      "Action"'],
    ['one line', json(undefined), '[{ "Name": "approveRemove", "Action"'],
  ])('in the layout of the file: JSON with %s', (_, text, expected) => {
    const fixed = approved(text, 'json');
    expect(fixed).toContain(expected);
    expect(fixed.replaceAll('\r\n', '').includes('\n')).toBe(text.includes('\n') && !text.includes('\r'));
  });

  const yaml = (dash: string, lineBreak = '\n') => {
    const task = ['Name: remove', 'Action: ACS::ExecuteAPI', 'Properties: { Service: ECS, API: DeleteInstance }'];
    const keys = dash + task.join(`\n${' '.repeat(dash.length)}`);
    return `FormatVersion: OOS-2019-06-01\nTasks:\n${keys}\n`.replaceAll('\n', lineBreak);
  };

  test.each([
    ['a list in the column of its key', yaml('- '), 'Tasks:\n- Name: approveRemove\n  Action: ACS::Approve\n'],
    ['CRLF', yaml('  - ', '\r\n'), 'Tasks:\r\n  - Name: approveRemove\r\n    Action: ACS::Approve\r\n'],
    ['a wide dash', yaml('  -   '), 'Tasks:\n  -   Name: approveRemove\n      Action: ACS::Approve\n'],
  ])('in the layout of the file: YAML with %s', (_, text, expected) => {
    expect(approved(text, 'yaml')).toContain(expected);
  });
});

sayWithoutCorpus('the fix is not tried on real templates');

test.each(corpusFiles())('the fix leaves $name ($notation) sound', ({ text, notation }) => {
  approved(text, notation);
});
