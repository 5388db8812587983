import type { Catalog } from '../catalog/catalog.ts';
import type { RiskContext } from '../risk/reachedCalls.ts';
import type { Notation, TextEdit, TextRange } from '../syntax/node.ts';
import type { TemplateDocument } from '../template/document.ts';
import type { Template } from '../template/template.ts';
import type { Words } from '../words/words.ts';
import type { SchemaFindings } from './schemaFindings.ts';
import type { Directive, Suppression } from './suppressions.ts';
import type { ValueTypes } from './types/valueTypes.ts';

export const severities = ['error', 'warning', 'information', 'hint'] as const;
/**
 * error: the service rejects the template or the execution is bound to fail; warning: very likely a mistake;
 * information and hint: style or notice.
 */
export type Severity = (typeof severities)[number];

/** A repair. The first fix of a diagnostic is the preferred one. */
export interface Fix {
  readonly title: Words;
  readonly edits: readonly TextEdit[];
  /**
   * Somebody has to look at it: a name that was probably meant, one of several ways out, a value that is yet to be filled
   * in, anything that makes the template do something else than what it plainly says. What repairs many findings unseen
   * (`oos check --fix`, "fix all") leaves guesses alone and takes the first fix of a finding where it is none.
   */
  readonly guess?: boolean;
}

export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly range: TextRange;
  readonly message: Words;
  readonly fixes: readonly Fix[];
}

/** A text in which each `<|...|>` is a place that the rule reports, in this order. */
interface InvalidExample {
  readonly text: string;
  /** The text after the first fix of every finding. Absent: there is no fix. */
  readonly fixed?: string;
  /** Absent: written in YAML, and run in both notations. */
  readonly notation?: Notation;
}

export interface ValidExample {
  readonly text: string;
  readonly notation: Notation;
}

export interface TextRuleContext {
  readonly document: TemplateDocument;
  readonly catalog: Catalog;
  readonly report: (range: TextRange, message: Words, fixes?: readonly Fix[]) => void;
}

/** What is known of the templates around a document: its own name, and those that it can embed. */
export type Surroundings = Pick<RiskContext, 'rootName' | 'child'>;

export interface RuleContext extends TextRuleContext {
  readonly surroundings: Surroundings;
  /** The template of the document, or an inline template in it. */
  readonly template: Template;
  /** Where the template does not fit the schemas; worked out once for all rules. */
  readonly schema: SchemaFindings;
  /** The types of values, as far as they are certain; worked out once for all rules. */
  readonly types: ValueTypes;
}

export interface Rule {
  /** Stable once released; its first word is one of the prefixes in docs/rules.md. */
  readonly id: string;
  readonly severity: Severity;
  /** Off unless the preset `strict` or a setting turns it on: matters of style. */
  readonly strict?: boolean;
  /** The rule is about one notation only. */
  readonly notation?: Notation;
  readonly summary: Words;
  readonly why: Words;
  readonly invalid: readonly InvalidExample[];
  /** Written in YAML and run in both notations, or in the notation that is named. */
  readonly valid: readonly (string | ValidExample)[];
  /** The rule also looks at documents of kind OOS-2019-06-01-State, which other rules leave alone. */
  readonly checksState?: boolean;
  /** Called for the template of the document and for each inline template in it. */
  readonly check: (context: RuleContext) => void;
}

/** A rule about the text as such: it runs once a document, also where no template can be read. */
export interface TextRule extends Omit<Rule, 'check' | 'checksState'> {
  readonly checkText: (context: TextRuleContext) => void;
}

/** A rule about the comments that silence other rules; it runs last. */
export interface SuppressionRule extends Omit<Rule, 'check' | 'checksState'> {
  readonly checkSuppressions: (context: SuppressionContext) => void;
}

export interface SuppressionContext extends TextRuleContext {
  readonly directives: readonly Directive[];
  readonly suppressions: readonly Suppression[];
  /** Those that silenced a finding, and those of rules that did not run. */
  readonly needed: ReadonlySet<Suppression>;
  readonly ruleIds: ReadonlySet<string>;
}

export type AnyRule = Rule | TextRule | SuppressionRule;

/** Says the type of a rule file's export, and nothing else. */
export const defineRule = (rule: Rule): Rule => rule;
export const defineTextRule = (rule: TextRule): TextRule => rule;
export const defineSuppressionRule = (rule: SuppressionRule): SuppressionRule => rule;
