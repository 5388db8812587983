import type { ParameterType } from '../catalog/parameters/parameterTypes.ts';
import { stringOf, toData, valueFor } from '../syntax/navigate.ts';
import { closest } from '../template/closest.ts';
import type { Parameter } from '../template/template.ts';
import { readPattern } from './allowedPattern.ts';
import { numberIn, shown } from './literals.ts';
import { numberAttribute } from './parameterAttributes.ts';
import { isDynamic } from './schemaCheck.ts';

/** The first constraint of a parameter that a value breaks. */
export type Breach =
  /** `meant`: the allowed value that is most like it. */
  | { readonly kind: 'choice'; readonly allowed: readonly unknown[]; readonly meant: string | undefined }
  | { readonly kind: 'pattern'; readonly source: string }
  | OutOfRange;

/** `length`: of a text, in characters; `value`: of a number. */
export interface OutOfRange {
  readonly kind: 'length' | 'value';
  readonly key: 'MinLength' | 'MaxLength' | 'MinValue' | 'MaxValue';
  readonly limit: number;
  readonly is: number;
}

/**
 * What is wrong with a value that has the type of its parameter; of a List, with one of its elements. Constraints that are
 * known only at run time, and patterns that we cannot read, break nothing.
 */
export function breachOf(parameter: Parameter, type: ParameterType['name'], value: unknown): Breach | undefined {
  if (type === 'Json') return undefined;
  const refused = notAmongAllowed(parameter, type, value);
  if (refused || typeof value === 'object') return refused;
  if (type === 'String') return wrongText(parameter, String(value));
  const number = typeof value === 'string' ? numberIn(value) : value;
  return type === 'Number' && typeof number === 'number' ? outside(parameter, 'value', number) : undefined;
}

/** The values that a parameter allows; undefined where it allows any, or where they are known only at run time. */
export function allowedValues({ attributes }: Parameter): readonly unknown[] | undefined {
  const list = valueFor(attributes, 'AllowedValues');
  if (list?.kind !== 'sequence' || list.items.length === 0 || list.items.some(isDynamic)) return undefined;
  return list.items.map((it) => toData(it));
}

/** The pattern that the texts of a parameter have to match; undefined where it is known only at run time. */
export function allowedPattern({ attributes }: Parameter): string | undefined {
  const source = stringOf(valueFor(attributes, 'AllowedPattern'));
  return source?.includes('{{') ? undefined : source;
}

function notAmongAllowed(parameter: Parameter, type: ParameterType['name'], value: unknown): Breach | undefined {
  const allowed = allowedValues(parameter);
  if (!allowed || allowed.some((it) => isSame(it, value, type))) return undefined;
  const words = allowed.filter((it) => typeof it === 'string');
  return { kind: 'choice', allowed, meant: closest(shown(value), words) };
}

/** `5` and `'5'` are taken for one value, since the service may convert the one into the other. */
function isSame(a: unknown, b: unknown, type: ParameterType['name']): boolean {
  const text = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
  return (
    text(a) === text(b) ||
    (type === 'Number' && Number(a) === Number(b)) ||
    (type === 'Boolean' && text(a).toLowerCase() === text(b).toLowerCase())
  );
}

function wrongText(parameter: Parameter, text: string): Breach | undefined {
  const source = allowedPattern(parameter);
  const pattern = source === undefined ? undefined : readPattern(source);
  if (source !== undefined && pattern?.kind === 'readable' && pattern.matches(text) === false)
    return { kind: 'pattern', source };
  return outside(parameter, 'length', [...text].length);
}

const limits = { length: ['MinLength', 'MaxLength'], value: ['MinValue', 'MaxValue'] } as const;

function outside(parameter: Parameter, kind: 'length' | 'value', is: number): OutOfRange | undefined {
  const [least, most] = limits[kind];
  const min = numberAttribute(parameter, least);
  const max = numberAttribute(parameter, most);
  if (min !== undefined && is < min) return { kind, key: least, limit: min, is };
  if (max !== undefined && is > max) return { kind, key: most, limit: max, is };
  return undefined;
}
