import stringWidth from 'string-width';
import type { AnyRule } from '../../analysis/rule.ts';
import { inLanguage, type Language } from '../../words/words.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { severityName, styles } from './pretty.ts';

/** The rules as a table: id, severity, preset where it is not the usual one, summary. One line a rule. */
export function formatRuleList(rules: readonly AnyRule[], { paint }: Terminal, language: Language): string {
  const rows = rules.map((rule) => ({ rule, severity: inLanguage(severityName(rule.severity), language) }));
  const idWidth = Math.max(...rows.map(({ rule }) => rule.id.length));
  const severityWidth = Math.max(...rows.map(({ severity }) => stringWidth(severity)));
  return rows
    .map(({ rule, severity }) => {
      const id = paint('bold', rule.id) + ' '.repeat(idWidth - rule.id.length);
      const level = paint(styles[rule.severity], severity) + ' '.repeat(severityWidth - stringWidth(severity));
      const preset = rule.strict ? `${paint('dim', '(strict)')} ` : '';
      return `${id}  ${level}  ${preset}${inLanguage(rule.summary, language)}\n`;
    })
    .join('');
}

/** The rules as one JSON value and a line end. Other programs rely on this shape; it only grows. */
export function formatRulesJson(rules: readonly AnyRule[], language: Language): string {
  const answer = {
    version: 1,
    rules: rules.map(({ id, severity, strict, notation, invalid, summary, why }) => ({
      id,
      severity,
      preset: strict ? 'strict' : 'recommended',
      ...(notation ? { notation } : {}),
      fixable: invalid.some(({ fixed }) => fixed !== undefined),
      summary: inLanguage(summary, language),
      why: inLanguage(why, language),
    })),
  };
  return `${JSON.stringify(answer, undefined, 2)}\n`;
}
