import type { Catalog } from '../catalog/catalog.ts';
import type { TemplateDocument } from '../template/document.ts';
import type { Template } from '../template/template.ts';
import { type RuleSettings, recommended, severityOf } from './levels.ts';
import type { AnyRule, Diagnostic, Severity, TextRuleContext } from './rule.ts';
import { contentTooLarge, isTooLargeToParse } from './rules/content-too-large.ts';
import { rules as allRules } from './rules/index.ts';
import { SchemaFindings } from './schemaFindings.ts';
import { applySuppressions, readDirectives, readSuppressions } from './suppressions.ts';
import { ValueTypes } from './types/valueTypes.ts';

interface Checked {
  readonly template: Template;
  readonly schema: SchemaFindings;
  readonly types: ValueTypes;
}

interface ActiveRule {
  readonly rule: AnyRule;
  readonly severity: Severity;
}

/** Everything that is wrong with a document, by position and then by rule. */
export function analyze(
  document: TemplateDocument,
  catalog: Catalog,
  rules: readonly AnyRule[] = allRules,
  settings: RuleSettings = recommended,
): Diagnostic[] {
  const tooLarge = isTooLargeToParse(document.text);
  const active = rules.flatMap((rule): ActiveRule[] => {
    const severity = severityOf(rule, settings);
    const fits = tooLarge ? rule === contentTooLarge : (rule.notation ?? document.notation) === document.notation;
    return severity && fits ? [{ rule, severity }] : [];
  });
  const templates = tooLarge ? [] : withChildren(document.template);
  const checked = templates.map(
    (template): Checked => ({
      template,
      schema: new SchemaFindings(template, catalog),
      types: new ValueTypes(template),
    }),
  );
  const found: Diagnostic[] = [];
  for (const it of active) run(it, contextOf(it, document, catalog, found), checked);
  return (tooLarge ? found : withoutSilenced(found, active, document, catalog)).sort(byPosition);
}

function contextOf(
  { rule, severity }: ActiveRule,
  document: TemplateDocument,
  catalog: Catalog,
  found: Diagnostic[],
): TextRuleContext {
  return {
    document,
    catalog,
    report: (range, message, fixes = []) => found.push({ rule: rule.id, severity, range, message, fixes }),
  };
}

function run({ rule }: ActiveRule, context: TextRuleContext, checked: readonly Checked[]): void {
  if ('checkText' in rule) rule.checkText(context);
  else if ('check' in rule) {
    for (const it of checked) {
      if (it.template.kind === 'template' || rule.checksState) rule.check({ ...context, ...it });
    }
  }
}

/** Takes out what comments silence, and lets the rules about these comments speak. */
function withoutSilenced(
  found: readonly Diagnostic[],
  active: readonly ActiveRule[],
  document: TemplateDocument,
  catalog: Catalog,
): Diagnostic[] {
  const directives = document.notation === 'yaml' ? readDirectives(document.tree) : [];
  if (directives.length === 0) return [...found];
  const suppressions = readSuppressions(document.tree, directives);
  const { left, used } = applySuppressions(found, suppressions);
  const running = new Set(active.map(({ rule }) => rule.id));
  const needed = new Set(suppressions.filter((it) => used.has(it) || !running.has(it.id)));
  const ruleIds = new Set(allRules.map(({ id }) => id));
  for (const it of active) {
    if (!('checkSuppressions' in it.rule)) continue;
    it.rule.checkSuppressions({
      ...contextOf(it, document, catalog, left),
      directives,
      suppressions,
      needed,
      ruleIds,
    });
  }
  return left;
}

function withChildren(template: Template | undefined): Template[] {
  return template ? [template, ...template.children.flatMap(withChildren)] : [];
}

const byPosition = (a: Diagnostic, b: Diagnostic): number =>
  a.range.start - b.range.start || a.range.end - b.range.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
