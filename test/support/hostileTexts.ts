import { expect } from 'vitest';
import { descendants } from '../../server/src/syntax/navigate.ts';
import type { Notation, TextRange } from '../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';

const DEPTH = 100_000;
/** Texts that no person writes, of about `size` UTF-16 units or 100 000 levels deep. */
export function hostileTexts(size: number): Record<string, string> {
  const filled = (piece: string): string => piece.repeat(Math.floor(size / piece.length));
  return {
    ...Object.fromEntries(pieces.map((piece) => [JSON.stringify(piece), filled(piece)])),
    ...deep,
    ...long(filled),
    'many keys': numbered(size / 12, (i) => `k${i}: 1`),
    'many tasks': `Tasks:\n${numbered(size / 32, (i) => `  - Name: k${i}`)}`,
  };
}

const pieces = [
  '[',
  '{',
  ']',
  '}',
  '- ',
  '? ',
  '"',
  "'",
  '""',
  "''",
  ',',
  ':',
  '::',
  ': ',
  '\\',
  '\t',
  ' ',
  '\n',
  '\r\n',
  '\0',
  '\uFEFF',
  '\ud800',
  '&a ',
  '*a ',
  '!a ',
  '!!a ',
  '%',
  '@',
  '`',
  '|',
  '>',
  '#',
  '# c\n',
  '# c\r\n',
  '// c\n',
  '/*',
  '---\n',
  '...\n',
  '<<: *a\n',
  '<<<<<<< a\n',
  '=======\n',
  '>>>>>>> b\n',
  '<<<<<<<\n=======\n',
  '{{',
  '}}',
  '{{ a }} ',
  '[{{x}}, ',
  '- {{\n',
  'a: {{ x }}\n',
  'x',
  'a b\n',
  '- a\n',
  '-\n',
  '?\n',
  'a: ',
  'a:\n',
  'a: b: c\n',
  'a: [\n',
  'a: {\n',
  'a: [1,\n',
  '- [\n',
  'a: "\n',
  "a: '\n",
  'a: |\n',
  'a: |\n  x\n',
  'a: [{x: 1]\n',
  'a: [x}]\n',
  'x: - ',
  '\t- a\n',
  'Name:foo\n',
  'a: 1\n   b: 2\n c: 3\n',
  '"a": ',
  '{"a":',
  '{"a" 1 ',
  '[{"a":',
  '],',
  '[1}, ',
  '"a" ',
  '"a",',
  '1 ',
  'true,',
  '{"b": 1,\n ',
  'a：',
  '，',
  '"\\',
  '"\\u0041',
  "[ '",
];

const deep: Record<string, string> = {
  'lists on a line': `${'- '.repeat(DEPTH)}x`,
  lists: '['.repeat(DEPTH) + ']'.repeat(DEPTH),
  maps: '{a: '.repeat(DEPTH) + '}'.repeat(DEPTH),
  'maps in JSON': `${'{"a":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}`,
  'maps and lists in JSON': `${'{"a":['.repeat(DEPTH)}1${']}'.repeat(DEPTH)}`,
  'keys, each on a line': Array.from({ length: 1400 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
  'keys, further left with each line': Array.from({ length: 1000 }, (_, i) => `${' '.repeat(1000 - i)}a: 1`).join('\n'),
  'mappings that name each other': Array.from({ length: 40 }, (_, i) => `b${i}: &b${i} [*b${i - 1}, *b${i - 1}]`).join(
    '\n',
  ),
};

const numbered = (count: number, line: (index: number) => string): string =>
  Array.from({ length: Math.floor(count) }, (_, i) => line(i)).join('\n');

const long = (filled: (piece: string) => string): Record<string, string> => ({
  'an open quote': `a: "${filled('x y\n')}`,
  'an under-indented quote': `a:\n  b: '${filled('x\n')}'\nc: [`,
  'white space behind a key': `a${filled(' ')}b\nc`,
  'tabs behind a key': `a${filled('\t')}b\nc`,
  'white space in an open quote between brackets': `a: [{b: "c${filled(' ')}d\n`,
  'white space in an open quote of JSON': `{"a": "b${filled(' ')}c\n}`,
  'white space in an open expression between brackets': `a: [{b: {{ c${filled(' ')}d\n`,
  'quotes behind a text in quotes': `a: 'b' c${filled("'")}d`,
  'wrong brackets on one line': `a: {b: ${filled(']')}}}`,
  'references in a text': `a: "${filled('{{ x.y }} ')}"`,
  'open references in a text': `a: "${filled('{{ ')}"`,
  'a reference with a long path': `a: "{{ ${filled('a.')} }}"`,
  'a reference with much space': `a: "{{ a${filled(' ')}! }}"`,
});

/** Nothing is thrown, every range lies in the text, and what is said of it can be read. */
export function expectSound(text: string, notation: Notation): void {
  const document = new TemplateDocument(text, notation);
  const { tree } = document;
  const fits = ({ start, end }: TextRange) => start >= 0 && start <= end && end <= text.length;
  const ranges = [...tree.problems, ...tree.comments, ...descendants(tree.root)].map(({ range }) => range);
  expect(ranges.find((range) => !fits(range))).toBeUndefined();
  expect(tree.problems.length).toBeLessThanOrEqual(200);
  expect(() => document.template).not.toThrow();
}
