import { expect, test } from 'vitest';
import { applyEdits } from '../../server/src/syntax/edit.ts';
import type { Notation } from '../../server/src/syntax/node.ts';
import { parse } from '../../server/src/syntax/parse.ts';

/** The text after the repair of every problem that has one. */
function repaired(text: string, notation: Notation): string {
  const { problems } = parse(text, notation);
  return applyEdits(
    text,
    problems.flatMap(({ repair }) => repair ?? []),
  );
}

test.each([
  ['a colon', 'Tasks:\n  - Name wait\n    Action: b\n', 'Tasks:\n  - Name: wait\n    Action: b\n'],
  ['a colon in front of a list', 'a:\n  Fn::Join\n    - 1\n  b: 2\n', 'a:\n  Fn::Join:\n    - 1\n  b: 2\n'],
  ['a colon in front of a map', 'Tasks:\n  - Name: a\n    Loop {b: c}\n', 'Tasks:\n  - Name: a\n    Loop: {b: c}\n'],
  ['a wide colon', 'Name：a\nb: c\n', 'Name: a\nb: c\n'],
  ['a wide colon behind quotes', '"Name"： a\nb: c\n', '"Name": a\nb: c\n'],
  ['a wide colon in front of a map', 'a: b\nid：{c: d, e: f}\n', 'a: b\nid: {c: d, e: f}\n'],
  ['a blank behind a colon', 'a: b\nc:d\n', 'a: b\nc: d\n'],
  ['a blank in front of quotes', '"a": b\n"c":"d"\n', '"a": b\n"c": "d"\n'],
  ['a blank in front of a block', 'a:|\n  text\nb: c\n', 'a: |\n  text\nb: c\n'],
  ['a blank behind a dash', 'a:\n  -Name: b\n    Action: c\n', 'a:\n  - Name: b\n    Action: c\n'],
  ['a blank behind a dash under its key', 'a:\n-Name: b\n  c: d\n', 'a:\n- Name: b\n  c: d\n'],
  ['a blank in front of a map', 'a:\n  -{b: c, d: e}\n  - f\n', 'a:\n  - {b: c, d: e}\n  - f\n'],
  ['a quote', "a: 'b\nc: d\n", "a: 'b'\nc: d\n"],
  ['a quote in brackets', "a: ['{{ b }}]\nc: [d, 'e[]]\n", "a: ['{{ b }}']\nc: [d, 'e[]']\n"],
  ['the first quote', 'a: {{ b }}\'\nc: [{{ d }}"]\n', 'a: \'{{ b }}\'\nc: ["{{ d }}"]\n'],
  ['a comma', 'a: {b: c d: e}\n', 'a: {b: c, d: e}\n'],
  ['a comma behind quotes', 'a: {b: \'c\' "d": e}\n', 'a: {b: \'c\', "d": e}\n'],
  ['a bracket', 'a: {b: [c, d}\n', 'a: {b: [c, d]}\n'],
  ['a bracket in front of an entry', 'a: {b: [c, d: e}\n', 'a: {b: [c], d: e}\n'],
  ['another bracket', 'a: {b: [c}, d: e}\n', 'a: {b: [c], d: e}\n'],
  ['a bracket too many', 'a: {b: [c]], d: e}\n', 'a: {b: [c], d: e}\n'],
  ['a tab', 'a:\n  b:\n\tc: 1\n    d: 2\n', 'a:\n  b:\n    c: 1\n    d: 2\n'],
  ['a tab in front of a key', 'a:\n\tb:\n    c: 1\n', 'a:\n  b:\n    c: 1\n'],
  ['a tab in front of a dash', 'a:\n  - b\n\t- c\n  - d\n', 'a:\n  - b\n  - c\n  - d\n'],
  ['a tab at the end', 'a:\n\tb: c\n', 'a:\n  b: c\n'],
  ['too much indentation', 'a: b\n c: d\n', 'a: b\nc: d\n'],
])('YAML: %s', (_, text, wanted) => {
  expect(repaired(text, 'yaml')).toBe(wanted);
  expect(parse(wanted, 'yaml').problems).toEqual([]);
});

test.each([
  ['a comma', '{"a": 1 "b": 2}', '{"a": 1, "b": 2}'],
  ['a comma too many', '{"a": [1, 2,],}', '{"a": [1, 2]}'],
  ['a wide comma', '{"a": 1，"b": 2}', '{"a": 1,"b": 2}'],
  ['a colon', '{"a" 1}', '{"a": 1}'],
  ['a quote', '{\n  "a": "b,\n  "c": 1\n}', '{\n  "a": "b",\n  "c": 1\n}'],
  ['the first quote', '["a", ACS::B", "c"]', '["a", "ACS::B", "c"]'],
  ['single quotes', "{'a': 'b'}", '{"a": "b"}'],
  ['curly quotes', '{“a”: “5”}', '{"a": "5"}'],
  ['no quotes', '{a: True}', '{"a": true}'],
  ['a comment', '{/* b */ "a": 1}', '{"a": 1}'],
  ['a bracket', '{\n  "a": [\n    1\n  ,\n  "b": 2\n}\n', '{\n  "a": [\n    1\n  ],\n  "b": 2\n}\n'],
  ['a bracket with its line', '{\n  "a": {\n    "b": 1\n}\n', '{\n  "a": {\n    "b": 1\n  }\n}\n'],
  [
    'a bracket too many',
    '{\n  "a": {\n    "b": 1\n  }},\n  "c": 1\n}\n',
    '{\n  "a": {\n    "b": 1\n  },\n  "c": 1\n}\n',
  ],
  ['a bracket too many at the end', '{\n  "a": 1\n}}\n', '{\n  "a": 1\n}\n'],
])('JSON: %s', (_, text, wanted) => {
  expect(repaired(text, 'json')).toBe(wanted);
  expect(parse(wanted, 'json').problems).toEqual([]);
});
