import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { formatMarkdown, plainText } from '../../server/src/cli/formats/markdown.ts';
import { terminalOf } from '../../server/src/cli/terminal/terminal.ts';

const out = (columns: number) => ({ write: () => undefined, isTTY: true, columns });
const narrow = terminalOf(out(30), { NO_COLOR: '1' });
const coloured = terminalOf(out(80), {});

test('marks become plain words, code is set in', () => {
  const page = [
    '# `unknown-task`',
    '',
    'A **task** is *not* there, see [docs](x.md) or <https://example.com>. Not \\*this\\* and not snake_case_name.',
    '',
    '```yaml',
    '# no heading',
    "a: '**{{ b }}**'",
    '```',
    '',
    '- one `**two**`',
    '1. three',
    '',
  ].join('\n');
  expect(plainText(page)).toBe(
    [
      '`unknown-task`',
      '',
      'A task is not there, see docs or https://example.com. Not *this* and not snake_case_name.',
      '',
      '    # no heading',
      "    a: '**{{ b }}**'",
      '',
      '- one `**two**`',
      '1. three',
      '',
    ].join('\n'),
  );
});

test('headings, code and strong words stand out on a terminal', () => {
  expect(formatMarkdown('## Why\n\n**x** `y`\n\n```\nz\n```\n', coloured)).toBe(
    '\x1b[1mWhy\x1b[22m\n\n\x1b[1mx\x1b[22m \x1b[36m`y`\x1b[39m\n\n\x1b[36m    z\x1b[39m\n',
  );
});

test('paragraphs are wrapped at words, items hang', () => {
  expect(formatMarkdown(`${'word '.repeat(8)}\n- ${'item '.repeat(8)}`, narrow)).toBe(
    ['word word word word word word', 'word word', '- item item item item item', '  item item item', ''].join('\n'),
  );
});

test('Chinese is wrapped between characters, never before punctuation', () => {
  const text = '服务会拒绝引用无效的模板，名称不区分大小写。“引用”两字（如此）不会与标点分开。';
  const lines = formatMarkdown(text, narrow).trimEnd().split('\n');
  expect(lines.join('')).toBe(text);
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) {
    expect(stringWidth(line)).toBeLessThanOrEqual(30);
    expect(line).not.toMatch(/^[，。、”）]|[“（]$/);
  }
});

test('a word longer than a line stays whole', () => {
  expect(formatMarkdown(`a ${'x'.repeat(40)} b`, narrow)).toBe(`a\n${'x'.repeat(40)}\nb\n`);
});
