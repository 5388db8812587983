import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { AnyRule } from '../../server/src/analysis/rule.ts';
import { rules } from '../../server/src/analysis/rules/index.ts';
import { applyEdits } from '../../server/src/syntax/edit.ts';
import { toData } from '../../server/src/syntax/navigate.ts';
import type { Notation } from '../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { type ExampleText, inItsNotations } from '../support/examples.ts';
import { fixture, withMarks } from '../support/fixture.ts';

const catalog = bundledCatalog();

interface Form extends ExampleText {
  readonly fixed: string | undefined;
}

/** A bad example in every notation that it is meant for, and what its repair makes of it there. */
function forms(rule: AnyRule, { text, notation, fixed }: AnyRule['invalid'][number]): Form[] {
  const repaired = fixed === undefined ? [] : inItsNotations(rule, fixed, notation);
  return inItsNotations(rule, text, notation).map((it, index) => ({ ...it, fixed: repaired[index]?.text }));
}

const find = (text: string, notation: Notation, selected: readonly AnyRule[]) =>
  analyze(new TemplateDocument(text, notation), catalog, selected, { preset: 'strict', rules: {} });

describe.each(rules)('$id', (rule) => {
  const invalid = rule.invalid.flatMap((example) => forms(rule, example));
  const valid = rule.valid.flatMap((example) =>
    typeof example === 'string' ? inItsNotations(rule, example) : inItsNotations(rule, example.text, example.notation),
  );

  test('says in both languages what it finds and why', () => {
    for (const { en, zh } of [rule.summary, rule.why]) {
      expect(en).toMatch(/\w/);
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
  });

  test('has at least two bad and two good examples', () => {
    expect(rule.invalid.length).toBeGreaterThanOrEqual(2);
    expect(rule.valid.length).toBeGreaterThanOrEqual(2);
  });

  test.each(invalid)('reports bad $notation example %#', ({ text: marked, notation }) => {
    const { text } = fixture(marked);
    const found = find(text, notation, [rule]);
    expect(
      withMarks(
        text,
        found.map(({ range }) => range),
      ),
    ).toBe(marked);
    for (const { message } of found) {
      expect(message.en).not.toBe('');
      expect(message.zh).toMatch(/\p{Script=Han}/u);
    }
  });

  test.each(invalid)('repairs bad $notation example %#', ({ text: marked, notation, fixed }) => {
    const { text } = fixture(marked);
    const edits = find(text, notation, [rule]).flatMap(({ fixes }) => fixes[0]?.edits ?? []);
    const repaired = applyEdits(text, edits);
    if (notation === 'yaml') expect(repaired).toBe(fixed ?? text);
    else if (fixed !== undefined) expect(dataOf(repaired, 'json')).toEqual(dataOf(fixed, 'json'));
    else expect(repaired).toBe(text);
    if (fixed !== undefined) expect(find(repaired, notation, [rule])).toEqual([]);
  });

  test.each(valid)('is silent, as all rules are, on good $notation example %#', ({ text, notation }) => {
    // A hint is no mistake: an example for one rule may well use the other letter case that a hint would even out.
    const selected = rules.filter((it) => it === rule || !it.strict);
    const found = find(text, notation, selected).filter((it) => it.rule === rule.id || it.severity !== 'hint');
    expect(found.map(({ rule: id, message }) => `${id}: ${message.en}`)).toEqual([]);
  });
});

function dataOf(text: string, notation: Notation): unknown {
  const { tree } = new TemplateDocument(text, notation);
  expect(tree.problems).toEqual([]);
  return toData(tree.root);
}

test('ids are unique, sorted, and begin with a known word', () => {
  const ids = rules.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
  const prefixes =
    /^(?:unknown|duplicate|missing|invalid|unused|unquoted|deprecated|misplaced|unreachable|risky|content|ambiguous|unchecked)-/;
  expect(ids.filter((id) => !prefixes.test(id))).toEqual([]);
});
