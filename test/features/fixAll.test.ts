import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { isSameName } from '../../server/src/analysis/fixes.ts';
import type { RuleSettings } from '../../server/src/analysis/levels.ts';
import { layered } from '../../server/src/analysis/levels.ts';
import { rules } from '../../server/src/analysis/rules/index.ts';
import { fixAll } from '../../server/src/features/fixAll.ts';
import type { Notation } from '../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { inItsNotations } from '../support/examples.ts';
import { fixture } from '../support/fixture.ts';

const catalog = bundledCatalog();
const strict: RuleSettings = { preset: 'strict', rules: {} };
const fix = (text: string, notation: Notation = 'yaml', settings = strict) => fixAll(text, notation, catalog, settings);

const template = (task: string) => `FormatVersion: OOS-2019-06-01\nTasks:\n${task}`;

describe('applies', () => {
  test('what can be meant in one way only', () => {
    const wrong = template('  - name: stop\n    Action: ACS::Pause\n    Description: {{ x }}\n');
    expect(fix(wrong).text).toBe(template("  - Name: stop\n    Action: ACS::Pause\n    Description: '{{ x }}'\n"));
  });

  test('what comes to light only after another repair', () => {
    const wrong = 'tasks:\n  - name: stop\n    action: ACS::Pause\n';
    expect(fix(wrong)).toEqual({ text: template('  - Name: stop\n    Action: ACS::Pause\n'), fixed: 4 });
  });

  test('repairs in JSON', () => {
    const wrong = '{"FormatVersion":"OOS-2019-06-01",\n "Tasks":[{"name":"stop","Action":"ACS::Pause"}]}';
    expect(fix(wrong, 'json').text).toBe(wrong.replace('"name"', '"Name"'));
  });

  test('nothing to the rest: comments, blanks, line ends, a byte order mark', () => {
    const rest = (name: string) =>
      `\uFEFF# words \r\nFormatVersion:   OOS-2019-06-01 # why\r\n\r\nTasks: \r\n  - { ${name}: 'stop',   Action: ACS::Pause }   \r\n# end`;
    expect(fix(rest('name'))).toEqual({ text: rest('Name'), fixed: 1 });
  });
});

describe('leaves alone', () => {
  test.each([
    ['a name that was probably meant', template("  - Name: stop\n    Action: ACS::Pause\n    Descripton: ''\n")],
    ['what somebody has to fill in', template('  - Name: reboot\n    Action: ACS::ECS::RebootInstance\n')],
    [
      'one of two ways to read a value',
      template('  - Name: call\n    Action: ACS::ExecuteAPI\n    Properties:\n      Parameters: { At: 12:30 }\n'),
    ],
    ['what is right', template('  - Name: stop\n    Action: ACS::Pause\n')],
  ])('%s', (what, text) => {
    expect(analyze(new TemplateDocument(text, 'yaml'), catalog).length > 0).toBe(what !== 'what is right');
    expect(fix(text)).toEqual({ text, fixed: 0 });
  });

  test('rules that are off, and what comments silence', () => {
    const off = layered({ rules: { 'unknown-task-key': 'off', 'missing-task-name': 'off' } });
    const wrong = template('  - name: stop\n    Action: ACS::Pause\n');
    expect(fix(wrong, 'yaml', off)).toEqual({ text: wrong, fixed: 0 });
    const silenced = `# oos-disable unknown-task-key, missing-task-name\n${wrong}`;
    expect(fix(silenced)).toEqual({ text: silenced, fixed: 0 });
  });

  test('the rules of style, unless they are wanted', () => {
    const text = template('  - Name: stop\n    Action: ACS::pause\n');
    expect(fix(text, 'yaml', layered({ rules: {} }))).toEqual({ text, fixed: 0 });
    expect(fix(text)).toEqual({ text: text.replace('pause', 'Pause'), fixed: 1 });
  });
});

/** Those in YAML with the line breaks of Windows. */
const examples = rules.flatMap((rule) =>
  rule.invalid.flatMap((it, index) =>
    inItsNotations(rule, fixture(it.text).text, it.notation).map(({ notation, text }) => ({
      name: `${rule.id} ${index} (${notation})`,
      notation,
      text: notation === 'yaml' ? text.replace(/\r?\n/g, '\r\n') : text,
    })),
  ),
);

test.each(examples)('$name: comes to an end, at which nothing certain is left, and breaks nothing', (it) => {
  const { text } = fix(it.text, it.notation);
  expect(fix(text, it.notation)).toEqual({ text, fixed: 0 });
  const problems = (text: string) => new TemplateDocument(text, it.notation).tree.problems.length;
  expect(problems(text)).toBeLessThanOrEqual(problems(it.text));
  if (it.text.includes('\r')) expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test.each([
  ['allowed_pattern', 'AllowedPattern', true],
  ['ACS:ECS:RunCommand', 'ACS::ECS::RunCommand', true],
  ['Concurrency,', 'Concurrency', true],
  ['10 %', '10%', true],
  ['10%', '10', false],
  ['-5', '5', false],
  ['1.5', '15', false],
  ['force', '{{ force }}', false],
  ['Descripton', 'Description', false],
])('%s and %s are the same name: %j', (name, other, expected) => {
  expect(isSameName(name, other)).toBe(expected);
});
