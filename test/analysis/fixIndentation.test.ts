import { expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { rules } from '../../server/src/analysis/rules/index.ts';
import { applyEdits } from '../../server/src/syntax/edit.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { inItsNotations } from '../support/examples.ts';
import { fixture } from '../support/fixture.ts';
import { withTabs } from '../support/withTabs.ts';

const catalog = bundledCatalog();
const linesOf = (text: string): number => text.split('\n').length;

test('fixes of a JSON text with tabs indent the lines that they add with tabs', { timeout: 60_000 }, () => {
  let added = 0;
  const blanks = rules.flatMap((rule) =>
    rule.invalid
      .flatMap((it) => inItsNotations(rule, fixture(it.text).text, it.notation))
      .filter(({ notation }) => notation === 'json')
      .map(({ text }) => withTabs(text))
      .flatMap((text) =>
        analyze(new TemplateDocument(text, 'json'), catalog, rules, { preset: 'strict', rules: {} }).flatMap(
          ({ rule: id, fixes }) =>
            fixes.flatMap(({ edits }) => {
              const after = applyEdits(text, edits);
              if (linesOf(after) <= linesOf(text)) return [];
              added++;
              return /^\t* /m.test(after) && !/^\t* /m.test(text) ? [`${id}: ${after}`] : [];
            }),
        ),
      ),
  );
  expect(blanks).toEqual([]);
  expect(added).toBeGreaterThan(0);
});
