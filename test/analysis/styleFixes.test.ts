import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { Level, RuleSettings } from '../../server/src/analysis/levels.ts';
import { rules } from '../../server/src/analysis/rules/index.ts';
import { fixAll } from '../../server/src/features/fixAll.ts';
import type { Notation } from '../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { ownBases } from '../mutants/bases.ts';
import { corpusFiles } from '../support/corpus.ts';
import { inItsNotations } from '../support/examples.ts';
import { fixture } from '../support/fixture.ts';
import { dataOf, foundBy, repairedBy } from '../support/repaired.ts';
import { sayWithoutCorpus } from '../support/withoutCorpus.ts';

const catalog = bundledCatalog();
const style = rules.filter(({ strict }) => strict).map(({ id }) => id);
/** Rules whose fixes change nothing that a reader of the data could see. */
const layout = ['misplaced-key', 'invalid-indentation'];

function only(ids: readonly string[]): RuleSettings {
  const off = rules.map(({ id }): [string, Level] => [id, 'off']);
  const on = rules.filter(({ id }) => ids.includes(id)).map(({ id, severity }): [string, Level] => [id, severity]);
  return { preset: 'recommended', rules: Object.fromEntries([...off, ...on]) };
}

const fixedBy = (ids: readonly string[], text: string, notation: Notation) =>
  fixAll(text, notation, catalog, only(ids)).text;

/** The leaves of data that differ, as `path: value` before and after. */
function difference(before: unknown, after: unknown): [string, string][] {
  const [a, b] = [leaves(before), leaves(after)];
  expect(b).toHaveLength(a.length);
  return a.flatMap((leaf, index): [string, string][] => (leaf === b[index] ? [] : [[leaf, b[index] ?? '']]));
}

function leaves(data: unknown, path = ''): string[] {
  if (data === null || typeof data !== 'object' || Object.keys(data).length === 0)
    return [`${path}: ${JSON.stringify(data)}`];
  return Object.entries(data).flatMap(([key, value]) => leaves(value, `${path}/${key}`));
}

const letters = (text: string) => text.toLowerCase().replace(/[_-]/g, '');

/** How a leaf may differ after the fixes of a rule. */
const spelling: Readonly<Record<string, (before: string, after: string) => boolean>> = {
  'ambiguous-action-case': (before, after) => /\/Action: /.test(before) && letters(before) === letters(after),
  'ambiguous-service-case': (before, after) =>
    before.replace(/(?<=\/Service: )".*"$/, (it) => it.toUpperCase()) === after,
  'misplaced-leading-dot': (before, after) => before.replace(/(?<=Selector: ")\./, '') === after,
  'invalid-name-case': (before, after) => letters(before) === letters(after),
};

test('there are rules of style, none of which finds mistakes', () => {
  expect(style.length).toBeGreaterThan(5);
  expect(rules.filter(({ id, severity }) => style.includes(id) && !/^(?:hint|information)$/.test(severity))).toEqual(
    [],
  );
});

describe('good examples have nothing to say against their style', () => {
  const folder = join(import.meta.dirname, '../../examples');
  const files = readdirSync(folder).filter((file) => !file.startsWith('broken-'));

  test.each(files)('%s', (file) => {
    const document = new TemplateDocument(
      readFileSync(join(folder, file), 'utf8'),
      file.endsWith('json') ? 'json' : 'yaml',
    );
    const found = analyze(document, catalog, rules, { preset: 'strict', rules: {} });
    // That one of them stops a machine is meant.
    expect(found.filter(({ rule }) => rule !== 'risky-disruptive-call')).toEqual([]);
  });
});

sayWithoutCorpus('the fixes of style are tried on the templates of this repository alone');

describe('fixes of style', () => {
  const examples = rules
    .filter(({ strict }) => strict)
    .flatMap((rule) =>
      rule.invalid.flatMap((it, index) =>
        inItsNotations(rule, fixture(it.text).text, it.notation).map((form) => ({
          name: `${rule.id} ${index}`,
          ...form,
        })),
      ),
    );
  const texts = [
    ...examples,
    ...ownBases().map(({ name, document: { text, notation } }) => ({ name, text, notation })),
    ...corpusFiles(),
  ];

  test.each(texts)('of order and indentation leave the data of $name ($notation)', ({ text, notation }) => {
    const result = fixedBy(layout, text, notation);
    expect(dataOf(result, notation)).toEqual(dataOf(text, notation));
    expect(fixedBy(layout, result, notation)).toBe(result);
    // Keys can stay where they are only where a comment or a kept line would move.
    const left = foundBy(layout, result, notation);
    expect(left.flatMap(({ fixes }) => fixes.filter(({ guess }) => !guess))).toEqual([]);
  });

  test.each(texts)('of spelling change in $name ($notation) what they say, and nothing else', ({ text, notation }) => {
    let current = text;
    for (const [rule, fits] of Object.entries(spelling)) {
      const result = fixedBy([rule], current, notation);
      const changes = difference(dataOf(current, notation), dataOf(result, notation));
      expect(changes.filter(([before, after]) => !fits(before, after))).toEqual([]);
      current = result;
    }
  });

  test.each(Object.keys(spelling))('of %s change an example of it', (rule) => {
    const own = examples.filter(({ name }) => name.startsWith(`${rule} `));
    expect(own.filter(({ text, notation }) => fixedBy([rule], text, notation) !== text)).not.toEqual([]);
  });

  test.each(texts)('leave $name ($notation) as free of mistakes as it was', ({ text, notation }) => {
    const mistakes = findings(text, notation);
    const certain = fixedBy(style, text, notation);
    expect(findings(certain, notation)).toEqual(mistakes);
    expect(fixedBy(style, certain, notation)).toBe(certain);
    // And those that need a second look: names that others know, and languages that are missing.
    expect(findings(repairedBy(style, certain, notation), notation)).toEqual(mistakes);
  });
});

/** What renaming evens out, and what a new indentation mends. */
const cured = ['ambiguous-reference-case', 'misplaced-continuation'];

/** How often each rule that is on by default finds something. */
function findings(text: string, notation: Notation): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { rule } of analyze(new TemplateDocument(text, notation), catalog)) {
    if (!cured.includes(rule)) counts[rule] = (counts[rule] ?? 0) + 1;
  }
  return counts;
}
