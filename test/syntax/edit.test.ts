import { expect, test } from 'vitest';
import { applyEdits, insertPairs, removePair, replaceScalar } from '../../server/src/syntax/edit.ts';
import { asMapping, valueFor } from '../../server/src/syntax/navigate.ts';
import type { MappingNode, Notation, SyntaxTree } from '../../server/src/syntax/node.ts';
import { parse } from '../../server/src/syntax/parse.ts';

interface Read {
  readonly tree: SyntaxTree;
  readonly mapping: MappingNode;
}

/** The mapping under the key `m`. */
function read(text: string, notation: Notation): Read {
  const tree = parse(text, notation);
  const mapping = asMapping(valueFor(tree.root, 'm'));
  if (!mapping) throw new Error(`no mapping under m: ${text}`);
  return { tree, mapping };
}

test.each<[string, Notation, string, string]>([
  ['a block', 'yaml', 'm:\n  a: 1\nz: 2\n', "m:\n  a: 1\n  b: ''\n  c:\n    d: ''\nz: 2\n"],
  ['a block with Windows line ends', 'yaml', 'm:\r\n  a: 1\r\n', "m:\r\n  a: 1\r\n  b: ''\r\n  c:\r\n    d: ''\r\n"],
  ['a flow map', 'yaml', 'm: { a: 1 }\n', 'm: { a: 1, b: \'\', c: {"d":""} }\n'],
  ['an empty flow map', 'yaml', 'm: {}\n', 'm: {b: \'\', c: {"d":""}}\n'],
  [
    'an object on lines',
    'json',
    '{\n  "m": {\n    "a": 1\n  }\n}',
    '{\n  "m": {\n    "a": 1,\n    "b": "",\n    "c": {"d":""}\n  }\n}',
  ],
  ['an object that is still open', 'json', '{ "m": {', '{ "m": {"b": "", "c": {"d":""}'],
])('insertPairs adds to %s', (_, notation, text, expected) => {
  const { tree, mapping } = read(text, notation);
  const edit = insertPairs(tree, mapping, [
    { key: 'b', value: '' },
    { key: 'c', value: { d: '' } },
  ]);
  expect(edit.range.start).toBeLessThanOrEqual(edit.range.end);
  expect(applyEdits(text, [edit])).toBe(expected);
});

test.each<[string, Notation, string, string]>([
  ['the first', 'yaml', 'm:\n  gone: 1\n  a: 2\n', 'm:\n  a: 2\n'],
  ['the last', 'yaml', 'm:\n  a: 2\n  gone: [1]\nz: 3\n', 'm:\n  a: 2\nz: 3\n'],
  ['the only one', 'yaml', 'm:\n  gone: 1\nz: 3\n', 'm:\n  {}\nz: 3\n'],
  ['one in an object', 'json', '{ "m": { "a": 1, "gone": 2, "b": 3 } }', '{ "m": { "a": 1, "b": 3 } }'],
])('removePair takes %s out', (_, notation, text, expected) => {
  const { tree, mapping } = read(text, notation);
  const pair = mapping.pairs.find(({ key }) => key.value === 'gone');
  expect(pair && applyEdits(text, [removePair(tree, mapping, pair)])).toBe(expected);
});

test.each<[Notation, string, string]>([
  ['yaml', 'm: { a: old }', 'm: { a: new }'],
  ['yaml', "m: { a: 'old' }", "m: { a: 'new' }"],
  ['json', '{ "m": { "a": "old" } }', '{ "m": { "a": "new" } }'],
])('replaceScalar keeps the quotes: %s %s', (notation, text, expected) => {
  const { mapping } = read(text, notation);
  const node = valueFor(mapping, 'a');
  expect(node?.kind === 'scalar' && applyEdits(text, [replaceScalar(text, node, 'new')])).toBe(expected);
});
