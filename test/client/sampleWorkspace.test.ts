import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { applyEdits } from '../../server/src/syntax/edit.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'sample-workspace');
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const texts = (file: string): string[] =>
  Object.entries<string>(JSON.parse(readFileSync(join(root, file), 'utf8'))).flat();
const templates = readdirSync(folder).filter((file) => file.includes('.oos.'));
/** Made to be repaired; the guide says how many mistakes there are. */
const broken = 'fix-me.oos.yml';
const catalog = bundledCatalog();

/** All but the notices, which tell what a task can hurt. */
const mistakesIn = (text: string, file: string) =>
  analyze(new TemplateDocument(text, file.endsWith('.json') ? 'json' : 'yaml'), catalog, undefined, {
    preset: 'strict',
    rules: {},
  }).filter(({ severity }) => severity !== 'information');

test('there are templates in both notations, among them a broken one', () => {
  expect(templates).toContain(broken);
  expect(new Set(templates.map((file) => file.slice(file.lastIndexOf('.'))))).toEqual(new Set(['.yml', '.json']));
});

test.each(templates.filter((file) => file !== broken))('%s has no finding of the strictest preset', (file) => {
  expect(mistakesIn(read(file), file).map(({ rule, message }) => [rule, message.en])).toEqual([]);
});

test('the broken template has four mistakes, and is right after the first quick fix of each', () => {
  let text = read(broken);
  const mistakes = mistakesIn(text, broken);
  expect(mistakes).toHaveLength(4);
  expect(new Set(mistakes.map(({ rule }) => rule)).size).toBe(4);
  for (let count = mistakes.length; count > 0; count -= 1) {
    const [fix] = mistakesIn(text, broken)[0]?.fixes ?? [];
    text = applyEdits(text, fix?.edits ?? []);
    expect(mistakesIn(text, broken)).toHaveLength(count - 1);
  }
});

describe.each([
  ['README.md', ['package.nls.json', 'l10n/bundle.l10n.zh-cn.json'], ['Local OOS', 'Problems', 'OOS']],
  ['README.zh-cn.md', ['package.nls.zh-cn.json', 'l10n/bundle.l10n.zh-cn.json'], ['本地 OOS', '问题', 'OOS']],
])('%s', (file, sources, others) => {
  const guide = read(file);

  test('leads to every template, and to nothing that is not there', () => {
    const links = new Set([...guide.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target));
    expect([...links].sort()).toEqual([...templates].sort());
    expect([...links].filter((link) => !existsSync(join(folder, link)))).toEqual([]);
  });

  test('calls everything as the editor does', () => {
    const names = [...guide.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name = '']) => name.replace(/^OOS: /, ''));
    const known = new Set([...others, ...sources.flatMap(texts)]);
    expect(names.length).toBeGreaterThan(8);
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });
});
