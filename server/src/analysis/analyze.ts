import type { Catalog } from '../catalog/catalog.ts';
import type { TemplateDocument } from '../template/document.ts';
import type { Template } from '../template/template.ts';
import type { AnyRule, Diagnostic, TextRuleContext } from './rule.ts';
import { contentTooLarge, isTooLargeToParse } from './rules/content-too-large.ts';
import { rules as allRules } from './rules/index.ts';
import { SchemaFindings } from './schemaFindings.ts';

/** Everything that is wrong with a document, by position and then by rule. */
export function analyze(
  document: TemplateDocument,
  catalog: Catalog,
  rules: readonly AnyRule[] = allRules,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const textContext = ({ id, severity }: AnyRule): TextRuleContext => ({
    document,
    catalog,
    report: (range, message, fixes = []) => found.push({ rule: id, severity, range, message, fixes }),
  });
  const tooLarge = isTooLargeToParse(document.text);
  const active = rules.filter((rule) => (tooLarge ? rule === contentTooLarge : rule.notation !== otherThan(document)));
  const templates = tooLarge ? [] : withChildren(document.template);
  const inTemplates = templates.map((template) => ({ template, schema: new SchemaFindings(template, catalog) }));
  for (const rule of active) {
    if ('checkText' in rule) rule.checkText(textContext(rule));
    else {
      for (const it of inTemplates) {
        if (it.template.kind === 'template' || rule.checksState) rule.check({ ...textContext(rule), ...it });
      }
    }
  }
  return found.sort(byPosition);
}

const otherThan = ({ notation }: TemplateDocument) => (notation === 'yaml' ? 'json' : 'yaml');

function withChildren(template: Template | undefined): Template[] {
  return template ? [template, ...template.children.flatMap(withChildren)] : [];
}

const byPosition = (a: Diagnostic, b: Diagnostic): number =>
  a.range.start - b.range.start || a.range.end - b.range.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
