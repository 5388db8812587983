import type { JsonSchema } from '../catalog/catalog.ts';
import { keyName } from '../syntax/navigate.ts';
import type { MappingNode, PairNode, ScalarNode, SequenceNode, ValueNode } from '../syntax/node.ts';

type JsonType = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';

/** What our schemas use of JSON Schema (draft 7). A test sees to it that they use nothing else. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema | true>>;
  readonly patternProperties?: Readonly<Record<string, Schema | true>>;
  readonly additionalProperties?: Schema | boolean;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

export const checkedKeywords = [
  '$ref',
  'type',
  'enum',
  'anyOf',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'pattern',
  'minItems',
  'maxItems',
  'items',
  'minProperties',
  'maxProperties',
  'required',
  'properties',
  'patternProperties',
  'additionalProperties',
  'definitions',
] as const satisfies readonly (keyof Schema)[];

/** Whether nothing can be wrong with a value, whatever its schema says of it. */
export type IsLeft = (node: ValueNode) => boolean;

const neverLeft: IsLeft = () => false;

/** Holds a value against a schema by walking both. It begins at once, and needs no copy of the value. */
export class SchemaWalk {
  readonly #root: Schema;
  readonly #emptied: ReadonlySet<ValueNode> | undefined;

  /** References are looked up in `root`. The mappings in `emptied` are taken for empty ones. */
  constructor(root: JsonSchema, emptied: ReadonlySet<ValueNode> | undefined) {
    this.#root = root;
    this.#emptied = emptied;
  }

  /** Against a definition of the root, or against the whole root with the name ''. */
  fits(node: ValueNode, definition: string, isLeft: IsLeft = neverLeft): boolean {
    return this.#value(node, definition === '' ? this.#root : this.#definition(definition), isLeft);
  }

  #definition(name: string): Schema {
    const found = this.#root.definitions?.[name];
    if (!found) throw new Error(`The schema has no definition "${name}".`);
    return found;
  }

  /** `node`: undefined where only a key is written, which counts as null. */
  #value(node: ValueNode | undefined, written: Schema, isLeft: IsLeft): boolean {
    let schema = written;
    while (schema.$ref !== undefined) schema = this.#definition(schema.$ref.slice('#/definitions/'.length));
    if (!isKindOf(node, schema) && !(node && isLeft(node))) return false;
    if (schema.anyOf && !this.#anyOf(node, schema.anyOf, isLeft)) return false;
    if (node?.kind === 'mapping') return this.#mapping(node, schema, isLeft);
    if (node?.kind === 'sequence') return this.#sequence(node, schema, isLeft);
    return node === undefined || scalarFits(node, schema) || isLeft(node);
  }

  /** Of a value that is left aside, what stands deeper counts all the same, whichever branch it belongs to. */
  #anyOf(node: ValueNode | undefined, branches: readonly Schema[], isLeft: IsLeft): boolean {
    if (branches.some((it) => this.#value(node, it, neverLeft))) return true;
    return node !== undefined && isLeft(node) && branches.every((it) => this.#value(node, it, isLeft));
  }

  #mapping(node: MappingNode, schema: Schema, isLeft: IsLeft): boolean {
    const pairs = this.#emptied?.has(node) ? nothing : lastPairs(node);
    const { minProperties, maxProperties, required = [] } = schema;
    const hasAll = isWithin(pairs.size, minProperties, maxProperties) && required.every((key) => pairs.has(key));
    if (!hasAll && !isLeft(node)) return false;
    for (const [key, pair] of pairs) {
      const inner = schemaOf(key, schema);
      if (inner === true) continue;
      if (inner === false ? !isLeft(node) : !this.#value(pair.value, inner, isLeft)) return false;
    }
    return true;
  }

  #sequence(node: SequenceNode, { items, minItems, maxItems }: Schema, isLeft: IsLeft): boolean {
    if (!isWithin(node.items.length, minItems, maxItems) && !isLeft(node)) return false;
    return items === undefined || node.items.every((item) => this.#value(item, items, isLeft));
  }
}

function isKindOf(node: ValueNode | undefined, schema: Schema): boolean {
  if (schema.type !== undefined && !hasType(node, schema.type)) return false;
  return !schema.enum || schema.enum.some((it) => isSame(node, it));
}

const isWithin = (size: number, least = 0, most = Number.POSITIVE_INFINITY): boolean => size >= least && size <= most;

const nothing: ReadonlyMap<string, PairNode> = new Map();

/** Later duplicates of a key win, as in PyYAML. */
function lastPairs({ pairs }: MappingNode): ReadonlyMap<string, PairNode> {
  const last = new Map<string, PairNode>();
  for (const pair of pairs) last.set(keyName(pair), pair);
  return last;
}

/** What a schema says of the value of a key; false: there must be no such key. */
function schemaOf(key: string, { properties, patternProperties, additionalProperties = true }: Schema) {
  if (properties && Object.hasOwn(properties, key)) return properties[key] ?? true;
  if (!patternProperties) return additionalProperties;
  const found = Object.entries(patternProperties).find(([pattern]) => patternOf(pattern).test(key));
  return found ? found[1] : additionalProperties;
}

function scalarFits({ value }: ScalarNode, schema: Schema): boolean {
  if (typeof value === 'number') {
    return !Number.isFinite(value) || isWithin(value, schema.minimum ?? Number.NEGATIVE_INFINITY, schema.maximum);
  }
  if (typeof value !== 'string') return true;
  const { minLength, maxLength, pattern } = schema;
  if ((minLength ?? maxLength) !== undefined && !isWithin([...value].length, minLength, maxLength)) return false;
  return pattern === undefined || patternOf(pattern).test(value);
}

function hasType(node: ValueNode | undefined, wanted: JsonType | readonly JsonType[]): boolean {
  return typeof wanted === 'string' ? isType(node, wanted) : wanted.some((it) => isType(node, it));
}

function isType(node: ValueNode | undefined, wanted: JsonType): boolean {
  if (node?.kind === 'mapping') return wanted === 'object';
  if (node?.kind === 'sequence') return wanted === 'array';
  const value = node?.value ?? null;
  if (value === null) return wanted === 'null';
  if (typeof value !== 'number') return wanted === typeof value;
  return wanted === 'integer' ? Number.isInteger(value) : wanted === 'number' && Number.isFinite(value);
}

function isSame(node: ValueNode | undefined, value: unknown): boolean {
  if (node?.kind === 'sequence') {
    const { items } = node;
    return (
      Array.isArray(value) && value.length === items.length && items.every((it, index) => isSame(it, value[index]))
    );
  }
  if (node?.kind !== 'mapping') return (node?.value ?? null) === value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const wanted = new Map<string, unknown>(Object.entries(value));
  const pairs = lastPairs(node);
  return (
    pairs.size === wanted.size && [...pairs].every(([key, it]) => wanted.has(key) && isSame(it.value, wanted.get(key)))
  );
}

const patterns = new Map<string, RegExp>();

function patternOf(source: string): RegExp {
  let known = patterns.get(source);
  if (!known) {
    known = new RegExp(source, 'u');
    patterns.set(source, known);
  }
  return known;
}
