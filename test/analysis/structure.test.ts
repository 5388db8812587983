import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';

/** Without hints, which are no mistakes: the parameters here are declared for their attributes and never used. */
const found = (text: string, notation: 'yaml' | 'json' = 'yaml') =>
  analyze(new TemplateDocument(text, notation), bundledCatalog()).filter(({ severity }) => severity !== 'hint');
const ids = (text: string, notation: 'yaml' | 'json' = 'yaml') => found(text, notation).map(({ rule }) => rule);

const TASKS = 'Tasks:\n  - { Name: stop, Action: ACS::Pause }\n';
const withParameters = (parameters: string) => `FormatVersion: OOS-2019-06-01\nParameters:\n${parameters}${TASKS}`;

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
    en: "'Integer' is no type of a parameter; there are String, Number, Boolean, List, Json.",
    zh: '“Integer”不是参数类型，类型有 String、Number、Boolean、List、Json。',
  });
  expect(finding?.fixes.map(({ title }) => title)).toEqual([{ en: "Change to 'Number'", zh: '改为“Number”' }]);
});
