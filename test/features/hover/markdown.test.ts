import { describe, expect, test } from 'vitest';
import {
  code,
  codeBlock,
  cut,
  escaped,
  facts,
  paragraphs,
  plainText,
  table,
} from '../../../server/src/features/hover/markdown.ts';

const nasty = [
  '![x](http://a.b) [y][z] <img src=x onerror=y> &amp; <http://c.d>',
  'http://a.b https://c.d ftp://e www.f.g me@h.i',
  '**bold** __it__ ~~gone~~ `code` \\escaped\\ a|b',
  '# heading',
  '- item',
  '+ item',
  '12. item',
  '3) item',
  '--- | ---',
  'a `` b ` c',
  '`',
  'back\\|slash',
];

describe('a text that is not ours', () => {
  test.each([
    ['![x](http://a.b)', '!\\[x\\](http:\\//a.b)'],
    ['<b>&lt;', '\\<b\\>\\&lt;'],
    ['www.a.b or me@c.d', 'www\\.a.b or me\\@c.d'],
    ['*a* _b_ `c` ~~d~~ e\\f', '\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~ e\\\\f'],
    ['# a', '\\# a'],
    ['- a', '\\- a'],
    ['1. a', '1\\. a'],
    ['a\n\n# b\r\n\tc', 'a # b c'],
    ['a\u202Eb', 'a b'],
  ])('is escaped: %s', (text, markdown) => {
    expect(escaped(text)).toBe(markdown);
  });

  test.each(nasty)('is told as it was in plain text: %s', (text) => {
    expect(plainText(escaped(text))).toBe(text);
    expect(plainText(code(text))).toBe(text);
    expect(plainText(table(['a'], [[escaped(text)], [code(text)]]))).toBe(`a\n${text}\n${text}`);
  });

  test('is code behind as many ticks as it needs', () => {
    expect(code('a')).toBe('`a`');
    expect(code('a`b')).toBe('``a`b``');
    expect(code('`a')).toBe('`` `a ``');
  });

  test('is cut between characters', () => {
    expect(cut('ab😀c', 3)).toBe('ab...');
    expect(code('x'.repeat(1000)).length).toBeLessThan(250);
    expect(escaped('x'.repeat(1000)).length).toBeLessThan(650);
  });
});

test('plain text keeps what is said', () => {
  const markdown = paragraphs(
    '**`a`** (x)',
    facts(({ en }) => en, [{ en: 'Type', zh: '类型' }, 'String'], [{ en: 'None', zh: '无' }, undefined]),
    table(['A', 'B'], [['`x|y`', 'b']]),
    codeBlock('Fn::X: [**a**, `b`]', 'yaml'),
    '[Page](https://a.b/c)',
  );
  expect(plainText(markdown)).toBe(
    'a (x)\n\n- Type: String\n\nA  B\nx|y  b\n\nFn::X: [**a**, `b`]\n\nPage: https://a.b/c',
  );
});
