/** A value as JSON has it: what templates, answers and runs are made of. */
export type Json = null | boolean | number | string | readonly Json[] | JsonMap;

export interface JsonMap {
  readonly [key: string]: Json;
}

export const isMap = (value: Json | undefined): value is JsonMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** What stands under a key; undefined where the value is no map or has no such key of its own. */
export function member(value: Json | undefined, key: string): Json | undefined {
  return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Any data as JSON: what JSON does not have, such as an infinite number, becomes null. */
export function asJson(value: unknown): Json {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, asJson(it)]));
}

/** A value inside a longer text: texts as they are, everything else as JSON. */
export const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The value that a text says in JSON; undefined where it is none. */
export function parseJsonText(text: string): Json | undefined {
  try {
    return asJson(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** A text that is the same for the same data, whatever the order of keys. */
export function canonical(value: Json): string {
  if (isList(value)) return `[${value.map(canonical).join()}]`;
  if (!isMap(value)) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, it]) => `${JSON.stringify(key)}:${canonical(it)}`).join()}}`;
}

/** Same data. The order of keys does not matter. */
export const sameJson = (a: Json, b: Json): boolean =>
  typeof a === 'object' && typeof b === 'object' ? canonical(a) === canonical(b) : a === b;

/** About how long a value is as JSON text. Parts that occur several times are measured once, since values share them. */
export function lengthOf(value: Json, known: Map<object, number> = new Map()): number {
  if (typeof value !== 'object' || value === null) return String(value).length + 2;
  const before = known.get(value);
  if (before !== undefined) return before;
  let length = 2;
  for (const [key, it] of Object.entries(value)) length += (isList(value) ? 1 : key.length + 4) + lengthOf(it, known);
  known.set(value, length);
  return length;
}
