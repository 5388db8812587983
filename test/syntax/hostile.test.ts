import { describe, expect, test } from 'vitest';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { expectSound, hostileTexts } from '../support/hostileTexts.ts';

/** As large as the largest real templates. The same with 1 MB is part of the robustness run. */
const SIZE = 32 * 1024;
/** Far above what any of them takes, and below what anything that is not linear would. */
const TIME_LIMIT = 5000;

describe.each(['yaml', 'json'] as const)('%s', (notation) => {
  test.each(Object.entries(hostileTexts(SIZE)))('%s', { timeout: TIME_LIMIT }, (_, text) =>
    expectSound(text, notation),
  );
});

test('nesting too deep to be read is said, and what stands before it is read', () => {
  const { problems, root } = new TemplateDocument(`Name: x\nTasks: ${'['.repeat(1000)}`, 'yaml').tree;
  expect(problems.map(({ code }) => code)).toEqual(['too-deep']);
  expect(root?.kind === 'mapping' ? root.pairs.map(({ key }) => key.value) : []).toEqual(['Name', 'Tasks']);
});
