import type { ActionSpec, JsonSchema, PropertySpec } from '../../catalog/catalog.ts';
import type { Words } from '../../words/words.ts';

/** A property of an action at any depth, as far as its schema tells. */
export interface PropertyPart {
  readonly name: string;
  readonly required: boolean;
  /** String, Number, Boolean, List, Json. Empty: any. */
  readonly types: readonly string[];
  readonly allowedValues: readonly unknown[] | undefined;
  readonly defaultValue: unknown;
  readonly summary: Words | undefined;
  /** As the service describes it, in a language that is not known. */
  readonly description: string | undefined;
  readonly schema: JsonSchema;
}

const partsBySpec = new WeakMap<ActionSpec, Map<string, readonly PropertyPart[]>>();

/**
 * What may stand at a place inside `Properties`. `path`: the keys from there down, without the indexes of lists. Empty
 * where the schema leaves the keys free or does not know the path. Worked out once for an action.
 */
export function propertyParts(spec: ActionSpec, path: readonly string[]): readonly PropertyPart[] {
  const known = partsBySpec.get(spec) ?? new Map<string, readonly PropertyPart[]>();
  partsBySpec.set(spec, known);
  const key = path.join('\n');
  const parts = known.get(key) ?? partsAt(spec, path);
  known.set(key, parts);
  return parts;
}

/** The property at a path. Undefined: not known, or the path is empty. */
export const propertyPart = (spec: ActionSpec, path: readonly string[]): PropertyPart | undefined =>
  path.length === 0 ? undefined : propertyParts(spec, path.slice(0, -1)).find(({ name }) => name === path.at(-1));

function partsAt(spec: ActionSpec, path: readonly string[]): PropertyPart[] {
  const holder = holderAt(spec, path);
  const required = Array.isArray(holder?.required) ? holder.required : [];
  return Object.entries(asRecord(holder?.properties) ?? {}).flatMap(([name, written]): PropertyPart[] => {
    const schema = resolved(asRecord(written), spec.propertiesSchema);
    if (!schema) return [];
    const known = knownAt(spec, [...path, name]);
    if (known) return [{ ...known, schema }];
    return [
      {
        name,
        required: required.includes(name),
        types: typesOf(schema),
        allowedValues: Array.isArray(schema.enum) ? schema.enum : undefined,
        defaultValue: schema.default,
        summary: wordsOf(schema.description),
        description: undefined,
        schema,
      },
    ];
  });
}

/** What is known of a property beyond its schema. */
function knownAt({ properties }: ActionSpec, [first = '', ...inside]: readonly string[]): PropertySpec | undefined {
  return inside.reduce((spec, name) => spec?.parts?.get(name), properties.get(first));
}

/** The map that the keys of a place stand in: for a list, each of its items. */
function holderAt(spec: ActionSpec, path: readonly string[]): JsonSchema | undefined {
  const schema = path.length === 0 ? spec.propertiesSchema : propertyPart(spec, path)?.schema;
  return resolved(asRecord(schema?.items), spec.propertiesSchema) ?? schema;
}

/** The form that people mean is the first one. */
function resolved(schema: JsonSchema | undefined, root: JsonSchema): JsonSchema | undefined {
  if (typeof schema?.$ref === 'string') {
    return asRecord(asRecord(root.definitions)?.[schema.$ref.split('/').at(-1) ?? '']);
  }
  const [first] = Array.isArray(schema?.anyOf) ? schema.anyOf : [];
  return first ? { ...first, description: schema?.description } : schema;
}

function asRecord(value: unknown): JsonSchema | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonSchema) : undefined;
}

const oosTypes: Readonly<Record<string, string>> = {
  string: 'String',
  number: 'Number',
  integer: 'Number',
  boolean: 'Boolean',
  array: 'List',
  object: 'Json',
};

function typesOf({ type }: JsonSchema): string[] {
  const types = Array.isArray(type) ? type : [type];
  return types.flatMap((it) => oosTypes[String(it)] ?? []);
}

function wordsOf(description: unknown): Words | undefined {
  if (typeof description !== 'string') return undefined;
  const [en = '', zh = ''] = description.split('\n');
  return { en, zh };
}
