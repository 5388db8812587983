import type { Ajv, ErrorObject, ValidateFunction } from 'ajv';
import type { JsonSchema } from '../catalog/catalog.ts';
import { keyName, toData } from '../syntax/navigate.ts';
import type { MappingNode, PairNode, ValueNode } from '../syntax/node.ts';
import { loadAjv } from './ajvOnDemand.cjs';
import { oncePer } from './oncePer.ts';
import { type IsLeft, SchemaWalk } from './schemaWalk.ts';
import { looksLikeCall } from './types/functionSlips.ts';

interface At {
  /** Keys and indexes from the checked node down to the place. */
  readonly path: readonly string[];
  /** The pair that holds the place; undefined at the root and in lists. */
  readonly pair: PairNode | undefined;
}

/** One way in which a value does not fit its schema, in words of the tree instead of JSON Schema. */
export type SchemaProblem = At &
  (
    | {
        readonly kind: 'unknown-key';
        readonly mapping: MappingNode;
        readonly key: PairNode;
        readonly allowed: readonly string[];
      }
    /** `known`: the keys that the mapping may have. */
    | {
        readonly kind: 'missing-key';
        readonly mapping: MappingNode;
        readonly key: string;
        readonly known: readonly string[];
      }
    /** `expected`: names of JSON types. */
    | { readonly kind: 'type'; readonly node: ValueNode; readonly expected: readonly string[] }
    | { readonly kind: 'choice'; readonly node: ValueNode; readonly allowed: readonly unknown[] }
    | {
        readonly kind: 'limit';
        readonly node: ValueNode;
        readonly least: number | undefined;
        readonly most: number | undefined;
      }
    | { readonly kind: 'pattern'; readonly node: ValueNode }
    /** Too few or too many characters or items. */
    | {
        readonly kind: 'size';
        readonly node: ValueNode;
        readonly least: number | undefined;
        readonly most: number | undefined;
      }
  );

let library: Ajv | undefined;

/** The schemas are ours and checked by tests, so they are not checked again at each start. */
function ajv(): Ajv {
  library ??= new (loadAjv().Ajv)({
    allErrors: true,
    verbose: true,
    strict: true,
    allowUnionTypes: true,
    validateSchema: false,
  });
  return library;
}

const validators = new WeakMap<JsonSchema, Map<string, ValidateFunction>>();

/** Compiled on first use and kept as long as its schema. `definition` names a part of the schema. */
function validatorOf(schema: JsonSchema, definition: string): ValidateFunction {
  const parts = validators.get(schema) ?? new Map<string, ValidateFunction>();
  validators.set(schema, parts);
  const known = parts.get(definition);
  if (known) return known;
  const part = definition ? { definitions: schema.definitions, $ref: `#/definitions/${definition}` } : schema;
  const validate = ajv().compile(part);
  parts.set(definition, validate);
  return validate;
}

export interface SchemaPart {
  /** A definition of the schema, in place of the whole. */
  readonly definition?: string;
  /** Mappings of which the schema says nothing, so that they need not be read. */
  readonly emptied?: ReadonlySet<ValueNode>;
}

/**
 * Checks a value against a schema of `schemas/`. What is known only at run time (`{{ }}`, `Fn::`) is never a problem.
 * In `anyOf` the first branch is what people mean; the others are the forms that expressions take.
 */
export function checkSchema(schema: JsonSchema, node: ValueNode, part: SchemaPart = {}): SchemaProblem[] {
  if (fits(schema, node, part, isDynamic)) return [];
  return validated(schema, node, part).filter((it) => !isDynamic('node' in it ? it.node : it.mapping));
}

/** The same for a value that is no part of a template, where nothing is known only at run time. */
export function checkPlainSchema(schema: JsonSchema, node: ValueNode, part: SchemaPart = {}): SchemaProblem[] {
  return fits(schema, node, part) ? [] : validated(schema, node, part);
}

/**
 * Nearly every value fits, and a walk sees that at once; to load the library and compile a schema takes longer than all the rest of
 * a check. The library judges what the walk does not find right. `isLeft`: values with which nothing is wrong.
 */
function fits(schema: JsonSchema, node: ValueNode, { definition = '', emptied }: SchemaPart, isLeft?: IsLeft): boolean {
  return new SchemaWalk(schema, emptied).fits(node, definition, isLeft);
}

function validated(schema: JsonSchema, node: ValueNode, part: SchemaPart): SchemaProblem[] {
  const validate = validatorOf(schema, part.definition ?? '');
  if (validate(toData(node, part.emptied))) return [];
  return withoutBranches(bounded(validate.errors ?? [])).flatMap((error) => toProblem(error, node) ?? []);
}

/** Nobody reads more of them, and some steps below look at all errors for each one. */
const MOST_ERRORS = 1000;

