import type { Catalog } from '../catalog/catalog.ts';
import type { TemplateDocument } from '../template/document.ts';
import type { Template } from '../template/template.ts';
import { isTooLargeToParse } from './contentSize.ts';
import { type RuleSettings, recommended, severityOf } from './levels.ts';
import type {
  AnyRule,
  Diagnostic,
  RuleContext,
  Severity,
  SuppressionContext,
  Surroundings,
  TextRuleContext,
} from './rule.ts';
import { contentTooLarge } from './rules/content-too-large.ts';
import { rules as allRules } from './rules/index.ts';
import { SchemaFindings } from './schemaFindings.ts';
import { Shadows } from './shadows.ts';
import { applySuppressions, readDirectives, readSuppressions } from './suppressions.ts';
import { ValueTypes } from './types/valueTypes.ts';

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
  surroundings: Surroundings = {},
): Diagnostic[] {
  const tooLarge = isTooLargeToParse(document.text);
  const active = rules.flatMap((rule): ActiveRule[] => {
    const severity = severityOf(rule, settings);
    const fits = tooLarge ? rule === contentTooLarge : (rule.notation ?? document.notation) === document.notation;
    return severity && fits ? [{ rule, severity }] : [];
  });
  const templates = tooLarge ? [] : withChildren(document.template);
  const run = new Run(document, catalog, templates, surroundings);
  for (const it of active) run.check(it);
  return (tooLarge ? run.found : withoutSilenced(run, active, document)).sort(byPosition);
}

/** One pass of rules over a document. The contexts are made once, since there are a hundred rules. */
class Run {
  readonly found: Diagnostic[] = [];
  readonly text: TextRuleContext;
  readonly #templates: readonly RuleContext[];
  readonly #shadows: Shadows | undefined;
  #active: ActiveRule | undefined;

  constructor(
    document: TemplateDocument,
    catalog: Catalog,
    templates: readonly Template[],
    surroundings: Surroundings,
  ) {
    const report: TextRuleContext['report'] = (range, message, fixes = []) => {
      if (!this.#active) return;
      const { rule, severity } = this.#active;
      if (this.#shadows?.hides({ rule: rule.id, range }) && mayBeEcho(rule)) return;
      this.found.push({ rule: rule.id, severity, range, message, fixes });
    };
    this.text = { document, catalog, report };
    this.#shadows =
      templates.length > 0
        ? new Shadows(
            document.tree,
            templates.flatMap(({ allTasks }) => allTasks),
          )
        : undefined;
    this.#templates = templates.map((template) => ({
      document,
      catalog,
      report,
      surroundings,
      template,
      schema: new SchemaFindings(template, catalog),
      types: new ValueTypes(template),
    }));
  }

  check(active: ActiveRule): void {
    this.#active = active;
    const { rule } = active;
    if ('checkText' in rule) rule.checkText(this.text);
    else if ('check' in rule) {
      for (const context of this.#templates) {
        if (context.template.kind === 'template' || rule.checksState) rule.check(context);
      }
    }
  }

  /** Lets a rule about silencing comments speak, after the findings that they silence are taken out. */
  checkSuppressions(active: ActiveRule, comments: Omit<SuppressionContext, keyof TextRuleContext>): void {
    this.#active = active;
    if ('checkSuppressions' in active.rule) active.rule.checkSuppressions({ ...this.text, ...comments });
  }
}

/** Rules about the text as such look at what is written, not at what is made of it. */
const mayBeEcho = (rule: AnyRule): boolean => !('checkText' in rule);

/** Takes out what comments silence, and lets the rules about these comments speak. */
function withoutSilenced(run: Run, active: readonly ActiveRule[], document: TemplateDocument): Diagnostic[] {
  const directives = document.notation === 'yaml' ? readDirectives(document.tree) : [];
  if (directives.length === 0) return run.found;
  const suppressions = readSuppressions(document.tree, directives);
  const { left, used } = applySuppressions(run.found, suppressions);
  const running = new Set(active.map(({ rule }) => rule.id));
  const needed = new Set(suppressions.filter((it) => used.has(it) || !running.has(it.id)));
  const ruleIds = new Set(allRules.map(({ id }) => id));
  const spoken = run.found.length;
  for (const it of active) run.checkSuppressions(it, { directives, suppressions, needed, ruleIds });
  return [...left, ...run.found.slice(spoken)];
}

function withChildren(template: Template | undefined): Template[] {
  return template ? [template, ...template.children.flatMap(withChildren)] : [];
}

const byPosition = (a: Diagnostic, b: Diagnostic): number =>
  a.range.start - b.range.start || a.range.end - b.range.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
