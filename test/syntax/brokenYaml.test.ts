import { describe, expect, test } from 'vitest';
import { valueFor } from '../../server/src/syntax/navigate.ts';
import { parseYaml } from '../../server/src/syntax/yaml.ts';
import { type BrokenText, expectReading } from './reading.ts';

const groups: Record<string, readonly BrokenText[]> = {
  'a key without its colon': [
    ['a: 1\n<|Tasks|>\n  - Name: x\nb: 2\n', ['missing-colon'], { a: 1, Tasks: [{ Name: 'x' }], b: 2 }],
    ['- Name: x\n  <|Action|>\n  b: 2\n- c\n', ['missing-colon'], [{ Name: 'x', Action: null, b: 2 }, 'c']],
    ['a: 1\n<|Action|> ACS::Pause\nb: 2\n', ['missing-colon'], { a: 1, Action: 'ACS::Pause', b: 2 }],
    ['- <|Name|>\n  Action: x\n- Name: y\n', ['missing-colon'], [{ Name: null, Action: 'x' }, { Name: 'y' }]],
    ['<|a|>\nb: 1\n', ['missing-colon'], { a: null, b: 1 }],
    ['a: 1\n<|b|> # why\n', ['missing-colon'], { a: 1, b: null }],
    ['<|"a"|> 1\nb: 2\n', ['missing-colon'], { a: 1, b: 2 }],
    [
      '<|a|>：x\n<|b|>：\n  - <|c|>：1\n    d: 2\n',
      ['missing-colon', 'missing-colon', 'missing-colon'],
      { a: 'x', b: [{ c: 1, d: 2 }] },
    ],
  ],
  'a key whose colon or dash touches the value': [
    ['a: 1\n<|Name:|>foo\nb: 2\n', ['missing-space'], { a: 1, Name: 'foo', b: 2 }],
    ['<|Name:|>foo\nb: 2\n', ['missing-space'], { Name: 'foo', b: 2 }],
    ['Tasks:\n  <|-|>Name: a\n  - Name: b\n', ['missing-space'], { Tasks: [{ Name: 'a' }, { Name: 'b' }] }],
  ],
  'an open quote': [
    ['a: <|"open|>\nb:\n  - c: d\n', ['missing-quote'], { a: 'open', b: [{ c: 'd' }] }],
    ["a: <|'open|>\nb: 'c'\n", ['missing-quote'], { a: 'open', b: 'c' }],
    ['a: <|"one|>\n   two\nb: 1\n', ['missing-quote'], { a: 'one two', b: 1 }],
    ["- <|'{{ x }}|>\n- b\n", ['missing-quote'], ['{{ x }}', 'b']],
    ["<|'a|>: 1\nb: 2\n", ['missing-quote'], { a: 1, b: 2 }],
    ['a: { b: <|"x|>, c: 1 }\nd: 1\n', ['missing-quote'], { a: { b: 'x', c: 1 }, d: 1 }],
    ["a: [<|'x|>, 'y']\nd: 1\n", ['missing-quote'], { a: ['x', 'y'], d: 1 }],
    ["a: 'it'<|s'|>\nb: 1\n", ['bad-token'], { a: "it's", b: 1 }],
    ["a: ''<|{{ x }}'|>\nb: 1\n", ['bad-token'], { a: '{{ x }}', b: 1 }],
  ],
  'brackets that are missing, too many or mixed up': [
    ['a: <|[|>1, 2\nb: 3\n', ['missing-bracket'], { a: [1, 2], b: 3 }],
    ['a: <|{|>x: 1, y: 2\nb: 3\n', ['missing-bracket'], { a: { x: 1, y: 2 }, b: 3 }],
    ['a: [<|{|>x: 1, y: 2]\nb: 3\n', ['missing-bracket'], { a: [{ x: 1, y: 2 }], b: 3 }],
    ['a: <|[|>x, y}\nb: 3\n', ['missing-bracket'], { a: ['x', 'y'], b: 3 }],
    ['a: {x: <|[|>1, 2}\nb: 3\n', ['missing-bracket'], { a: { x: [1, 2] }, b: 3 }],
    ['a: [x, y]<|]|>\nb: 3\n', ['bad-token'], { a: ['x', 'y'], b: 3 }],
    ['a: {x: 1}<|}|> # why\nb: 3\n', ['bad-token'], { a: { x: 1 }, b: 3 }],
    ['a: <|]|>\nb: 3\n', ['bad-token'], { a: null, b: 3 }],
    ['a: 1\n<|}|>\nb: 3\n', ['bad-token'], { a: 1, b: 3 }],
    ['a: {\n  x: 1\n  <|y|>: 2\n}\nb: 3\n', ['missing-comma'], { a: { x: 1, y: 2 }, b: 3 }],
    ['a: [\n  {x: 1}\n  <|{|>y: 2}\n]\nb: 3\n', ['missing-comma'], { a: [{ x: 1 }, { y: 2 }], b: 3 }],
  ],
  'a wrong indentation': [
    ['a:\n  x: 1\n<|   |>y: 2\nb: 3\n', ['bad-indent'], { a: { x: 1, y: 2 }, b: 3 }],
    ['a:\n   x: 1\n<|  |>y: 2\n  z: 3\nb: 3\n', ['bad-indent'], { a: { x: 1, y: 2, z: 3 }, b: 3 }],
    ['a: x\n<| |>b: 1\nc: 1\n', ['bad-indent'], { a: 'x', b: 1, c: 1 }],
    [
      'Tasks:\n- Name: a\n  Action: b\n<| |>- Name: c\n   Action: d\n   Loop:\n     Items: e\nb: 1\n',
      ['bad-indent'],
      {
        Tasks: [
          { Name: 'a', Action: 'b' },
          { Name: 'c', Action: 'd', Loop: { Items: 'e' } },
        ],
        b: 1,
      },
    ],
    [
      'Tasks:\n  - Name: a\n<|-|> Name: c\n  Action: d\nb: 1\n',
      ['bad-indent'],
      { Tasks: [{ Name: 'a' }, { Name: 'c', Action: 'd' }], b: 1 },
    ],
    [
      'Tasks:\n  - Name: a\n<|  |>Action: b\n  Properties:\n    x: 1\n  - Name: c\n',
      ['bad-indent'],
      { Tasks: [{ Name: 'a', Action: 'b', Properties: { x: 1 } }, { Name: 'c' }] },
    ],
    ['a: |\n  x\n<| |>y\nb: 1\n', ['bad-indent'], { a: 'x\ny\n', b: 1 }],
    ['a:\n<|\t|>x: 1\n<|\t|>y: 2\nb: 3\n', ['tab-indent', 'tab-indent'], { a: { x: 1, y: 2 }, b: 3 }],
    ['a:\n  x: 1\n<|\t|>y: 2\nb: 3\n', ['tab-indent'], { a: { x: 1, y: 2 }, b: 3 }],
  ],
  'a text that needs quotes': [
    ['a: <|{{ x }}|>\nb: 1\n', ['unquoted-expression'], { a: '{{ x }}', b: 1 }],
    ['a: <|{{ x }}-{{ y }}|> # why\nb: 1\n', ['unquoted-expression'], { a: '{{ x }}-{{ y }}', b: 1 }],
    ['a: <|{{ x|>\nb: 1\n', ['unquoted-expression'], { a: '{{ x', b: 1 }],
    [
      'a: [<|{{ x }}|>, {b: <|{{ y.z }}|>}]\n',
      ['unquoted-expression', 'unquoted-expression'],
      { a: ['{{ x }}', { b: '{{ y.z }}' }] },
    ],
    ['a: <|b: c|>\nd: 1\n', ['nested-on-one-line'], { a: 'b: c', d: 1 }],
    ['a: <|b: c|>\n  and on\nd: 1\n', ['nested-on-one-line'], { a: 'b: c and on', d: 1 }],
    ['a: some text\n  <|that goes: on|>\nd: 1\n', ['nested-on-one-line'], { a: 'some text that goes: on', d: 1 }],
    ['a: <|"b": c|>\nd: 1\n', ['nested-on-one-line'], { a: '"b": c', d: 1 }],
    ['a: <|ACS::|>\nd: 1\n', ['open-colon'], { a: 'ACS::', d: 1 }],
    ['- a: <|ACS:|>\n  d: 1\n', ['open-colon'], [{ a: 'ACS:', d: 1 }]],
    [
      'a: <|@|>x\nb: <|`|>y\nc: <|%|>z\n',
      ['bad-character', 'bad-character', 'bad-character'],
      { a: '@x', b: '`y', c: '%z' },
    ],
  ],
  'what stands where it cannot': [
    ['a: <|-|> b\nc: 1\n', ['bad-token'], { a: ['b'], c: 1 }],
    ['a: <|-|> b\n   - c\nd: 1\n', ['bad-token'], { a: ['b', 'c'], d: 1 }],
    ['a: 1\n<|-|> Name: b\n  c: d\ne: 1\n', ['bad-token'], { a: 1, e: 1 }],
    ['<|:|> x\nb: 1\n', ['bad-token'], { b: 1 }],
    ['? <|[x, y]|>\n: 1\n', ['key-not-scalar'], {}],
    ['a: 1\n<|---|>\nb: 2\n', ['multiple-documents'], { a: 1 }],
    ['a: "<|\\|>q"\nb: 1\n', ['bad-escape'], { a: '\\q', b: 1 }],
  ],
  'what is left of a merge': [
    [
      'a:\n<|<<<<<<< HEAD|>\n  x: 1\n=======\n  x: 2\n>>>>>>> other\nb: 3\n',
      ['conflict-marker'],
      { a: { x: 1 }, b: 3 },
    ],
    [
      'a: 1\n<|<<<<<<< a|>\nb: 2\n||||||| c\nb: 0\n=======\nd: 4\n>>>>>>> e\nf: 1\n',
      ['conflict-marker'],
      { a: 1, b: 2, f: 1 },
    ],
    ['a: 1\n<|=======|>\nb: 3\n', ['conflict-marker'], { a: 1, b: 3 }],
    ['a: 1\n<|<<<<<<< x|>\nb: 3\n=======\nc: 4\n', ['conflict-marker'], { a: 1, b: 3, c: 4 }],
  ],
  'aliases and tags': [
    ['a: &x 1\nb: <|*x|>\n', ['alias'], { a: 1, b: '*x' }],
    ['a: !!str <|2|>\nb: !foo <|{c: 1}|>\n', ['tag', 'tag'], { a: 2, b: { c: 1 } }],
    ['a: <|=|>\nb: <|2023-02-30|>\n', ['scalar-unreadable', 'scalar-unreadable'], { a: '=', b: '2023-02-30' }],
  ],
  'a text that ends while it is typed': [
    ['a: 1\nTasks:\n  - Name: x\n    <|Pro|>', ['missing-colon'], { a: 1, Tasks: [{ Name: 'x', Pro: null }] }],
    ['a:\n  b: <|"EC|>', ['missing-quote'], { a: { b: 'EC' } }],
    ['a: <|{|>b: <|"EC|>', ['missing-bracket', 'missing-quote'], { a: { b: 'EC' } }],
    ['a:\n  - b: <|[|>\n  - c: 1\n', ['missing-bracket'], { a: [{ b: [] }, { c: 1 }] }],
    ['<||>', ['empty-document'], null],
    ['<|#|> only a comment\n', ['empty-document'], null],
  ],
};