/** The first errors; of a cut list those in branches are left out, since what decides about them may be cut off. */
function bounded(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  if (errors.length <= MOST_ERRORS) return errors;
  return errors.slice(0, MOST_ERRORS).filter((it) => it.keyword !== 'anyOf' && !BRANCH.test(it.schemaPath));
}

const BRANCH = /\/anyOf\/|^#\/definitions\/(?:reference|call)\//;

/** Takes out the errors that stand for a branch of an `anyOf`, and keeps the one that tells most. */
function withoutBranches(errors: readonly ErrorObject[]): ErrorObject[] {
  let kept: ErrorObject[] = [];
  for (const error of errors) {
    if (error.keyword !== 'anyOf') {
      kept.push(error);
      continue;
    }
    const path = error.instancePath;
    const isBranch = (it: ErrorObject) =>
      it.instancePath === path &&
      (it.schemaPath.startsWith(`${error.schemaPath}/`) || /^#\/definitions\/(?:reference|call)\//.test(it.schemaPath));
    const branches = kept.filter(isBranch);
    const deeper = kept.some((it) => it.instancePath.startsWith(`${path}/`));
    const first = branches.filter((it) => it.schemaPath.startsWith(`${error.schemaPath}/0/`));
    const telling = first.filter((it) => it.keyword !== 'type');
    kept = kept.filter((it) => !branches.includes(it));
    if (telling.length > 0) kept.push(...telling);
    else if (!deeper) kept.push(error);
  }
  return kept;
}

function toProblem(error: ErrorObject, root: ValueNode): SchemaProblem | undefined {
  const found = locate(root, error.instancePath);
  if (!found) return undefined;
  const { node, path, pair } = found;
  const at = { path, pair };
  switch (error.keyword) {
    case 'additionalProperties': {
      const name: unknown = error.params.additionalProperty;
      const key = node.kind === 'mapping' ? node.pairs.find((it) => keyName(it) === name) : undefined;
      const allowed = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
      return node.kind === 'mapping' && key ? { ...at, kind: 'unknown-key', mapping: node, key, allowed } : undefined;
    }
    case 'required': {
      const key = String(error.params.missingProperty);
      const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
      return node.kind === 'mapping' ? { ...at, kind: 'missing-key', mapping: node, key, known } : undefined;
    }
    case 'type':
      return { ...at, kind: 'type', node, expected: [error.params.type as string | string[]].flat() };
    case 'anyOf':
      return { ...at, kind: 'type', node, expected: literalTypes(error) };
    case 'enum':
      return { ...at, kind: 'choice', node, allowed: error.params.allowedValues as unknown[] };
    case 'minimum':
    case 'maximum': {
      const { minimum, maximum } = error.parentSchema as { readonly minimum?: number; readonly maximum?: number };
      return { ...at, kind: 'limit', node, least: minimum, most: maximum };
    }
    case 'minLength':
    case 'maxLength':
    case 'minItems':
    case 'maxItems': {
      const it = error.parentSchema as Readonly<Record<string, number | undefined>>;
      return {
        ...at,
        kind: 'size',
        node,
        least: it.minLength ?? it.minItems,
        most: it.maxLength ?? it.maxItems,
      };
    }
    case 'pattern':
      return { ...at, kind: 'pattern', node };
    default:
      return undefined;
  }
}

/** The first branch is what people write; the others only let expressions pass. */
function literalTypes({ schema }: ErrorObject): string[] {
  const [first] = schema as readonly { readonly type?: string | readonly string[] }[];
  return [first?.type ?? []].flat();
}

function locate(root: ValueNode, pointer: string): (At & { readonly node: ValueNode }) | undefined {
  const path = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  let node: ValueNode | undefined = root;
  let pair: PairNode | undefined;
  for (const step of path) {
    if (node?.kind === 'mapping') {
      pair = node.pairs.findLast((it) => keyName(it) === step);
      node = pair?.value;
    } else {
      pair = undefined;
      node = node?.kind === 'sequence' ? node.items[Number(step)] : undefined;
    }
  }
  return node && { node, path, pair };
}

/** A pair without its colon, rather than a text with a reference in it. */
const KEY_AND_QUOTE = /^(?:[A-Za-z][\w.-]*(?:\s+|:|：)['"]\{\{|Fn::\w+\s)/;

/** Known only at run time: a text with `{{ }}`, or a function call, even if its name is miswritten. */
export function isDynamic(node: ValueNode): boolean {
  if (node.kind === 'scalar') {
    return typeof node.value === 'string' && node.value.includes('{{') && !KEY_AND_QUOTE.test(node.value);
  }
  return node.kind === 'mapping' && holdsCall(node);
}

const holdsCall = oncePer((node: MappingNode) => node.pairs.some((pair) => looksLikeCall(keyName(pair))));
