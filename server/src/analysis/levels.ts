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

/** What one place has to say about rules: a settings file, an editor, a command line. */
export interface RuleChoices {
  readonly preset?: Preset | undefined;
  readonly rules: Readonly<Record<string, Level>>;
}

/** The settings that several places give together. A later place wins over an earlier one, rule by rule. */
export function layered(...places: readonly RuleChoices[]): RuleSettings {
  const preset = places.findLast((it) => it.preset !== undefined)?.preset ?? recommended.preset;
  return { preset, rules: Object.fromEntries(places.flatMap(({ rules }) => Object.entries(rules))) };
}

/** The severity with which a rule reports; undefined: it does not run. */
export function severityOf(rule: AnyRule, { preset, rules }: RuleSettings): Severity | undefined {
  const level = Object.hasOwn(rules, rule.id) ? rules[rule.id] : undefined;
  if (level === 'off') return undefined;
  return level ?? (rule.strict && preset !== 'strict' ? undefined : rule.severity);
}
