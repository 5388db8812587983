import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gallery } from '../../client/src/gettingStarted/gallery.ts';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { jsonTextOf } from '../../server/src/syntax/jsonText.ts';
import { stringOf, toData, valueFor } from '../../server/src/syntax/navigate.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';

const folder = join(import.meta.dirname, '../../gallery');
const catalog = bundledCatalog();

/** What a template can hurt is said where it does, and it is the business of these two to say so. */
const notices = new Set(['risky-documented-call', 'risky-disruptive-call']);

const findings = (document: TemplateDocument) =>
  analyze(document, catalog, undefined, { preset: 'strict', rules: {} })
    .filter(({ rule, severity }) => severity !== 'information' || !notices.has(rule))
    .map(({ rule, range, message }) => ({
      rule,
      at: document.text.slice(range.start, range.end),
      message: message.en,
    }));

test('every file is offered, and every offer has its file', () => {
  expect(readdirSync(folder).sort()).toEqual(gallery.map(({ file }) => `${file}.oos.yml`).sort());
});

describe.each(gallery)('$file', ({ file, title, about }) => {
  const yaml = new TemplateDocument(readFileSync(join(folder, `${file}.oos.yml`), 'utf8'), 'yaml');
  const json = new TemplateDocument(jsonTextOf(yaml.tree), 'json');

  test('has no finding of the strictest preset, in both notations', () => {
    expect(findings(yaml)).toEqual([]);
    expect(findings(json)).toEqual([]);
  });

  test('is the same in both notations', () => {
    expect(json.tree.root && toData(json.tree.root)).toEqual(yaml.tree.root && toData(yaml.tree.root));
  });

  test('speaks both languages', () => {
    for (const { en, zh } of [title, about]) {
      expect(en).toMatch(/^[A-Z][^.]+$/);
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
    const described = yaml.template?.root;
    const description = described && valueFor(described, 'Description');
    expect(stringOf(valueFor(description, 'en'))).toMatch(/\w/);
    expect(stringOf(valueFor(description, 'zh-cn'))).toMatch(/\p{Script=Han}/u);
  });
});
