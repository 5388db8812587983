import { analyze } from '../../server/src/analysis/analyze.ts';
import type { Diagnostic } from '../../server/src/analysis/rule.ts';
import { rules } from '../../server/src/analysis/rules/index.ts';
import { applyEdits } from '../../server/src/syntax/edit.ts';
import { toData } from '../../server/src/syntax/navigate.ts';
import type { Notation } from '../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { askInBoth } from './askInBoth.ts';

const catalog = bundledCatalog();

/** What rules find by themselves, also those that are off by default. */
export function foundBy(ids: readonly string[], text: string, notation: Notation = 'yaml'): Diagnostic[] {
  const selected = rules.filter(({ id }) => ids.includes(id));
  return analyze(new TemplateDocument(text, notation), catalog, selected, { preset: 'strict', rules: {} });
}

/** The rules of these that find something in a YAML text, once for each finding; in JSON they have to find the same. */
export const foundInBoth = (ids: readonly string[], yaml: string): string[] =>
  askInBoth(yaml, ({ text, notation }) => foundBy(ids, text, notation).map(({ rule }) => rule));

/** A text after the first fix of each finding, in the order of the text, until none is left that has one. */
export function repairedBy(ids: readonly string[], text: string, notation: Notation = 'yaml'): string {
  let current = text;
  for (let round = 0; round < 50; round++) {
    const [fix] = foundBy(ids, current, notation).flatMap(({ fixes }) => fixes[0] ?? []);
    if (!fix) return current;
    current = applyEdits(current, fix.edits);
  }
  throw new Error(`the fixes of ${ids.join(', ')} come to no end: ${text}`);
}

/** What a text says; a text with mistakes of syntax says nothing. */
export function dataOf(text: string, notation: Notation = 'yaml'): unknown {
  const { tree } = new TemplateDocument(text, notation);
  if (tree.problems.length > 0) throw new Error(`the text is broken: ${text}`);
  return toData(tree.root);
}
