import type { ActionSpec, ApiCall, JsonSchema, PropertySpec } from '../catalog.ts';

/** `schemas/product-actions.json`. */
export interface ProductActions {
  /** Of the templates that it was made from, as YYYY-MM-DD. */
  readonly date: string;
  /** By name. */
  readonly actions: Readonly<Record<string, ProductAction>>;
}

/** One action: the properties, and the outputs with their types. */
export interface ProductAction {
  /** A type, with `!` when the property is required, or a map when more is known. */
  readonly properties: Readonly<Record<string, string | PropertyFacts>>;
  readonly outputs: Readonly<Record<string, string>>;
  /** The operations that it reaches, as `Service/API`. */
  readonly calls?: readonly string[];
  /** The product actions that it runs itself. */
  readonly actions?: readonly string[];
}

/** The type of a property of which nobody told one. */
export const anyType = 'Any';

export interface PropertyFacts {
  readonly type: string;
  readonly values?: readonly unknown[];
  /** The least and the greatest number, or length of a String. */
  readonly min?: number;
  readonly max?: number;
  readonly default?: unknown;
  /** Of a Json: what is known to be inside it. More may be. */
  readonly parts?: PropertySpec['parts'];
}

/** What the catalogue says about a product action, from its facts. `date`: that of the facts, as YYYY-MM-DD. */
export function productActionSpec(
  name: string,
  action: ProductAction,
  { date, popularity }: { readonly date: string; readonly popularity: number },
): ActionSpec {
  const facts = Object.entries(action.properties).map(readFacts);
  const schema: JsonSchema = {
    type: 'object',
    required: facts.filter(({ required }) => required).map((it) => it.name),
    additionalProperties: false,
    properties: Object.fromEntries(facts.map((it) => [it.name, valueSchema(it)])),
  };
  return {
    name,
    type: `Product.${name.split('::')[1]}`,
    atomic: false,
    summary: undefined,
    properties: new Map(facts.map((it) => [it.name, propertySpec(it)])),
    propertiesSchema: schema,
    outputs: new Map(Object.entries(action.outputs)),
    trigger: false,
    mayLoop: true,
    description: undefined,
    calls: (action.calls ?? []).map(apiCall),
    ...(action.actions && { actions: action.actions }),
    popularity,
    origin: { kind: 'bundled', date },
  };
}

function apiCall(written: string): ApiCall {
  const [service = '', api = ''] = written.split('/');
  return { service, api };
}

type Facts = ReturnType<typeof readFacts>;

function readFacts([name, written]: [string, string | PropertyFacts]) {
  const facts: PropertyFacts = typeof written === 'string' ? { type: written } : written;
  return { ...facts, name, type: facts.type.replace('!', ''), required: facts.type.endsWith('!') };
}

function propertySpec({ name, type, required, values, default: defaultValue, parts }: Facts): PropertySpec {
  return {
    name,
    required,
    types: type === anyType ? [] : [type],
    allowedValues: values,
    literal: false,
    summary: undefined,
    description: undefined,
    defaultValue,
    ...(parts && { parts }),
  };
}

/** The JSON text of a number, of a truth value, of a list or of a map. */
const numberText = { type: 'string', pattern: '^\\s*-?[0-9]+(\\.[0-9]+)?\\s*$' };
const booleanText = { type: 'string', pattern: '^\\s*([Tt]rue|[Ff]alse|TRUE|FALSE)\\s*$' };
const jsonText = { type: 'string', pattern: '^\\s*[\\[{]' };

/** Names what is inside a map, however deep, and refuses nothing: it is told as a help, and not in full. */
export function partsSchema(parts: PropertySpec['parts']): JsonSchema {
  if (!parts) return {};
  return { properties: Object.fromEntries([...parts].map(([name, it]) => [name, partsSchema(it.parts)])) };
}

/**
 * What the service takes for a property. It converts scalars, so that published templates pass `'180'` for a Number and
 * `true` for a String. The first branch states the type itself.
 */
function valueSchema({ type, values, min, max, parts }: Facts): JsonSchema {
  switch (type) {
    case anyType:
      return {};
    case 'List':
      return { type: 'array' };
    case 'Json':
      return { anyOf: [{ type: 'object', ...partsSchema(parts) }, { type: 'array' }, jsonText] };
    case 'Boolean':
      return { anyOf: [{ type: 'boolean' }, booleanText] };
    case 'Number':
      if (values) return oneOf(values);
      return { anyOf: [{ type: 'number', ...limits('minimum', min, 'maximum', max) }, numberText] };
    default:
      if (values) return oneOf(values);
      return {
        anyOf: [
          { type: 'string', ...limits('minLength', min, 'maxLength', max) },
          { type: 'number' },
          { type: 'boolean' },
        ],
      };
  }
}

function limits(least: string, min: number | undefined, most: string, max: number | undefined): JsonSchema {
  return { ...(min !== undefined && { [least]: min }), ...(max !== undefined && { [most]: max }) };
}

const oneOf = (values: readonly unknown[]): JsonSchema => ({ enum: [...new Set(values.flatMap(spellings))] });

/** An allowed value, and the scalars that the service converts to it: `'true'` and `true`, `1` and `'1'`. */
function spellings(value: unknown): unknown[] {
  if (typeof value !== 'string') return [value, String(value)];
  return /^(true|false|-?[0-9]+(\.[0-9]+)?)$/.test(value) ? [value, JSON.parse(value)] : [value];
}
