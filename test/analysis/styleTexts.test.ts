import { describe, expect, test } from 'vitest';
import { foundBy, repairedBy } from '../support/repaired.ts';

describe('missing-description-language', () => {
  const RULE = ['missing-description-language'];

  test.each([
    [
      'a text below its key',
      'Description:\n    a # b\nTasks: []\n',
      "Description:\n    en: a # b\n    zh-cn: ''\nTasks: []\n",
    ],
    [
      'a text over several lines',
      'Tasks:\n- Description: "a\n    b\n\n    c"\n  Name: x\n',
      'Tasks:\n- Description:\n    en: "a\n      b\n\n      c"\n    zh-cn: \'\'\n  Name: x\n',
    ],
    ['a folded text', 'Description: >-\n  甲\n\n   乙\n', "Description:\n  en: ''\n  zh-cn: >-\n    甲\n\n     乙\n"],
    [
      'line breaks of Windows',
      'Description: a # b\r\nTasks: []\r\n',
      "Description:\r\n  en: a # b\r\n  zh-cn: ''\r\nTasks: []\r\n",
    ],
    ['the end of the text', 'Description: a', "Description:\n  en: a\n  zh-cn: ''"],
    ['an empty text', "Description: ''\n", "Description:\n  en: ''\n  zh-cn: ''\n"],
    ['an empty map', 'Description: {}\n', "Description: {en: '', zh-cn: ''}\n"],
  ])('%s', (_, text, expected) => {
    expect(repairedBy(RULE, text)).toBe(expected);
  });

  test('JSON', () => {
    expect(repairedBy(RULE, '{ "Description": "甲", "Parameters": { "a": { "Label": { "en": "A" } } } }', 'json')).toBe(
      '{ "Description": { "en": "", "zh-cn": "甲" }, "Parameters": { "a": { "Label": { "en": "A", "zh-cn": "" } } } }',
    );
  });

  test.each([
    ['a block that owns the blank lines below it', 'Description: |+\n  a\n\nTasks: []\n'],
    ['such a block in a map', 'Description:\n  en: |+\n    a\n\nTasks: []\n'],
    ['several lines below the key', 'Description:\n    a\n   b\n'],
    ['a tag', 'Description: !!str a\n'],
    ['a key that waits for its value', 'Description:\n  en:\n'],
  ])('no fix for %s', (_, text) => {
    const found = foundBy(RULE, text);
    expect(found).toHaveLength(1);
    expect(found[0]?.fixes).toEqual([]);
  });

  test('says nothing about misspelt languages, which have a rule of their own, and about values of other types', () => {
    expect(
      foundBy(RULE, 'Description: { en: a, zn-cn: 甲 }\nTasks: [{ Description: 5 }, { Description: [a] }]\n'),
    ).toEqual([]);
  });

  test('never touches a text unseen, as a translation is yet to be written', () => {
    const fixes = foundBy(RULE, 'Description: a\nTasks: [{ Description: { en: a } }]\n').flatMap((it) => it.fixes);
    expect(fixes.map(({ guess }) => guess)).toEqual([true, true]);
  });
});

describe('misplaced-leading-dot', () => {
  const RULE = ['misplaced-leading-dot'];
  const selector = (text: string) => `Tasks:\n  - Outputs:\n      a:\n        ValueSelector: ${text}\n`;

  test.each([
    ['.a', 'a'],
    ['.a.b[0]?.c', 'a.b[0]?.c'],
    ["'.a[]'", "'a[]'"],
    ['".a[\\"b c\\"]"', '"a[\\"b c\\"]"'],
  ])('%s becomes %s', (text, expected) => {
    expect(repairedBy(RULE, selector(text))).toBe(selector(expected));
  });

  test.each([
    ['the whole answer', '.'],
    ['brackets', '".[0]"'],
    ['all that is inside', '..'],
    ['a pipe', "'.a | .b'"],
    ['two values', "'.a, .b'"],
    ['a function of jq', '.keys'],
    ['a value of jq', "'.null'"],
    ['a boolean of YAML', '.no'],
    ['a number of jq', '.e1'],
    ['a reference', "'.{{ a }}.b'"],
    ['a mistake', "'.a['"],
    ['a block', '|\n          .a'],
  ])('leaves %s alone', (_, text) => {
    expect(foundBy(RULE, selector(text))).toEqual([]);
  });
});
