import { resolvePlain } from '../../syntax/plainScalar.ts';

/** Signs that mean something to YAML at the beginning of a plain scalar. */
const INDICATOR = /^(?:[,[\]{}#&*!|>'"%@`]|[-?:](?:\s|$)|---|\.\.\.)/;

/** A value as a YAML scalar that the service reads as just that. `flow`: between brackets, where commas part values. */
export function yamlScalar(value: string | number | boolean | null, flow: boolean): string {
  if (typeof value !== 'string') return value === null ? 'null' : String(value);
  return isPlain(value, flow) ? value : quoted(value);
}

/** A key may be a number: `200` and `'200'` are the same key. */
export const yamlKey = (key: string): string => (/^\d+$/.test(key) || isPlain(key, true) ? key : quoted(key));

export function isPlain(value: string, flow: boolean): boolean {
  if (value === '' || value.trim() !== value || INDICATOR.test(value)) return false;
  if (/[\n\r\t\0]|:(?:\s|$)|\s#/.test(value) || (flow && /[,[\]{}]/.test(value))) return false;
  return resolvePlain(value).type === 'string';
}

/** Single quotes as people write them; what these cannot hold goes into double ones. */
const quoted = (value: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones in question
  /[\x00-\x1f]/.test(value) ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`;
