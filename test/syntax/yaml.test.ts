import { expect, test } from 'vitest';
import { descendants, toData, valueFor } from '../../server/src/syntax/navigate.ts';
import { parseYaml } from '../../server/src/syntax/yaml.ts';

const read = (text: string) => {
  const { root, problems } = parseYaml(text);
  expect(problems).toEqual([]);
  return toData(root);
};

test('maps and lists in block and flow style, and every style of scalar', () => {
  const text = `
# comment
map: { a: 1, "b": [x, 'y'], c: }
list:
- 1
-
  - two
empty:
single: 'it''s'
double: "a\\tb\\u0041"
literal: |
  one
   two

folded: >-
  one
  two
plain: one
  two
200: number key
`;
  expect(read(text)).toEqual({
    map: { a: 1, b: ['x', 'y'], c: null },
    list: [1, ['two']],
    empty: null,
    single: "it's",
    double: 'a\tbA',
    literal: 'one\n two\n',
    folded: 'one two',
    plain: 'one two',
    200: 'number key',
  });
});

test('every node has the range of what is written, quotes and block headers included', () => {
  const text = 'a: { b: "x" } # c\nd: |-\n  y\n\ne:\n  - f\n\n';
  const written = [...descendants(parseYaml(text).root)].map(({ range }) => text.slice(range.start, range.end));
  expect(written).toEqual([text.trimEnd(), '{ b: "x" }', '"x"', '|-\n  y', '- f', 'f']);
});

test('a pair reaches from its key to its value, and has no value while none is typed', () => {
  const text = 'a: 1\n"b" :\nc:   # later\n';
  const { root } = parseYaml(text);
  const pairs = root?.kind === 'mapping' ? root.pairs : [];
  expect(pairs.map(({ range }) => text.slice(range.start, range.end))).toEqual(['a: 1', '"b"', 'c']);
  expect(pairs.map(({ value }) => value !== undefined)).toEqual([true, false, false]);
});

test('line ends and a byte order mark change nothing', () => {
  const text = 'a: 1\nb: |\n  x\n  y\nc: [1,\n  2]\n';
  expect(read(text.replaceAll('\n', '\r\n'))).toEqual(read(text));
  expect(read(`\uFEFF${text}`)).toEqual(read(text));
  const { root } = parseYaml(`\uFEFF${text}`);
  expect(valueFor(root, 'a')?.range).toEqual({ start: 4, end: 5 });
});

test('comments are kept with their places, and nothing else is taken for one', () => {
  const text = `# one\na: 1 # two\nb: '# no' # three\nc: |\n  # no\nd: [1, # four\n  2]\ne: x#no\n`;
  const { comments } = parseYaml(text);
  expect(comments.map((it) => it.text)).toEqual(['# one', '# two', '# three', '# four']);
  for (const { range, text: said } of comments) expect(text.slice(range.start, range.end)).toBe(said);
});

test.each([
  ["a: 'first\nsecond'\nb: 1\n", 'first second', "'first\nsecond'"],
  ['t:\n  - a: "first\n  second\n\n third"\n    b: 1\n', 'first second\nthird', '"first\n  second\n\n third"'],
])('an under-indented quoted text is read whole: %j', (text, value, written) => {
  const { root, problems, underIndented } = parseYaml(text);
  expect(problems).toEqual([]);
  expect(underIndented.map(({ start, end }) => text.slice(start, end))).toEqual([written]);
  const values = [...descendants(root)].flatMap((node) => (node.kind === 'scalar' ? [node.value] : []));
  expect(values).toEqual([value, 1]);
});

test('an under-indented text keeps its place, and so does what follows', () => {
  const text = "a: 'first\nsecond'\nb: third\n";
  const { root } = parseYaml(text);
  const written = (key: string) => text.slice(valueFor(root, key)?.range.start, valueFor(root, key)?.range.end);
  expect(written('a')).toBe("'first\nsecond'");
  expect(written('b')).toBe('third');
});

test.each([
  'Tasks: [\n  { Name: a },\n]\nb: 1\n',
  'Tasks: [\n  { Name: a }\n  ]\nb: 1\n',
  'Tasks: [\n{\nName: a\n}\n]\nb: 1\n',
])('brackets may stand as far left as the key: %j', (text) => {
  expect(read(text)).toEqual({ Tasks: [{ Name: 'a' }], b: 1 });
});

test('the later of two equal keys wins, and both stay in the tree', () => {
  const { root } = parseYaml('a: 1\na: 2\n');
  expect(toData(root)).toEqual({ a: 2 });
  expect(root?.kind === 'mapping' ? root.pairs.length : 0).toBe(2);
});

test('an anchor is left out, an explicit key is a key', () => {
  expect(read('a: &x { b: 1 }\n? c\n: d\n')).toEqual({ a: { b: 1 }, c: 'd' });
});

test('a root that is no map is read as well', () => {
  expect(read('- 1\n- a\n')).toEqual([1, 'a']);
  expect(read('text\n')).toBe('text');
});
