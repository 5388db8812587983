import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { askInBoth } from '../support/askInBoth.ts';

/** Without hints, which are no mistakes: the parameters here are declared for their attributes and never used. */
const found = (text: string, notation: 'yaml' | 'json' = 'yaml') =>
  analyze(new TemplateDocument(text, notation), bundledCatalog()).filter(({ severity }) => severity !== 'hint');
const ids = (text: string, notation: 'yaml' | 'json' = 'yaml') => found(text, notation).map(({ rule }) => rule);

const TASKS = 'Tasks:\n  - { Name: stop, Action: ACS::Pause }\n';
const withParameters = (parameters: string) => `FormatVersion: OOS-2019-06-01\nParameters:\n${parameters}${TASKS}`;

test('of a text too long to be read to its end only its size is told', () => {
  const list = Array.from({ length: 100_000 }, () => 'x').join(',');
  expect(ids(withParameters(`  ids: { Type: List, Default: [${list}] }\n`))).toEqual(['content-too-large']);
});

test.each<[string, string]>([
  ['an action', '  - { Name: a, Action: &x ACS::Pause }\n  - { Name: b, Action: *x }\n'],
  ['a task', '  - &x { Name: a, Action: ACS::Pause }\n  - { <<: *x, Name: b }\n'],
  [
    'a jump',
    '  - { Name: a, Action: ACS::Pause, OnError: &x ACS::END }\n  - { Name: b, Action: ACS::Pause, OnError: *x }\n',
  ],
  [
    'a condition',
    "  - { Name: a, When: &x { 'Fn::Equals': [1, 1] }, Action: ACS::Pause }\n  - { Name: b, When: *x, Action: ACS::Pause }\n",
  ],
])('an alias that stands for %s is no mistake, and nothing is said against it', (_, tasks) => {
  expect(ids(`FormatVersion: OOS-2019-06-01\nTasks:\n${tasks}`)).toEqual(['unchecked-yaml-feature']);
});

test('parameters that are merged in may be used', () => {
  const parameters = '  <<: { merged: { Type: String } }\n  own: { Type: String }\n';
  const text = withParameters(parameters).replace('Pause', "Sleep, Properties: { Duration: '{{ merged }}' }");
  expect(ids(text)).toEqual(['unchecked-yaml-feature']);
});

describe('one slip leads to no others', () => {
  test('a misspelt key is missing and unknown at one place, with one repair', () => {
    const diagnostics = found(`FormatVerison: OOS-2019-06-01\n${TASKS}`);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['missing-format-version', 'unknown-top-level-key']);
    const [first, second] = diagnostics;
    expect(first?.range).toEqual(second?.range);
    expect(first?.fixes).toEqual(second?.fixes);
  });

  test('a misspelt Type does not make a String of the parameter', () => {
    const attributes = 'MinValue: 1, Default: 5, AssociationProperty: Number';
    expect(ids(withParameters(`  n: { type: Number, ${attributes} }\n`))).toEqual(['unknown-parameter-attribute']);
  });

  test('an unknown type says nothing about the default', () => {
    expect(ids(withParameters('  n: { Type: Integer, MinValue: 7, Default: 5 }\n'))).toEqual([
      'unknown-parameter-type',
    ]);
  });

  test('a default of the wrong type is not held against AllowedValues too', () => {
    expect(ids(withParameters('  n: { Type: Number, AllowedValues: [1, 2], Default: one }\n'))).toEqual([
      'invalid-default-type',
    ]);
  });

  test('a value of the wrong type is not an unknown word too', () => {
    expect(ids(withParameters('  n: { Type: [String] }\n'))).toEqual(['unknown-parameter-type']);
  });
});

describe('texts that cannot be read to their end', () => {
  test('a section behind the break is not missing', () => {
    const text = `Description: "unfinished\nFormatVersion: OOS-2019-06-01\n${TASKS}`;
    expect(ids(text)).toContain('invalid-syntax');
    expect(ids(text)).not.toContain('missing-tasks');
    expect(ids(text)).not.toContain('missing-format-version');
  });

  test('a key that waits for its value is of no wrong type', () => {
    expect(ids(withParameters('  n:\n'))).toEqual([]);
    expect(ids(withParameters('  n: { Type: , Default: }\n'))).toEqual([]);
  });
});

