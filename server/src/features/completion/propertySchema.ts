import type { ActionSpec, JsonSchema } from '../../catalog/catalog.ts';
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
  readonly schema: JsonSchema;
}

/**
 * What may stand at a place inside `Properties`. `path`: the keys from there down, without the indexes of lists. Empty
 * where the schema leaves the keys free or does not know the path.
 */
export function propertyParts(spec: ActionSpec, path: readonly string[]): readonly PropertyPart[] {
  const names = Object.keys(asRecord(holderAt(spec, path)?.properties) ?? {});
  return names.flatMap((name) => propertyPart(spec, [...path, name]) ?? []);
}

/** The property at a path. Undefined: not known, or the path is empty. */
export function propertyPart(spec: ActionSpec, path: readonly string[]): PropertyPart | undefined {
  const name = path.at(-1);
  const schema = schemaAt(spec, path);
  if (name === undefined || schema === undefined) return undefined;
  const known = path.length === 1 ? spec.properties.get(name) : undefined;
  if (known) return { ...known, schema };
  const required = holderAt(spec, path.slice(0, -1))?.required;
  return {
    name,
    required: Array.isArray(required) && required.includes(name),
    types: typesOf(schema),
    allowedValues: Array.isArray(schema.enum) ? schema.enum : undefined,
    defaultValue: undefined,
    summary: wordsOf(schema.description),
    schema,
  };
}

function schemaAt(spec: ActionSpec, path: readonly string[]): JsonSchema | undefined {
  const name = path.at(-1);
  if (name === undefined) return spec.propertiesSchema;
  const holder = holderAt(spec, path.slice(0, -1));
  return resolved(asRecord(asRecord(holder?.properties)?.[name]), spec.propertiesSchema);
}

/** The map that the keys of a place stand in: for a list, each of its items. */
function holderAt(spec: ActionSpec, path: readonly string[]): JsonSchema | undefined {
  const schema = schemaAt(spec, path);
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
