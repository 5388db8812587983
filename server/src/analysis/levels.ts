import { type AnyRule, type Severity, severities } from './rule.ts';

export const presets = ['recommended', 'strict'] as const;
export type Preset = (typeof presets)[number];

export const levels = [...severities, 'off'] as const;
export type Level = (typeof levels)[number];

/** What a configuration says about rules: a preset, and levels by rule id that win over it. */
export interface RuleSettings {
  readonly preset: Preset;
  readonly rules: Readonly<Record<string, Level>>;
}

export const recommended: RuleSettings = { preset: 'recommended', rules: {} };

/** The severity with which a rule reports; undefined: it does not run. */
export function severityOf(rule: AnyRule, { preset, rules }: RuleSettings): Severity | undefined {
  const level = Object.hasOwn(rules, rule.id) ? rules[rule.id] : undefined;
  if (level === 'off') return undefined;
  return level ?? (rule.strict && preset !== 'strict' ? undefined : rule.severity);
}
