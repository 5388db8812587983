import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rules } from '../server/src/analysis/rules/index.ts';
import { rulePage, rulesIndex } from '../server/src/features/rulePage.ts';

// `npm run docs` writes these files; without -u a difference fails the test.

test.each(rules)('docs/rules/$id.md is what the rule says (npm run docs writes it)', async (rule) => {
  const page = `${rulePage(rule, 'en')}\n---\n\n${rulePage(rule, 'zh-cn')}`;
  await expect(page).toMatchFileSnapshot(`../docs/rules/${rule.id}.md`);
});

test('docs/rules/README.md lists the rules (npm run docs writes it)', async () => {
  await expect(rulesIndex(rules)).toMatchFileSnapshot('../docs/rules/README.md');
});

test('docs/rules has no page of a rule that is gone', () => {
  const pages = readdirSync(new URL('../docs/rules', import.meta.url)).sort();
  const expected = new Set(['README.md', ...rules.map(({ id }) => `${id}.md`)]);
  expect(pages.filter((page) => !expected.has(page))).toEqual([]);
});
