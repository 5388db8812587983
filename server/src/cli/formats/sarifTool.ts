import type { AnyRule, Severity } from '../../analysis/rule.ts';
import { rules } from '../../analysis/rules/index.ts';
import { rulePage } from '../../features/rulePage.ts';
import { inLanguage, type Language } from '../../words/words.ts';
import { plainText } from './markdown.ts';

export const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** A tool as SARIF describes it. */
export interface SarifTool {
  /** With all rules, also those that found nothing. */
  driver(version: string, language: Language): object;
  /** Where a rule stands in that list. */
  readonly ruleIndexes: ReadonlyMap<string, number>;
}

/** The tool that finds by rules of this list. */
export const toolOf = <R extends { readonly id: string }>(
  rules: readonly R[],
  descriptor: (rule: R, language: Language) => object,
): SarifTool => ({
  ruleIndexes: new Map(rules.map(({ id }, index) => [id, index])),
  driver: (version, language) => ({
    name: 'OOS Template Toolkit',
    semanticVersion: version,
    language: languageCode(language),
    rules: rules.map((rule) => descriptor(rule, language)),
  }),
});

/** `oos check`. */
export const checkTool: SarifTool = toolOf(rules, ruleDescriptor);

export function languageCode(language: Language): string {
  return language === 'zh-cn' ? 'zh-CN' : 'en-US';
}

export function ruleDescriptor(rule: AnyRule, language: Language) {
  const { id, severity, strict, summary, why } = rule;
  const markdown = rulePage(rule, language);
  return {
    id,
    shortDescription: { text: inLanguage(summary, language) },
    fullDescription: { text: inLanguage(why, language) },
    help: { text: plainText(markdown), markdown },
    defaultConfiguration: { enabled: !strict, level: levels[severity] },
    properties: {
      preset: strict ? 'strict' : 'recommended',
      // The two names that GitHub reads.
      tags: [strict ? 'style' : 'correctness'],
      'problem.severity': severity === 'error' || severity === 'warning' ? severity : 'recommendation',
    },
  };
}
