import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { checkSchema } from '../../server/src/analysis/schemaCheck.ts';
import { toData } from '../../server/src/syntax/navigate.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import type { Template } from '../../server/src/template/template.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { corpusFiles } from '../support/corpus.ts';
import { sayWithoutCorpus } from '../support/withoutCorpus.ts';

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

sayWithoutCorpus('no real template is held against the schemas');

test.each(corpusFiles())('$name ($notation) fits the schemas', ({ text, notation }) => {
  const { tree, template } = new TemplateDocument(text, notation);
  expect(template && faults(template)).toEqual([]);
  validate(toData(tree.root));
  expect(validate.errors).toBeNull();
});
