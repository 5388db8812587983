import type { JsonSchema } from '../catalog/catalog.ts';
import { keyName } from '../syntax/navigate.ts';
import type { MappingNode, PairNode, ScalarNode, SequenceNode, ValueNode } from '../syntax/node.ts';

/** A keyword of a schema that a value does not fit. */
export interface Misfit {
  readonly keyword: Keyword;
  /** Undefined where only a key is written, which counts as null. */
  readonly node: ValueNode | undefined;
}

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

type Keyword = (typeof checkedKeywords)[number];

/** Holds a value against a schema by walking both. It begins at once, and needs no copy of the value. */
export class SchemaWalk {
  readonly #root: Schema;
  readonly #emptied: ReadonlySet<ValueNode> | undefined;

  /** References are looked up in `root`. The mappings in `emptied` are taken for empty ones. */
  constructor(root: JsonSchema, emptied: ReadonlySet<ValueNode> | undefined) {
    this.#root = root;
    this.#emptied = emptied;
  }

  /** Of a definition of the root, or of the whole root with the name ''. */
  misfits(node: ValueNode, definition: string): Misfit[] {
    const found: Misfit[] = [];
    this.#value(node, definition === '' ? this.#root : this.#definition(definition), found);
    return found;
  }

  #definition(name: string): Schema {
    const found = this.#root.definitions?.[name];
    if (!found) throw new Error(`The schema has no definition "${name}".`);
    return found;
  }

  #value(node: ValueNode | undefined, written: Schema, found: Misfit[]): void {
    let schema = written;
    while (schema.$ref !== undefined) schema = this.#definition(schema.$ref.slice('#/definitions/'.length));
    if (schema.type !== undefined && !hasType(node, schema.type)) found.push({ keyword: 'type', node });
    if (schema.enum && !schema.enum.some((it) => isSame(node, it))) found.push({ keyword: 'enum', node });
    if (schema.anyOf) this.#anyOf(node, schema.anyOf, found);
    if (node?.kind === 'mapping') this.#mapping(node, schema, found);
    else if (node?.kind === 'sequence') this.#sequence(node, schema, found);
    else if (node) scalar(node, schema, found);
  }

  /** What is wrong deeper inside the branches counts too, since the value itself may be left aside. */
  #anyOf(node: ValueNode | undefined, branches: readonly Schema[], found: Misfit[]): void {
    const deeper: Misfit[] = [];
    for (const branch of branches) {
      const misfits: Misfit[] = [];
      this.#value(node, branch, misfits);
      if (misfits.length === 0) return;
      deeper.push(...misfits.filter((it) => it.node !== node));
    }
    found.push({ keyword: 'anyOf', node }, ...deeper);
  }

  #mapping(node: MappingNode, schema: Schema, found: Misfit[]): void {
    const pairs = this.#emptied?.has(node) ? nothing : lastPairs(node);
    if (pairs.size < (schema.minProperties ?? 0)) found.push({ keyword: 'minProperties', node });
    if (pairs.size > (schema.maxProperties ?? pairs.size)) found.push({ keyword: 'maxProperties', node });
    for (const key of schema.required ?? []) {
      if (!pairs.has(key)) found.push({ keyword: 'required', node });
    }
    for (const [key, pair] of pairs) {
      const inner = schemaOf(key, schema);
      if (inner === false) found.push({ keyword: 'additionalProperties', node });
      else if (inner !== true) this.#value(pair.value, inner, found);
    }
  }

  #sequence(node: SequenceNode, schema: Schema, found: Misfit[]): void {
    const { items, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
    const length = node.items.length;
    if (length < minItems) found.push({ keyword: 'minItems', node });
    if (length > maxItems) found.push({ keyword: 'maxItems', node });
    if (!items) return;
    for (const item of node.items) this.#value(item, items, found);
  }
}

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

function scalar(node: ScalarNode, schema: Schema, found: Misfit[]): void {
  const { value } = node;
  if (typeof value === 'number' && Number.isFinite(value)) {
    if (value < (schema.minimum ?? value)) found.push({ keyword: 'minimum', node });
    if (value > (schema.maximum ?? value)) found.push({ keyword: 'maximum', node });
  }
  if (typeof value !== 'string') return;
  const { minLength, maxLength, pattern } = schema;
  if (minLength !== undefined && [...value].length < minLength) found.push({ keyword: 'minLength', node });
  if (maxLength !== undefined && [...value].length > maxLength) found.push({ keyword: 'maxLength', node });
  if (pattern !== undefined && !patternOf(pattern).test(value)) found.push({ keyword: 'pattern', node });
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
