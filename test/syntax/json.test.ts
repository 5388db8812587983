import { expect, test } from 'vitest';
import { parseJson } from '../../server/src/syntax/json.ts';
import { descendants, toData, valueFor } from '../../server/src/syntax/navigate.ts';

test('every kind of value', () => {
  const text = '{ "a": [1, -2.5e3, 1e2, true, false, null], "b": { "c": "\\u0041\\n\\"\\/" }, "": {} }';
  const { root, problems, notation } = parseJson(text);
  expect(notation).toBe('json');
  expect(problems).toEqual([]);
  expect(toData(root)).toEqual(JSON.parse(text));
  const types = [...descendants(root)].flatMap((node) => (node.kind === 'scalar' ? [node.type] : []));
  expect(types).toEqual(['integer', 'float', 'float', 'boolean', 'boolean', 'null', 'string']);
});

test('every node has the range of what is written', () => {
  const text = '{ "a" : [1, "x"] , "b":{}}';
  const { root } = parseJson(text);
  const written = [...descendants(root)].map(({ range }) => text.slice(range.start, range.end));
  expect(written).toEqual([text, '[1, "x"]', '1', '"x"', '{}']);
  const pairs = root?.kind === 'mapping' ? root.pairs : [];
  expect(pairs.map(({ range }) => text.slice(range.start, range.end))).toEqual(['"a" : [1, "x"]', '"b":{}']);
});

test('line ends and a byte order mark change nothing', () => {
  const text = '\uFEFF{\r\n  "a": 1\r\n}\r\n';
  const { root, problems } = parseJson(text);
  expect(problems).toEqual([]);
  expect(toData(root)).toEqual({ a: 1 });
  const { start, end } = valueFor(root, 'a')?.range ?? { start: 0, end: 0 };
  expect(text.slice(start, end)).toBe('1');
});

test('the later of two equal keys wins, and both stay in the tree', () => {
  const { root, problems } = parseJson('{ "a": 1, "a": 2 }');
  expect(problems).toEqual([]);
  expect(toData(root)).toEqual({ a: 2 });
  expect(root?.kind === 'mapping' ? root.pairs.length : 0).toBe(2);
});

test('a root that is no map is read as well', () => {
  expect(toData(parseJson('[1, "a"]').root)).toEqual([1, 'a']);
  expect(toData(parseJson('"text"').root)).toBe('text');
});
