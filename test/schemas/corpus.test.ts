import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { checkSchema } from '../../server/src/analysis/schemaCheck.ts';
import { toData } from '../../server/src/syntax/navigate.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import type { Template } from '../../server/src/template/template.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';

const corpus = process.env.OOS_CORPUS;
const catalog = bundledCatalog();
/** The template schema as an editor uses it, which knows nothing of our handling of expressions. */
const validate = new Ajv({ strict: true, allErrors: true }).compile(catalog.templateSchema);

/** What the catalogue does not know about in the tasks of a template, or takes to be wrong. */
function faults({ allTasks }: Template): string[] {
  return allTasks.flatMap((task) => {
    const action = catalog.action(task.action ?? '');
    if (!action) return `unknown action ${task.action}`;
    const node = task.properties?.value;
    const problems = node ? checkSchema(action.propertiesSchema, node) : [];
    return problems.map((it) => `${action.name} ${it.path.join('/')}: ${it.kind}`);
  });
}

const isTemplate = (file: string) => /\.(ya?ml|json)$/.test(file);

describe.runIf(corpus)('with public templates (set OOS_CORPUS to their folder)', () => {
  const files = corpus ? readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter(isTemplate) : [];

  test('finds templates there', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  test.each(files)('%s fits the schemas', (file) => {
    const text = readFileSync(join(corpus ?? '.', file), 'utf8');
    const { tree, template } = new TemplateDocument(text, file.endsWith('.json') ? 'json' : 'yaml');
    expect(template && faults(template)).toEqual([]);
    validate(toData(tree.root));
    expect(validate.errors).toBeNull();
  });
});
