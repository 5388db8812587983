import type { JsonSchema } from '../../catalog/catalog.ts';
import type { Words } from '../../words/words.ts';
import type { Step } from './location.ts';

/** A schema without references and alternatives, and the whole that it belongs to. */
export interface Shape {
  readonly schema: JsonSchema;
  readonly root: JsonSchema;
}

export interface ShapeKey {
  readonly name: string;
  readonly required: boolean;
  readonly summary: Words | undefined;
  /** What may stand behind the key; the form that people mean is the first. */
  readonly shapes: readonly Shape[];
}

/** What a schema takes: itself, or each of its alternatives. */
export function shapesOf(schema: JsonSchema, root: JsonSchema): Shape[] {
  const resolved = dereferenced(schema, root);
  const branches = listOf(resolved.anyOf);
  // A schema with properties of its own has alternatives only to say which of them go together.
  if (branches.length === 0 || resolved.properties !== undefined) return [{ schema: resolved, root }];
  return branches.flatMap((it) => shapesOf(it, root));
}

/** What may stand at the end of a way down. */
export function shapesAt(start: readonly Shape[], steps: readonly Step[]): readonly Shape[] {
  return steps.reduce((shapes, step) => shapes.flatMap((it) => below(it, step)), start);
}

function below({ schema, root }: Shape, step: Step): Shape[] {
  const found =
    typeof step === 'number'
      ? recordOf(schema.items)
      : (recordOf(recordOf(schema.properties)?.[step]) ?? recordOf(schema.additionalProperties));
  return found ? shapesOf(found, root) : [];
}

/** The keys that are named in any of the shapes. */
export function keysOfShapes(shapes: readonly Shape[]): ShapeKey[] {
  return shapes.flatMap(({ schema, root }) => {
    const required = Array.isArray(schema.required) ? schema.required : [];
    return Object.entries(recordOf(schema.properties) ?? {}).flatMap(([name, value]): ShapeKey[] => {
      const property = recordOf(value);
      if (!property) return [];
      const summary = wordsOf(property.description) ?? wordsOf(dereferenced(property, root).description);
      return [{ name, required: required.includes(name), summary, shapes: shapesOf(property, root) }];
    });
  });
}

/** The values that the shapes list, and the truth values where they take these. */
export function valuesOfShapes(shapes: readonly Shape[]): readonly (string | number | boolean)[] {
  return shapes.flatMap(({ schema }) => {
    if (Array.isArray(schema.enum)) return schema.enum.filter(isScalar);
    return typesOf(schema).includes('boolean') ? [true, false] : [];
  });
}

const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

export const typesOf = ({ type }: JsonSchema): readonly unknown[] => (Array.isArray(type) ? type : [type]);

function dereferenced(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const name = typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined;
  const target = name === undefined ? undefined : recordOf(recordOf(root.definitions)?.[name]);
  return target ? dereferenced(target, root) : schema;
}

const listOf = (value: unknown): JsonSchema[] =>
  Array.isArray(value) ? value.map(recordOf).filter((it) => it !== undefined) : [];

function recordOf(value: unknown): JsonSchema | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonSchema) : undefined;
}

/** A description in a schema has two lines: English, then Chinese. */
function wordsOf(description: unknown): Words | undefined {
  if (typeof description !== 'string') return undefined;
  const [en = '', zh = ''] = description.split('\n');
  return { en, zh };
}
