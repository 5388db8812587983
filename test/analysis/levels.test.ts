import { expect, test } from 'vitest';
import { layered, levels, presets, recommended, severityOf } from '../../server/src/analysis/levels.ts';
import { type AnyRule, defineTextRule } from '../../server/src/analysis/rule.ts';

const words = { en: 'x', zh: '甲' };
const rule = (id: string, strict?: true): AnyRule =>
  defineTextRule({
    id,
    severity: 'warning',
    ...(strict ? { strict } : {}),
    summary: words,
    why: words,
    invalid: [],
    valid: [],
    checkText: () => undefined,
  });

test('a rule reports as it says itself, a strict one only in strict', () => {
  expect(severityOf(rule('a'), recommended)).toBe('warning');
  expect(severityOf(rule('a', true), recommended)).toBeUndefined();
  expect(severityOf(rule('a', true), { preset: 'strict', rules: {} })).toBe('warning');
});

test.each(levels)('the level %s by the id of a rule wins over both presets', (level) => {
  for (const preset of presets) {
    for (const it of [rule('a'), rule('a', true)]) {
      expect(severityOf(it, { preset, rules: { a: level } })).toBe(level === 'off' ? undefined : level);
      expect(severityOf(it, { preset, rules: { b: level } })).toBe(severityOf(it, { preset, rules: {} }));
    }
  }
});

test('names that every object has are no rules', () => {
  expect(severityOf(rule('constructor'), recommended)).toBe('warning');
  expect(severityOf(rule('__proto__'), layered({ rules: {} }))).toBe('warning');
});

test('without any place that says something the settings are the recommended ones', () => {
  expect(layered()).toEqual(recommended);
  expect(layered({ rules: {} }, { rules: {} })).toEqual(recommended);
});

test('a later place wins, rule by rule, and with its preset if it has one', () => {
  const editor = { preset: 'strict', rules: { a: 'off', b: 'hint' } } as const;
  const file = { rules: { b: 'error', c: 'warning' } } as const;
  const argument = { preset: 'recommended', rules: { c: 'off' } } as const;
  expect(layered(editor, file)).toEqual({ preset: 'strict', rules: { a: 'off', b: 'error', c: 'warning' } });
  expect(layered(editor, file, argument)).toEqual({ preset: 'recommended', rules: { a: 'off', b: 'error', c: 'off' } });
});