test('what an alias stands for is not judged', () => {
  const text = withParameters('  a: &a { Type: String, Default: x }\n  b: *a\n  c: { Type: String, Default: *a }\n');
  expect(new Set(ids(text))).toEqual(new Set(['unchecked-yaml-feature']));
});

describe('inline templates and inner tasks', () => {
  test('an inline template needs tasks of its own', () => {
    const content = 'TemplateContent: { FormatVersion: OOS-2019-06-01, Outputs: { a: {} } }';
    const text = `FormatVersion: OOS-2019-06-01\nTasks:\n  - Name: outer\n    Action: ACS::Template\n    Properties:\n      ${content}\n`;
    expect(ids(text)).toEqual(['missing-tasks', 'missing-output-value']);
  });

  test('outputs of an inner task are outputs of a task', () => {
    const inner =
      '{ Name: wait, Action: ACS::Sleep, Properties: { Duration: 5s }, Outputs: { a: { Type: Sting }, A: { Values: x } } }';
    const text = `FormatVersion: OOS-2019-06-01\nTasks:\n  - Name: outer\n    Action: ACS::Loop\n    Properties:\n      LoopTasks:\n        - ${inner}\n    Loop: { Items: [1] }\n`;
    const mine = ['unknown-output-type', 'duplicate-output', 'unknown-output-key', 'missing-output-value'];
    expect(ids(text).filter((id) => mine.includes(id))).toEqual(mine.slice(0, 3));
  });
});

test('a document of states is named as such and left alone', () => {
  const text = 'FormatVersion: OOS-2019-06-01-State\nParameter: []\nStates: none\n';
  expect(ids(text)).toEqual(['unchecked-state-document']);
});

test('both languages name the found word and what is allowed', () => {
  const [finding] = found(withParameters('  n: { Type: Integer }\n'));
  expect(finding?.message).toEqual({
    en: "'Integer' is not a type of parameter; the types are String, Number, Boolean, List, Json.",
    zh: '“Integer”不是参数类型，类型有 String、Number、Boolean、List、Json。',
  });
  expect(finding?.fixes.map(({ title }) => title)).toEqual([{ en: "Change to 'Number'", zh: '改为“Number”' }]);
});

test.each([
  [
    'Parameters: { a: 5 }',
    "The parameter 'a' must be a map of attributes such as Type and Default, not 5.",
    '参数“a”必须是由 Type、Default 等属性组成的映射，不能是 5。',
  ],
  [
    'Outputs: { a: [1] }',
    "The output 'a' must be a map with Type and Value, not a list.",
    '输出“a”必须是含 Type 和 Value 的映射，不能是列表。',
  ],
  ['Parameters: []', 'Parameters must be a map, not a list.', 'Parameters 必须是映射，不能是列表。'],
  [
    'Metadata: { ALIYUN::OOS::Interface: { ParameterGroups: [one] } }',
    "An entry of ParameterGroups must be a map, not the text 'one'.",
    'ParameterGroups 的每一项必须是映射，不能是文本“one”。',
  ],
])('what has the wrong type is named, with what it must be: %s', (section, en, zh) => {
  const messages = askInBoth(`FormatVersion: OOS-2019-06-01\n${section}\n${TASKS}`, (document) =>
    analyze(document, bundledCatalog()).flatMap(({ rule, message }) => (rule === 'invalid-value-type' ? message : [])),
  );
  expect(messages).toEqual([{ en, zh }]);
});

test.each<['yaml' | 'json', string, string, string]>([
  ['yaml', 'a: "b\nc: d\n', "Insert '\"'", '插入“"”'],
  ['yaml', 'a:b\nc: d\n', 'Insert a space', '插入空格'],
  ['yaml', 'a:\n  b:\n\tc: 1\n', 'Indent by 4 spaces', '缩进 4 个空格'],
  ['json', '{"a": [1,]}', "Remove ','", '删除“,”'],
  ['json', "{'a': 1}", 'Write "a"', '写作 "a"'],
])('the repair of a broken text in %s is named: %j', (notation, text, en, zh) => {
  const titles = found(text, notation).flatMap(({ rule, fixes }) => (rule === 'invalid-syntax' ? fixes : []));
  expect(titles.map(({ title }) => title)).toEqual([{ en, zh }]);
});
