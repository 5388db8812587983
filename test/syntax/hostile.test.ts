import { describe, expect, test } from 'vitest';
import { valueFor } from '../../server/src/syntax/navigate.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { cpuTime } from '../support/cpuTime.ts';
import { expectSound, hostileTexts } from '../support/hostileTexts.ts';

/** As large as the largest real templates. The same with 1 MB is part of the robustness run. */
const SIZE = 32 * 1024;
/** Milliseconds of the processor. Far above what any of them takes, and below what anything that is not linear would. */
const TIME_LIMIT = 5000;

describe.each(['yaml', 'json'] as const)('%s', (notation) => {
  test.each(Object.entries(hostileTexts(SIZE)))('%s', (_, text) => {
    expect(cpuTime(() => expectSound(text, notation))).toBeLessThan(TIME_LIMIT);
  });
});

test('nesting too deep to be read is said, and what stands before it is read', () => {
  const { problems, root } = new TemplateDocument(`Name: x\nTasks: ${'['.repeat(1000)}`, 'yaml').tree;
  expect(problems.map(({ code }) => code)).toEqual(['too-deep']);
  expect(root?.kind === 'mapping' ? root.pairs.map(({ key }) => key.value) : []).toEqual(['Name', 'Tasks']);
});

describe('a text too long to be read to its end', () => {
  const items = (count: number) => Array.from({ length: count }, () => 'x').join(',');

  const keys = Array.from({ length: 65_000 }, (_, at) => `k${at}: 1\n`).join('');

  test.each([
    ['a list', `Items: [${items(100_000)}]\n`],
    ['brackets in each other', `a: { b: [{ c: [${items(100_000)}] }] }\n`],
    ['keys in a block', `# b\n${keys}`],
    ['keys in braces', `{${keys.replaceAll('\n', ',')}}`],
  ])('lacks nothing where the reading ends: %s', (_, text) => {
    const { problems } = new TemplateDocument(text, 'yaml').tree;
    expect(problems.map(({ code }) => code)).toEqual(['too-long']);
  });

  test('has the mistakes before that place, and no others', () => {
    const { problems } = new TemplateDocument(`a: "b\nc: [x, y\nd: { e: [${items(100_000)}] }\n`, 'yaml').tree;
    expect(problems.map(({ code }) => code)).toEqual(['missing-quote', 'missing-bracket', 'too-long']);
  });

  test('says so even where there are more problems than anybody reads', () => {
    const { problems } = new TemplateDocument('<<: *a\n'.repeat(60_000), 'yaml').tree;
    expect(problems).toHaveLength(200);
    expect(problems.at(-1)?.code).toBe('too-long');
  });

  test('is read whole where it is only large', () => {
    const { problems, root } = new TemplateDocument(`Items: [${items(60_000)}]\n`, 'yaml').tree;
    expect(problems).toEqual([]);
    const list = valueFor(root, 'Items');
    expect(list?.kind === 'sequence' && list.items.length).toBe(60_000);
  });
});
