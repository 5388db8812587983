import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { Diagnostic } from '../../server/src/analysis/rule.ts';
import { rules } from '../../server/src/analysis/rules/index.ts';
import { toData } from '../../server/src/syntax/navigate.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { type CorpusFile, corpusFolder, corpusTwins } from '../support/corpus.ts';
import { sayWithoutCorpus } from '../support/withoutCorpus.ts';

interface Expectation {
  readonly severity: string;
  /** Findings in the YAML and in the JSON files. */
  readonly yaml: number;
  readonly json: number;
  /** Why real templates have them. */
  readonly reason: string;
}

const catalog = bundledCatalog();
const expected = JSON.parse(readFileSync(new URL('expected.json', import.meta.url), 'utf8')) as Record<
  string,
  Expectation
>;
const yamlOnly = new Set(rules.filter(({ notation }) => notation === 'yaml').map(({ id }) => id));

const read = ({ text, notation }: CorpusFile) => {
  const document = new TemplateDocument(text, notation);
  return { data: toData(document.tree.root), found: analyze(document, catalog) };
};
const listed = (found: readonly Diagnostic[]) =>
  found.map(({ rule, severity, message }) => `${severity} ${rule}: ${message.en}`).sort();

sayWithoutCorpus('real templates are not checked');

describe.runIf(corpusFolder !== undefined)('real templates', () => {
  const twins = corpusTwins().map(({ name, yaml, json }) => ({ name, yaml: read(yaml), json: read(json) }));
  const all = twins.flatMap(({ name, yaml, json }) => [
    { name: `${name} (YAML)`, ...yaml },
    { name: `${name} (JSON)`, ...json },
  ]);

  test('are there in both notations', () => {
    expect(twins.length).toBeGreaterThan(0);
  });

  test('have no error', () => {
    const errors = all.flatMap(({ name, found }) =>
      found.flatMap((it) => (it.severity === 'error' ? `${name}: ${it.rule}: ${it.message.en}` : [])),
    );
    expect(errors).toEqual([]);
  });

  test('hold equal data in both notations', () => {
    expect(
      twins.filter(({ yaml, json }) => JSON.stringify(yaml.data) !== JSON.stringify(json.data)).map(({ name }) => name),
    ).toEqual([]);
  });

  test('have equal findings in both notations', () => {
    for (const { name, yaml, json } of twins) {
      const shared = yaml.found.filter(({ rule }) => !yamlOnly.has(rule));
      expect({ name, found: listed(shared) }).toEqual({ name, found: listed(json.found) });
    }
  });

  test('have YAML-only findings in the four files that are known for it', () => {
    const names = twins.filter(({ yaml }) => yaml.found.some(({ rule }) => yamlOnly.has(rule))).map(({ name }) => name);
    expect(names).toHaveLength(4);
  });

  test('have the findings that are reviewed in expected.json, and no others', () => {
    const counts: Record<string, Omit<Expectation, 'reason'>> = {};
    for (const { name, found } of all) {
      for (const { rule, severity } of found) {
        const { yaml = 0, json = 0 } = counts[rule] ?? {};
        const inJson = name.endsWith('(JSON)');
        counts[rule] = { severity, yaml: yaml + (inJson ? 0 : 1), json: json + (inJson ? 1 : 0) };
      }
    }
    const reviewed = Object.fromEntries(Object.entries(expected).map(([rule, { reason, ...rest }]) => [rule, rest]));
    expect(counts).toEqual(reviewed);
    expect(Object.values(expected).filter(({ reason }) => reason.length < 20)).toEqual([]);
  });
});
