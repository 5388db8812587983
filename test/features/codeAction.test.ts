import { expect, test } from 'vitest';
import type { Diagnostic } from '../../server/src/analysis/rule.ts';
import { diagnosticsAt, quickFixes, type Silencing, silencings } from '../../server/src/features/codeAction.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { cpuTime } from '../support/cpuTime.ts';
import { fixture } from '../support/fixture.ts';

const fix = (title: string) => ({ title: { en: title, zh: title }, edits: [] });

function diagnostic(range: Diagnostic['range'], ...titles: string[]): Diagnostic {
  const message = { en: 'wrong', zh: '错误' };
  return { rule: 'a-rule', severity: 'error', range, message, fixes: titles.map(fix) };
}

/** The first marked range has the fixes a and b, the second c, the third none. Gives the titles offered at the cursor. */
function offered(marked: string): string[] {
  const { text, cursors, ranges } = fixture(marked);
  const [first, second, third] = ranges;
  if (!first || !second || !third) throw new Error('three ranges are needed');
  const diagnostics = [diagnostic(first, 'a', 'b'), diagnostic(second, 'c'), diagnostic(third)];
  const [start = text.length, end = start] = cursors;
  const found = diagnosticsAt(diagnostics, { start, end });
  return quickFixes(found).map(({ fix, preferred }) => fix.title.en + (preferred ? '!' : ''));
}

test('offers the fixes of the findings at the cursor, the first one preferred', () => {
  expect(offered('<|on<|>e|> <|two|> <|three|>')).toEqual(['a!', 'b']);
  expect(offered('<|one|> <|tw<|>o|> <|three|>')).toEqual(['c!']);
});

test('counts both ends of a finding', () => {
  expect(offered('<|<|>one|> <|two|> <|three|>')).toEqual(['a!', 'b']);
  expect(offered('<|one<|>|> <|two|> <|three|>')).toEqual(['a!', 'b']);
});

test('offers everything in a selection, and nothing elsewhere', () => {
  expect(offered('<|o<|>ne|> <|t<|>wo|> <|three|>')).toEqual(['a!', 'b', 'c!']);
  expect(offered('<|one|> <|two|> <|th<|>ree|>')).toEqual([]);
  expect(offered('<|one|> <|two|>  <|>  <|three|>')).toEqual([]);
});

test('offers to silence each rule once a line, then once in the file', () => {
  const { text, ranges } = fixture('a: <|one|> <|two|>\nb: <|three|>\n');
  const named = (rule: string, index: number): Diagnostic => ({
    ...diagnostic(ranges[index] ?? { start: 0, end: 0 }),
    rule,
  });
  const diagnostics = [named('unknown-task', 0), named('unknown-task', 1), named('unknown-task', 2)];
  const other = named('missing-tasks', 1);
  const { tree } = new TemplateDocument(text, 'yaml');
  const offered = silencings(tree, [...diagnostics, other]);
  expect(offered.map((it) => [it.title.en, it.diagnostics.length])).toEqual([
    ['Silence unknown-task on this line', 2],
    ['Silence unknown-task on this line', 1],
    ['Silence missing-tasks on this line', 1],
    ['Silence unknown-task in this file', 3],
    ['Silence missing-tasks in this file', 1],
  ]);
  expect(offered.every(({ title }) => /\p{Script=Han}/u.test(title.zh))).toBe(true);
});

test('a text full of findings is answered in time, with one comment for those of a rule on a line', () => {
  const document = new TemplateDocument('a: 1\n'.repeat(10_000), 'yaml');
  const [, ...keys] = document.text.matchAll(/a/g);
  const found = keys.map(({ index }) => ({ ...diagnostic({ start: index, end: index + 1 }), rule: 'duplicate-key' }));
  const offers: Silencing[] = [];
  expect(cpuTime(() => offers.push(...silencings(document.tree, found)))).toBeLessThan(3000);
  expect(offers.at(-1)?.diagnostics).toHaveLength(found.length);
});
