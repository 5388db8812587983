import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { ownBases } from '../mutants/bases.ts';
import { corpusFiles } from '../support/corpus.ts';
import { dataOf, foundBy, repairedBy } from '../support/repaired.ts';
import { sayWithoutCorpus } from '../support/withoutCorpus.ts';

const RULE = ['invalid-indentation'];
const repaired = (text: string) => repairedBy(RULE, text);

describe('a text is indented anew', () => {
  test.each([
    ['levels', 'a:\n    b:\n       c: 1\n    d: 2\n', 'a:\n  b:\n    c: 1\n  d: 2\n'],
    ['a root that does not begin in the first column', '  a: 1\n  b:\n    c: 2\n', 'a: 1\nb:\n  c: 2\n'],
    ['lists deeper than their key', 'a:\n    - b: 1\n      c: 2\n', 'a:\n  - b: 1\n    c: 2\n'],
    ['lists in the column of their key', 'a:\n   b:\n   - 1\n   - 2\n', 'a:\n  b:\n  - 1\n  - 2\n'],
    ['blanks behind a dash', 'a:\n  -   b: 1\n      c: 2\n', 'a:\n  - b: 1\n    c: 2\n'],
    [
      'dashes in a row',
      'a:\n  -  - 1\n     - 2\n  -  -   b: 1\n         c: 2\n',
      'a:\n  - - 1\n    - 2\n  - - b: 1\n      c: 2\n',
    ],
    [
      'dashes on lines of their own',
      'a:\n  -\n       b: 1\n  - # empty\n  - 2\n',
      'a:\n  -\n    b: 1\n  - # empty\n  - 2\n',
    ],
    [
      'values below their keys',
      'a:\n     text\n       that goes on\nb:\n     [1,\n      2]\n',
      'a:\n  text\n    that goes on\nb:\n  [1,\n   2]\n',
    ],
    [
      'texts that go on',
      'a:\n    b: "x\n      y\n\n      z"\n    c: x\n     y\n',
      'a:\n  b: "x\n    y\n\n    z"\n  c: x\n   y\n',
    ],
    ['brackets that go on', 'a:\n    b: [\n      1,\n    ]\n', 'a:\n  b: [\n    1,\n  ]\n'],
    [
      'line breaks of Windows',
      'a:\r\n    b: |\r\n        x\r\n\r\n    c: 1\r\n',
      'a:\r\n  b: |\r\n    x\r\n\r\n  c: 1\r\n',
    ],
    ['a text without an end of line', 'a:\n    b: |\n        x', 'a:\n  b: |\n    x'],
    ['documents with a marker', '---\na:\n    b: 1\n', '---\na:\n  b: 1\n'],
  ])('%s', (_, text, expected) => {
    expect(repaired(text)).toBe(expected);
    expect(dataOf(expected)).toEqual(dataOf(text));
  });
});

describe('block scalars keep their text', () => {
  test.each([
    ['deeper lines', 'a: |\n    x\n      y\n    z\nb: 1\n', 'a: |\n  x\n    y\n  z\nb: 1\n'],
    ['blank lines that are too long', 'a: |\n      x\n     \n        \n      y\n', 'a: |\n  x\n  \n    \n  y\n'],
    ['blank lines in front', 'a: |\n\n    \n    x\n', 'a: |\n\n  \n  x\n'],
    ['blank lines behind', 'a:\n    b: |+\n        x\n      \n\n    c: 1\n', 'a:\n  b: |+\n    x\n    \n\n  c: 1\n'],
    ['tabs', 'a:\n    b: |\n        \tx\n        \t\n        y\n', 'a:\n  b: |\n    \tx\n    \t\n    y\n'],
    ['asked for columns', 'a:\n    b: |3-\n         x\n       y\n', 'a:\n  b: |3-\n       x\n     y\n'],
    ['asked for columns in a list', 'a:\n    - |1\n       x\n', 'a:\n  - |1\n     x\n'],
    ['no text', 'a:\n    b: |\n\n    c: >-\n    d: 1\n', 'a:\n  b: |\n\n  c: >-\n  d: 1\n'],
    ['signs of comments', 'a:\n    b: >\n        # x\n        y\n', 'a:\n  b: >\n    # x\n    y\n'],
  ])('%s', (_, text, expected) => {
    expect(repaired(text)).toBe(expected);
    expect(dataOf(expected)).toEqual(dataOf(text));
  });
});

