import { describe, expect, test } from 'vitest';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { isOosTemplate, notationOf, type Origin } from '../../server/src/template/recognise.ts';

function recognised(text: string, origin: Origin = {}): boolean {
  return isOosTemplate(new TemplateDocument(text, notationOf(origin.fileName, origin.languageId, text)), origin);
}

/** A document that must be judged without its tree. */
function unparsed(text: string): Pick<TemplateDocument, 'text' | 'tree'> {
  return {
    text,
    get tree(): never {
      throw new Error('the tree was asked for');
    },
  };
}

const yamlTemplate = 'FormatVersion: OOS-2019-06-01\nTasks: []\n';
const yamlTasks = 'Tasks:\n  - Name: a\n    Action: acs::sleep\n';

describe('by what is said about the text', () => {
  test.each([{ languageId: 'oos-yaml' }, { languageId: 'oos-json' }])('language $languageId', (origin) => {
    expect(isOosTemplate(unparsed(''), origin)).toBe(true);
  });

  test.each(['a.oos.yml', 'dir/a.OOS.yaml', 'file:///dir/a.oos.json'])('name %s', (fileName) => {
    expect(isOosTemplate(unparsed(''), { fileName })).toBe(true);
  });

  test.each(['oos.yml', 'a.oos.txt', 'a.oos.yml/readme.yml', 'a.yml'])('not name %s', (fileName) => {
    expect(recognised('a: b', { fileName })).toBe(false);
  });
});

describe('by the root', () => {
  test.each([
    yamlTemplate,
    'FormatVersion: OOS-2019-06-01-State\n',
    '\'FormatVersion\': "OOS-2020"\n',
    '{"Tasks": [], "FormatVersion": "OOS-2019-06-01"}',
    '{FormatVersion: OOS-2019-06-01}',
    yamlTasks,
    '{"Tasks": [{"Name": "x"}, {"Action": "ACS::Sleep"}]}',
  ])('a template: %j', (text) => {
    expect(recognised(text)).toBe(true);
  });

  test.each([
    'a: 1',
    'a:\n  FormatVersion: OOS-2019-06-01\n',
    'FormatVersion: 2019\n',
    'Text: |\n  FormatVersion: OOS-2019-06-01\n  Tasks: []\n',
    '- FormatVersion: OOS-2019-06-01\n',
    'Tasks:\n  - Action: shell\n',
    'Tasks:\n  - Properties:\n      Action: ACS::Sleep\n',
    `ROSTemplateFormatVersion: '2015-09-01'\n${yamlTasks}`,
    '{"ROSTemplateFormatVersion": "2015-09-01", "R": {"FormatVersion": "OOS-2019-06-01"}}',
    'FormatVersion',
    '# FormatVersion: OOS-2019-06-01\n# Tasks: ACS::\n',
    '',
  ])('something else: %j', (text) => {
    expect(recognised(text)).toBe(false);
  });
});

describe('named by a person', () => {
  test.each([
    'Tasks:\n  - Name: a\n',
    'FormatVerison: OOS-2019-06-01\n',
    'formatVersion: 1\nParameters: {}\n',
    '{"FormatVersion": "2019-06-01"}',
    '{"Format-Version": "OOS-2019-06-01"}',
  ])('a template with a broken head: %j', (text) => {
    expect(recognised(text)).toBe(false);
    expect(recognised(text, { named: true })).toBe(true);
  });

  test.each([
    "version: '3'\nservices: {}\n",
    "version: '3'\ntasks: {}\n",
    "ROSTemplateFormatVersion: '2015-09-01'\nTasks: []\n",
    'AWSTemplateFormatVersion: x\n',
    '[1, 2]',
  ])('still something else: %j', (text) => {
    expect(recognised(text, { named: true })).toBe(false);
  });
});

describe('a text that does not parse', () => {
  test.each([
    '<<<<<<< HEAD\nFormatVersion: OOS-2019-06-01\n=======\nFormatVersion: OOS-2019-06-02\n>>>>>>> x\n',
    'Tasks: [\n  - Action: ACS::Sleep\n    Name: "a\n',
    '{\n  "Description: "x",\n  "FormatVersion": "OOS-2019-06-01",\n',
    '{"Description": "x" "Tasks": [{"Action": "ACS::Sleep"',
    'Description: "x\nFormatVersion: OOS-2019-06-01\n',
  ])('is judged by its lines: %j', (text) => {
    expect(recognised(text)).toBe(true);
  });

  test.each([
    'a: "x\nb:\n  FormatVersion: OOS-2019-06-01\n',
    'a: [\nDescription: see this, FormatVersion: OOS-2019-06-01\n',
    '{"ROSTemplateFormatVersion": "2015-09-01" "Tasks": [{"Action": "ACS::Sleep"',
  ])('and can still be something else: %j', (text) => {
    expect(recognised(text)).toBe(false);
  });
});

describe('cheapness', () => {
  test('a text without any of the words is not parsed', () => {
    expect(isOosTemplate(unparsed('a: [b, c\n'), {})).toBe(false);
    expect(isOosTemplate(unparsed('a: [b, c\n'), { named: true })).toBe(false);
    expect(isOosTemplate(unparsed('FormatVerison: OOS-1\n'), { named: true })).toBe(true);
  });

  test.each([
    ['lines', `${yamlTemplate}${'# padding\n'.repeat(200_000)}`, true],
    ['one line', `{"FormatVersion":"OOS-2019-06-01","x":[${'{"a":1},'.repeat(200_000)}0]}`, true],
    ['no keys', `Tasks ${'a'.repeat(2_000_000)}`, false],
    ['blanks', `Tasks ${' '.repeat(2_000_000)}`, false],
  ])('a text of more than a mebibyte is not parsed: %s', (_, text, expected) => {
    expect(isOosTemplate(unparsed(text), {})).toBe(expected);
  });
});

describe('notationOf', () => {
  test.each([
    ['a.json', undefined, 'a: 1', 'json'],
    ['a.JSON', undefined, '', 'json'],
    ['a.yml', undefined, '{}', 'yaml'],
    ['dir.json/a.yaml', undefined, '{}', 'yaml'],
    ['a.yml', 'oos-json', 'a: 1', 'json'],
    ['a.json', 'yaml', '{}', 'yaml'],
    ['a.json', 'jsonc', '', 'json'],
    ['a.txt', undefined, ' \n {"a": 1}', 'json'],
    [undefined, undefined, '\uFEFF{', 'json'],
    [undefined, undefined, '[{', 'yaml'],
    [undefined, undefined, '', 'yaml'],
  ] as const)('%s, %s, %j is %s', (fileName, languageId, text, expected) => {
    expect(notationOf(fileName, languageId, text)).toBe(expected);
  });
});
