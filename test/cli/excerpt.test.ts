import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { excerptOf } from '../../server/src/cli/formats/excerpt.ts';
import { fixture } from '../support/fixture.ts';

/** The two lines as a terminal has them, for a line in which the range is marked. */
function shownBelow(marked: string, width: number): string[] {
  const { text, ranges } = fixture(marked);
  const [range = { start: 0, end: 0 }] = ranges;
  const { shown, column, length } = excerptOf(text, range.start, range.end, width);
  return [shown, ' '.repeat(column) + '^'.repeat(length)];
}

test('marks the range', () => {
  expect(shownBelow('Name: <|abc|>', 40)).toEqual(['Name: abc', '      ^^^']);
});

test('marks one column where the range is empty, also behind the line', () => {
  expect(shownBelow('Na<||>me:', 40)).toEqual(['Name:', '  ^']);
  expect(shownBelow('Name:<||>', 40)).toEqual(['Name:', '     ^']);
});

test('counts Chinese characters and emoji as two columns', () => {
  expect(shownBelow('名称: <|测试👍|> x', 40)).toEqual(['名称: 测试👍 x', '      ^^^^^^']);
});

test('shows a tab as four blanks', () => {
  expect(shownBelow('\t<|a|>\tb', 40)).toEqual(['    a    b', '    ^']);
});

test('shows no control characters', () => {
  expect(shownBelow('a\x1b[31m<|b|>', 40)).toEqual(['a\uFFFD[31mb', '      ^']);
});

test('clips a long line on both sides of the range', () => {
  const [shown = '', marks = ''] = shownBelow(`${'x'.repeat(500)}<|here|>${'y'.repeat(500)}`, 30);
  expect(shown).toMatch(/^…x+herey+…$/);
  expect(stringWidth(shown)).toBeLessThanOrEqual(30);
  expect(shown.slice(marks.indexOf('^'), marks.length)).toBe('here');
});

test('clips a long range', () => {
  const [shown = '', marks = ''] = shownBelow(`a: <|${'中'.repeat(500)}|>`, 30);
  expect(shown).toMatch(/^a: 中+…$/);
  expect(stringWidth(shown)).toBeLessThanOrEqual(30);
  expect(marks.length).toBe(stringWidth(shown) - 1);
});

test('shows the end of a long line', () => {
  const [shown = '', marks = ''] = shownBelow(`${'x'.repeat(500)}<||>`, 30);
  expect(shown).toMatch(/^…x+$/);
  expect(marks.length).toBe(shown.length + 1);
});

test('never cuts a character in two', () => {
  for (let lead = 0; lead < 40; lead++) {
    const [shown = ''] = shownBelow(`${'😀'.repeat(lead)}<|a|>${'😀'.repeat(60)}`, 20);
    expect(shown).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
    expect(shown).toContain('a');
  }
});