describe.each(Object.entries(groups))('%s', (_, texts) => {
  test.each(texts)('%j', (...text) => {
    expectReading('yaml', text);
    expectReading('yaml', [text[0].replaceAll('\n', '\r\n'), text[1], text[2]]);
  });
});

test('what is mended keeps its place in the text', () => {
  const text = "a: {{ x }}\nb：'y'\n\tc: [1, {{ z }}\nd: 1\n";
  const { root } = parseYaml(text);
  const written = (key: string) => {
    const { start, end } = valueFor(root, key)?.range ?? { start: 0, end: 0 };
    return text.slice(start, end);
  };
  expect(written('a')).toBe('{{ x }}');
  expect(written('d')).toBe('1');
});

test('one mistake among many lines is one problem', () => {
  const tasks = Array.from({ length: 40 }, (_, i) => `  - Name: t${i}\n    Action: ACS::Pause\n`);
  for (const broken of ['  - Name: [x\n', '  - Name: "x\n', '  - Name x\n', '   - Name: x\n', '  - Name: {{ x }}\n']) {
    const text = `Tasks:\n${tasks.join('')}${broken}    Action: y\n${tasks.join('')}`;
    const { root, problems } = parseYaml(text);
    expect(problems, broken).toHaveLength(1);
    const list = valueFor(root, 'Tasks');
    expect(list?.kind === 'sequence' ? list.items.length : 0, broken).toBe(81);
  }
});
