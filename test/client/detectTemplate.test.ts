import { describe, expect, test } from 'vitest';
import { declaresOosTemplate, HEAD_LENGTH } from '../../client/src/detectTemplate.ts';
import { cpuTime } from '../support/cpuTime.ts';

const templates = {
  'YAML with the version first': 'FormatVersion: OOS-2019-06-01\nTasks: []\n',
  'YAML with comments and a document start':
    '# a runbook\n%YAML 1.1\n---\n\nDescription: x\nFormatVersion: OOS-2019-06-01\n',
  'YAML with quotes': '"FormatVersion": \'OOS-2019-06-01\'\n',
  'YAML with a byte order mark': '\uFEFFFormatVersion: OOS-2019-06-01\n',
  'YAML with Windows line ends': 'Description: x\r\nFormatVersion: OOS-2019-06-01\r\n',
  'YAML with an indented root': '  Description: x\n  FormatVersion: OOS-2019-06-01\n',
  'YAML with a description of several lines': 'Description: |\n  one\n\n  two\nFormatVersion: OOS-2019-06-01\n',
  'YAML in braces': "{ Description: a, 'FormatVersion': OOS-2019-06-01 }\n",
  'another kind of the format': 'FormatVersion: OOS-2019-06-01-State\n',
  JSON: '{\n  "FormatVersion": "OOS-2019-06-01"\n}\n',
  'JSON in which other keys come first':
    '{ "Description": { "en": "a } \\" b {" }, "List": [[]], "FormatVersion" : "OOS-2019-06-01" }',
  'JSON with comments': '{ // one { brace\n /* { { */ "FormatVersion": "OOS-2019-06-01" }',
  'JSON that breaks off': '{ "FormatVersion": "OOS-2019-06-01", "Tasks": [ { "Na',
};

const others = {
  nothing: '',
  'blank lines': '\n\n',
  'another format': 'FormatVersion: 2010-09-09\n',
  'a version of ROS': 'ROSTemplateFormatVersion: OOS-2019-06-01\n',
  'a key deeper inside': 'Templates:\n  FormatVersion: OOS-2019-06-01\n',
  'a text that speaks of it': 'Description: |\n  FormatVersion: OOS-2019-06-01\n',
  'a comment': '# FormatVersion: OOS-2019-06-01\nName: x\n',
  'a list item': '- FormatVersion: OOS-2019-06-01\n',
  'the word as value in JSON': '{ "a": "FormatVersion", "b": "OOS-2019-06-01" }',
  'a key deeper inside JSON': '{ "Templates": [{ "FormatVersion": "OOS-2019-06-01" }] }',
  'the declaration inside a JSON string': '{ "a": "\\"FormatVersion\\": \\"OOS-2019-06-01\\"" }',
};

describe('a template is', () => {
  test.each(Object.entries(templates))('%s', (_, text) => expect(declaresOosTemplate(text)).toBe(true));
});

describe('no template is', () => {
  test.each(Object.entries(others))('%s', (_, text) => expect(declaresOosTemplate(text)).toBe(false));
});

test.each(['{"a":', 'a: {', '"', '{"', '[{', '{ /*', '\\'])('a head full of %j is read in no time', (piece) => {
  const head = piece.repeat(HEAD_LENGTH).slice(0, HEAD_LENGTH);
  expect(cpuTime(() => expect(declaresOosTemplate(head)).toBe(false))).toBeLessThan(250);
});
