import type { JsonSchema } from '../catalog/catalog.ts';
import { keyName } from '../syntax/navigate.ts';
import type { MappingNode, PairNode, ScalarNode, SequenceNode, ValueNode } from '../syntax/node.ts';

/** A value below the checked one. Linked, because most values fit and nobody asks for their path. */
export interface Place {
  /** Undefined where only a key is written, which counts as null. */
  readonly node: ValueNode | undefined;
  /** The pair that holds the value; undefined at the root and in lists. */
  readonly pair?: PairNode;
  readonly within?: { readonly place: Place; readonly step: string };
}

/** A keyword of a schema that a value does not fit. */
export interface Misfit {
  readonly keyword: Keyword;
  readonly at: Place;
  readonly schema: Schema;
  /** The key that is missing or too much. */
  readonly key?: string;
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

/**
 * Holds a value against a schema by walking both. To compile schemas, as the libraries do, took half the time of a program that
 * checks one template; the walk begins at once, and needs no copy of the value.
 */
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
    this.#value({ node }, definition === '' ? this.#root : this.#definition(definition), found);
    return found;
  }

  #definition(name: string): Schema {
    const found = this.#root.definitions?.[name];
    if (!found) throw new Error(`The schema has no definition "${name}".`);
    return found;
  }

  #value(at: Place, written: Schema, found: Misfit[]): void {
    let schema = written;
    while (schema.$ref !== undefined) schema = this.#definition(schema.$ref.slice('#/definitions/'.length));
    const { node } = at;
    if (schema.type !== undefined && !hasType(node, schema.type)) found.push({ keyword: 'type', at, schema });
    if (schema.enum && !schema.enum.some((it) => isSame(node, it))) found.push({ keyword: 'enum', at, schema });
    if (schema.anyOf) this.#anyOf(at, schema, schema.anyOf, found);
    if (node?.kind === 'mapping') this.#mapping(at, node, schema, found);
    else if (node?.kind === 'sequence') this.#sequence(at, node, schema, found);
    else if (node) scalar(at, node, schema, found);
  }

  /** The first branch is what people mean. What is wrong deeper inside tells more than that no branch fits. */
  #anyOf(at: Place, schema: Schema, branches: readonly Schema[], found: Misfit[]): void {
    const deeper: Misfit[] = [];
    const telling: Misfit[] = [];
    for (const branch of branches) {
      const misfits: Misfit[] = [];
      this.#value(at, branch, misfits);
      if (misfits.length === 0) return;
      for (const it of misfits) {
        if (it.at !== at) deeper.push(it);
        else if (branch === branches[0] && it.keyword !== 'type') telling.push(it);
      }
    }
    if (deeper.length + telling.length === 0) telling.push({ keyword: 'anyOf', at, schema });
    found.push(...deeper, ...telling);
  }

  #mapping(at: Place, node: MappingNode, schema: Schema, found: Misfit[]): void {
    const pairs = this.#emptied?.has(node) ? nothing : lastPairs(node);
    if (pairs.size < (schema.minProperties ?? 0)) found.push({ keyword: 'minProperties', at, schema });
    if (pairs.size > (schema.maxProperties ?? pairs.size)) found.push({ keyword: 'maxProperties', at, schema });
    for (const key of schema.required ?? []) {
      if (!pairs.has(key)) found.push({ keyword: 'required', at, schema, key });
    }
    for (const [key, pair] of pairs) {
      const inner = schemaOf(key, schema);
      if (inner === false) found.push({ keyword: 'additionalProperties', at, schema, key });
      else if (inner !== true) this.#value({ node: pair.value, pair, within: { place: at, step: key } }, inner, found);
    }
  }

  #sequence(at: Place, node: SequenceNode, schema: Schema, found: Misfit[]): void {
    const { items, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
    const length = node.items.length;
    if (length < minItems) found.push({ keyword: 'minItems', at, schema });
    if (length > maxItems) found.push({ keyword: 'maxItems', at, schema });
    if (!items) return;
    for (const [index, item] of node.items.entries()) {
      this.#value({ node: item, within: { place: at, step: String(index) } }, items, found);
    }
  }
}

/** Keys and indexes from the checked value down to the place. */
export function pathTo({ within }: Place): string[] {
  return within ? [...pathTo(within.place), within.step] : [];
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

function scalar(at: Place, { value }: ScalarNode, schema: Schema, found: Misfit[]): void {
  if (typeof value === 'number' && Number.isFinite(value)) {
    if (value < (schema.minimum ?? value)) found.push({ keyword: 'minimum', at, schema });
    if (value > (schema.maximum ?? value)) found.push({ keyword: 'maximum', at, schema });
  }
  if (typeof value !== 'string') return;
  const { minLength, maxLength, pattern } = schema;
  if (minLength !== undefined && [...value].length < minLength) found.push({ keyword: 'minLength', at, schema });
  if (maxLength !== undefined && [...value].length > maxLength) found.push({ keyword: 'maxLength', at, schema });
  if (pattern !== undefined && !patternOf(pattern).test(value)) found.push({ keyword: 'pattern', at, schema });
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