describe('comments go with what they are about', () => {
  test.each([
    ['above a key', 'a:\n    # b\n    b: 1\n', 'a:\n  # b\n  b: 1\n'],
    ['below the last key', 'a:\n    b: 1\n    # c: 2\nd: 1\n# end\n', 'a:\n  b: 1\n  # c: 2\nd: 1\n# end\n'],
    ['at the end of the text', 'a:\n    b:\n        c: 1\n        # d\n', 'a:\n  b:\n    c: 1\n    # d\n'],
    [
      'in columns of their own',
      'a:\n    b:\n        c: 1\n      # d\n    e: 1\n',
      'a:\n  b:\n    c: 1\n    # d\n  e: 1\n',
    ],
    [
      'below a block scalar, which they must not join',
      'a:\n    b: |\n         x\n       # y\n    c: 1\n',
      'a:\n  b: |\n    x\n  # y\n  c: 1\n',
    ],
    ['below an empty block scalar', 'a:\n      b: |\n     # y\n      c: 1\n', 'a:\n  b: |\n  # y\n  c: 1\n'],
    ['beside a key', 'a:    # a\n    b: 1    # b\n', 'a:    # a\n  b: 1    # b\n'],
  ])('%s', (_, text, expected) => {
    expect(repaired(text)).toBe(expected);
    expect(dataOf(expected)).toEqual(dataOf(text));
  });
});

describe('says nothing about', () => {
  test.each([
    ['two columns a level', 'a:\n  b:\n  - c:\n      - 1\n  # d\n  e: |\n    x\n'],
    ['lines of a text', 'a: "x\n      y"\nb: x\n        y\nc: {\n       d: 1 }\n'],
    ['columns that a block scalar asks for', 'a: |4\n    x\n'],
    ['broken texts', 'a:\n    b: [1\n    c: 2\n'],
    ['anchors in front of keys', 'a:\n    &x b: 1\n'],
    ['keys behind a question mark', 'a:\n    ? b\n    : 1\n'],
    ['texts in brackets', '{\n    a: 1\n}\n'],
    ['a text that is no mapping', '    a\n'],
    ['an empty text', ''],
  ])('%s', (_, text) => {
    expect(foundBy(RULE, text)).toEqual([]);
  });
});

test('quoted texts that stand too far left become what every parser reads', () => {
  expect(repaired('a:\n    b: "x\n y"\n')).toBe('a:\n  b: "x\n    y"\n');
});

sayWithoutCorpus('only the templates of this repository are indented anew');

describe('every template keeps its data', () => {
  const yaml = ownBases().flatMap(({ name, document: { text, notation } }) =>
    notation === 'yaml' ? { name, text } : [],
  );
  const corpus = corpusFiles().filter(({ notation }) => notation === 'yaml');

  test.each(yaml)('$name, however wide it is written', ({ text }) => {
    for (const layout of [text, ...[1, 3, 4, 7].flatMap((width) => layouts(text, width))]) expectSameData(layout);
  });

  test.each(corpus.map((it, index) => ({ ...it, index })))('$name', ({ text, index }) => {
    for (const layout of [text, ...layouts(text, (index % 4) + 3).slice(index % 2)]) expectSameData(layout);
  });
});

function expectSameData(text: string): void {
  const result = repaired(text);
  expect(dataOf(result)).toEqual(dataOf(text));
  expect(withoutBlanks(result)).toBe(withoutBlanks(text));
}

const withoutBlanks = (text: string) =>
  text.replace(/^ +/gm, '').replace(/^((?:- +)+)/gm, (it) => it.replaceAll(' ', ''));

/** What a text says in another width, lists deeper than their keys and not. A text that `yaml` refuses has none. */
function layouts(text: string, indent: number): string[] {
  const document = parseDocument(text);
  if (document.errors.length > 0) return [];
  return [true, false].map((indentSeq) => document.toString({ indent, indentSeq, lineWidth: indent * 12 }));
}
