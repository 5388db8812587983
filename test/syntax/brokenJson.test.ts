import { describe, expect, test } from 'vitest';
import { parseJson } from '../../server/src/syntax/json.ts';
import { valueFor } from '../../server/src/syntax/navigate.ts';
import { type BrokenText, expectReading } from './reading.ts';

const tasks = { Tasks: [{ Name: 'a', P: { x: 1 } }, { Name: 'b' }], Outputs: {} };

const groups: Record<string, readonly BrokenText[]> = {
  'brackets that are missing in a pretty-printed text': [
    [
      '{\n  "Tasks": [\n    {\n      "Name": "a",\n      "P": <|{|>\n        "x": 1\n    },\n    {\n      "Name": "b"\n    }\n  ],\n  "Outputs": {}\n}\n',
      ['missing-bracket'],
      tasks,
    ],
    [
      '{\n  "Tasks": [\n    {\n      "Name": "a",\n      "P": <|{|>\n        "x": 1,\n    },\n    {\n      "Name": "b"\n    }\n  ],\n  "Outputs": {}\n}\n',
      ['missing-bracket'],
      tasks,
    ],
    [
      '{\n  "Tasks": [\n    <|{|>\n      "Name": "a",\n      "P": { "x": 1 }\n    {\n      "Name": "b"\n    }\n  ],\n  "Outputs": {}\n}\n',
      ['missing-bracket'],
      tasks,
    ],
    [
      '{\n  "Tasks": <|[|>\n    { "Name": "a", "P": { "x": 1 } },\n    { "Name": "b" },\n  "Outputs": {}\n}\n',
      ['missing-bracket'],
      tasks,
    ],
    [
      '{\n  "Tasks": [\n    {\n      "Name": "a", "P": { "x": 1 }\n    },\n      <|"Name"|>: "b"\n    }\n  ],\n  "Outputs": {}\n}\n',
      ['bad-token'],
      tasks,
    ],
    [
      '{\n  "Tasks":\n    <|{|> "Name": "a", "P": { "x": 1 } },\n    { "Name": "b" }\n  ],\n  "Outputs": {}\n}\n',
      ['bad-token'],
      tasks,
    ],
    [
      '{\n  "Tasks": [\n    { "Name": "a", "P"<|:|>\n        "x": 1\n      }\n    },\n    { "Name": "b" }\n  ],\n  "Outputs": {}\n}\n',
      ['missing-value'],
      tasks,
    ],
    ['{\n  "a"<|:|>\n    "x",\n    "y"\n  ],\n  "b": 1\n}\n', ['missing-value'], { a: ['x', 'y'], b: 1 }],
  ],
  'brackets that are too many or mixed up': [
    ['{\n  "a": { "b": 1 }<|}|>,\n  "c": 2\n}\n', ['bad-token'], { a: { b: 1 }, c: 2 }],
    [
      '{\n  "T": [\n    {\n      "a": 1, "P": { "x": 1 }<|}|>,\n      "b": 2\n    },\n    { "c": 3 }\n  ]\n}\n',
      ['bad-token'],
      { T: [{ a: 1, P: { x: 1 }, b: 2 }, { c: 3 }] },
    ],
    ['{\n  "a": [1, 2]<|]|>,\n  "c": 2\n}\n', ['bad-token'], { a: [1, 2], c: 2 }],
    ['{\n  "a": [<|{|>"x": 1],\n  "c": 2\n}\n', ['missing-bracket'], { a: [{ x: 1 }], c: 2 }],
    ['{\n  "a": <|[|>1, 2},\n  "c": 2\n}\n', ['missing-bracket'], { a: [1, 2], c: 2 }],
    ['{\n  "a": <|[|>[\n    { "x": 1 }\n  ],\n  "c": 2\n}\n', ['bad-token'], { a: [{ x: 1 }], c: 2 }],
    ['{\n  "a": {<|{|>\n    "x": 1\n  },\n  "c": 2\n}\n', ['bad-token'], { a: { x: 1 }, c: 2 }],
    ['{"A":[<|{|>"b":1,"c":{"d":2}],"E":1}', ['missing-bracket'], { A: [{ b: 1, c: { d: 2 } }], E: 1 }],
  ],
  'an open quote': [
    ['{\n  "a": <|"open|>,\n  "b": 3\n}\n', ['missing-quote'], { a: 'open', b: 3 }],
    ['{\n  "a": { "b": <|"x|>, "c": "y" },\n  "d": 3\n}\n', ['missing-quote'], { a: { b: 'x', c: 'y' }, d: 3 }],
    ['{\n  "a": { "b": "x", "c": <|"y|> },\n  "d": 3\n}\n', ['missing-quote'], { a: { b: 'x', c: 'y' }, d: 3 }],
    ['{\n  <|"a|>: 1,\n  "b": 2\n}\n', ['missing-quote'], { a: 1, b: 2 }],
    ['{\n  <|"a|>: "x",\n  "b": 2\n}\n', ['missing-quote'], { a: 'x', b: 2 }],
    ['{\n  <|a"|>: "x",\n  "b": <|y"|>,\n  "c": 2\n}\n', ['missing-quote', 'missing-quote'], { a: 'x', b: 'y', c: 2 }],
    ['{\n  "a": "say <|"|>hi<|"|> now",\n  "b": 2\n}\n', ['bad-token', 'bad-token'], { a: 'say "hi" now', b: 2 }],
    ['{\n  <|"|>"a": <|"|>"{{ x }}",\n  "b": 2\n}\n', ['bad-token', 'bad-token'], { a: '{{ x }}', b: 2 }],
    ['{\n  "a": "x"<|"|>,\n  "b": 2\n}\n', ['bad-token'], { a: 'x', b: 2 }],
  ],
  'what is missing between keys and values': [
    ['{\n  <|"a"|> 1,\n  "b": 2\n}\n', ['missing-colon'], { a: 1, b: 2 }],
    ['{\n  <|"a"|>\n  "b": 2\n}\n', ['missing-colon'], { a: null, b: 2 }],
    ['{\n  "a"<|:|> ,\n  "b": 2\n}\n', ['missing-value'], { a: null, b: 2 }],
    ['{\n  "a"<|:|>\n  "b": 2\n}\n', ['missing-value'], { a: null, b: 2 }],
    ['{\n  "a": <|1|>\n  "b": [1 <|2|>]\n}\n', ['missing-comma', 'missing-comma'], { a: 1, b: [1, 2] }],
    ['{ "a": [1<|,|>], "b": 2<|,|> }', ['trailing-comma', 'trailing-comma'], { a: [1], b: 2 }],
    ['{ "a": [1,<|,|> 2], "b": 2 }', ['bad-token'], { a: [1, 2], b: 2 }],
    ['{ "a"<|：|> "x"<|，|> "b": 2 }', ['bad-token', 'bad-token'], { a: 'x', b: 2 }],
  ],
  'what JSON does not know': [
    ["{ <|a|>: 1, <|'b'|>: <|'x y'|> }", ['bad-token', 'bad-token', 'bad-token'], { a: 1, b: 'x y' }],
    [
      '{ "a": <|True|>, "b": <|None|>, "c": <|hello world|> }',
      ['bad-token', 'bad-token', 'bad-token'],
      { a: true, b: null, c: 'hello world' },
    ],
    [
      '{ "a": <|{{ x.y }}|>, "b": [<|{{ z }}|>], "c": <|01|> }',
      ['bad-token', 'bad-token', 'bad-token'],
      { a: '{{ x.y }}', b: ['{{ z }}'], c: 1 },
    ],
    ['{ "a": "<|\\d|>+\\\\d\\u0041", "b": "x<|\t|>y" }', ['bad-escape', 'bad-character'], { a: '\\d+\\dA', b: 'x\ty' }],
    [
      '{\n  <|// one|>\n  "a": 1, <|/* two */|>\n  <|# three|>\n  "b": 2\n}\n',
      ['comment-in-json', 'comment-in-json', 'comment-in-json'],
      { a: 1, b: 2 },
    ],
    [
      '{\n<|<<<<<<< HEAD|>\n  "a": 1,\n=======\n  "a": 2,\n>>>>>>> x\n  "b": 3\n}\n',
      ['conflict-marker'],
      { a: 1, b: 3 },
    ],
    ['{ "a": 1 } <|x|>', ['unexpected-end'], { a: 1 }],
    ['{ "a": 1 }\n<|{|> "b": 1 }', ['unexpected-end'], { a: 1 }],
  ],
  'a text that ends while it is typed': [
    ['<|{|>', ['missing-bracket'], {}],
    ['<|{|> "a"', ['missing-bracket'], { a: null }],
    ['<|{|> "a":', ['missing-bracket'], { a: null }],
    ['{ "a": [ <|{|> "b": 1,', ['missing-bracket'], { a: [{ b: 1 }] }],
    ['<|{|> "a": <|"x|>', ['missing-bracket', 'missing-quote'], { a: 'x' }],
    ['<|"a"|>: 1,\n"b": 2', ['bad-token'], { a: 1, b: 2 }],
    ['<|}|>', ['bad-token'], null],
    ['<||>  \n', ['empty-document'], null],
  ],
};

describe.each(Object.entries(groups))('%s', (_, texts) => {
  test.each(texts)('%j', (...text) => {
    expectReading('json', text);
    expectReading('json', [text[0].replaceAll('\n', '\r\n'), text[1], text[2]]);
  });
});

test('comments are kept with their places', () => {
  const text = '{ // one\n  "a": 1 /* two */ }';
  const { comments } = parseJson(text);
  expect(comments.map((it) => it.text)).toEqual(['// one', '/* two */']);
  for (const { range, text: said } of comments) expect(text.slice(range.start, range.end)).toBe(said);
});

test('what is mended keeps its place in the text, and what is put in has none', () => {
  const text = '{ \'a\': {{ x }}, b: [1 2, "c": \n "d": 1 }';
  const { root } = parseJson(text);
  const { start, end } = valueFor(root, 'a')?.range ?? { start: 0, end: 0 };
  expect(text.slice(start, end)).toBe('{{ x }}');
  const { root: other } = parseJson('{ "a": , "b": 1 }');
  expect(valueFor(other, 'a')).toBeUndefined();
});
