import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { ArgumentSpec, FunctionSpec } from '../../server/src/catalog/functions/functionSpec.ts';
import { functionNamed, functions } from '../../server/src/catalog/functions/functions.ts';

test('names are unique and found in any letter case', () => {
  expect(new Set(functions.map(({ name }) => name.toLowerCase())).size).toBe(functions.length);
  expect(functionNamed('fn::EQUALS')?.name).toBe('Fn::Equals');
  expect(functionNamed('Equals')).toBeUndefined();
});

test('the official list has 32 names', () => {
  expect(functions.filter(({ documented }) => documented)).toHaveLength(32);
});

describe.each(functions)('$name', (it) => {
  test('has words in both languages', () => {
    expect(it.summary.en).toMatch(/^[\x20-\x7e]+\.$/);
    expect(it.summary.zh).toMatch(/\p{Script=Han}.*。$/u);
  });

  test('has an example that fits its arguments', () => {
    const example: Record<string, unknown> = parse(it.example);
    expect(Object.keys(example)).toEqual([it.name]);
    expect(unfitting(it, example[it.name])).toEqual([]);
  });
});

/** The arguments of a call that do not fit, as text. A reference or a function may be anything. */
function unfitting(it: FunctionSpec, argument: unknown): string[] {
  if (it.form === 'list' && isDynamic(argument)) return [];
  const given = it.form === 'list' && Array.isArray(argument) ? argument : [argument];
  if (given.length < it.least || given.length > it.most) return [`${given.length} arguments`];
  return given.flatMap((value, index) => {
    const spec = it.arguments[Math.min(index, it.arguments.length - 1)];
    return spec && fits(value, spec) ? [] : [JSON.stringify(value)];
  });
}

function fits(value: unknown, { type, allowedValues }: ArgumentSpec): boolean {
  if (isDynamic(value)) return true;
  if (allowedValues) return allowedValues.includes(String(value));
  const isList = Array.isArray(value);
  switch (type) {
    case 'Any':
      return true;
    case 'List':
      return isList;
    case 'Json':
      return typeof value === 'object' && value !== null && !isList;
    default:
      return typeof value === type.toLowerCase();
  }
}

function isDynamic(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('{{');
  return typeof value === 'object' && value !== null && Object.keys(value).some((key) => key.startsWith('Fn::'));
}
