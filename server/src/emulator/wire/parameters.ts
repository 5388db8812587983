import { createHash } from 'node:crypto';
import { dateText } from '../dates.ts';
import { invalid, missing } from '../serviceError.ts';
import type { ParameterSpec } from './limits.ts';

type Value = string | number | boolean | Readonly<Record<string, unknown>> | readonly string[];

/** The parameters of a call, all of them checked. Those with a default have it. */
export class Parameters {
  readonly #values: ReadonlyMap<string, Value>;

  constructor(values: ReadonlyMap<string, Value>) {
    this.#values = values;
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  text(name: string): string | undefined {
    const value = this.#values.get(name);
    return typeof value === 'string' ? value : undefined;
  }

  /** Of a required parameter, or of one that has a default. */
  given(name: string): string {
    return this.text(name) ?? '';
  }

  /** Of a parameter that has a default. */
  number(name: string): number {
    return Number(this.#values.get(name));
  }

  flag(name: string): boolean | undefined {
    const value = this.#values.get(name);
    return typeof value === 'boolean' ? value : undefined;
  }

  list(name: string): readonly string[] | undefined {
    const value = this.#values.get(name);
    return Array.isArray(value) ? value : undefined;
  }

  map(name: string): Readonly<Record<string, unknown>> | undefined {
    const value = this.#values.get(name);
    return typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  }

  tags(): Readonly<Record<string, string>> | undefined {
    return this.map('Tags') as Readonly<Record<string, string>> | undefined;
  }

  /** The same for the same parameters, whatever their order. `without` are left out. A hash, since it is kept and values may be secret. */
  fingerprint(without: readonly string[]): string {
    const kept = [...this.#values].filter(([name]) => !without.includes(name)).sort(([a], [b]) => (a < b ? -1 : 1));
    return createHash('sha256').update(JSON.stringify(kept)).digest('hex');
  }
}

/** First what is missing, then what does not fit. Throws a ServiceError. An empty text is no value. */
export function checkParameters(specs: readonly ParameterSpec[], given: ReadonlyMap<string, string>): Parameters {
  const absent = specs.find((it) => it.required && !given.get(it.name));
  if (absent) throw missing(absent.name);
  return new Parameters(
    new Map(
      specs.flatMap((it): [string, Value][] => {
        const text = given.get(it.name) || String(it.byDefault ?? '');
        return text === '' ? [] : [[it.name, readValue(it, text)]];
      }),
    ),
  );
}

function readValue(it: ParameterSpec, text: string): Value {
  switch (it.kind) {
    case 'text':
      return readText(it, text);
    case 'boolean':
      if (!/^(true|false)$/i.test(text)) throw invalid(it.name, 'it must be true or false');
      return text.toLowerCase() === 'true';
    case 'integer':
      if (!/^-?\d{1,15}$/.test(text)) throw invalid(it.name, 'it must be a whole number');
      checkRange(it, Number(text), 'it must be');
      return Number(text);
    case 'date':
      if (!isDate(text)) throw invalid(it.name, 'it must be a date of the form YYYY-MM-DDThh:mm:ssZ');
      return text;
    case 'map':
      return readMap(it, text);
    case 'list':
      return readList(it, text);
  }
}

/** Date.parse alone would take 30 February for 1 March. */
function isDate(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && dateText(time) === text;
}

function readText(it: ParameterSpec, text: string): string {
  if (it.values && !it.values.includes(text)) throw invalid(it.name, `it must be one of ${it.values.join(', ')}`);
  if (it.pattern && !it.pattern.test(text)) throw invalid(it.name, `it must match ${it.pattern.source}`);
  checkRange(it, Buffer.byteLength(text), 'its length in bytes must be');
  return text;
}

function readMap(it: ParameterSpec, text: string): Readonly<Record<string, unknown>> {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalid(it.name, 'it must be a JSON object');
  checkRange(it, Object.keys(value).length, 'its number of entries must be');
  if (it.name === 'Tags' && !Object.entries(value).every(([key, tag]) => key !== '' && typeof tag === 'string')) {
    throw invalid(it.name, 'it must be a JSON object of texts');
  }
  return value as Record<string, unknown>;
}

function readList(it: ParameterSpec, text: string): readonly string[] {
  const value = parseJson(text);
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string' && item !== '')) {
    throw invalid(it.name, 'it must be a JSON array of texts');
  }
  checkRange(it, value.length, 'its number of items must be');
  return value;
}

function checkRange(
  { name, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: ParameterSpec,
  is: number,
  what: string,
) {
  if (is < min) throw invalid(name, `${what} at least ${min}`);
  if (is > max) throw invalid(name, `${what} at most ${max}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
