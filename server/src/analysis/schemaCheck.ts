import type { JsonSchema } from '../catalog/catalog.ts';
import { keyName } from '../syntax/navigate.ts';
import type { MappingNode, PairNode, ValueNode } from '../syntax/node.ts';
import { oncePer } from './once.ts';
import { type Misfit, pathTo, type Schema, SchemaWalk } from './schemaMisfits.ts';
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
  return checkPlainSchema(schema, node, part).filter((it) => !isDynamic('node' in it ? it.node : it.mapping));
}

/** The same for a value that is no part of a template, where nothing is known only at run time. */
export function checkPlainSchema(schema: JsonSchema, node: ValueNode, part: SchemaPart = {}): SchemaProblem[] {
  const misfits = new SchemaWalk(schema, part.emptied).misfits(node, part.definition ?? '');
  return misfits.slice(0, MOST_MISFITS).flatMap((misfit) => toProblem(misfit) ?? []);
}

/** Nobody reads more of them. */
const MOST_MISFITS = 1000;

/** A key without a value is being typed, so nothing is said about what is not there. */
function toProblem({ keyword, at: place, schema, key = '' }: Misfit): SchemaProblem | undefined {
  const { node } = place;
  if (!node) return undefined;
  const at = { path: pathTo(place), pair: place.pair };
  const keys = Object.keys(schema.properties ?? {});
  switch (keyword) {
    case 'additionalProperties': {
      const pair = node.kind === 'mapping' ? node.pairs.find((it) => keyName(it) === key) : undefined;
      return node.kind === 'mapping' && pair
        ? { ...at, kind: 'unknown-key', mapping: node, key: pair, allowed: keys }
        : undefined;
    }
    case 'required':
      return node.kind === 'mapping' ? { ...at, kind: 'missing-key', mapping: node, key, known: keys } : undefined;
    case 'type':
      return { ...at, kind: 'type', node, expected: typesOf(schema) };
    case 'anyOf':
      return { ...at, kind: 'type', node, expected: typesOf(schema.anyOf?.[0] ?? {}) };
    case 'enum':
      return { ...at, kind: 'choice', node, allowed: schema.enum ?? [] };
    case 'minimum':
    case 'maximum':
      return { ...at, kind: 'limit', node, least: schema.minimum, most: schema.maximum };
    case 'minLength':
    case 'maxLength':
    case 'minItems':
    case 'maxItems': {
      const least = schema.minLength ?? schema.minItems;
      return { ...at, kind: 'size', node, least, most: schema.maxLength ?? schema.maxItems };
    }
    case 'pattern':
      return { ...at, kind: 'pattern', node };
    default:
      return undefined;
  }
}

const typesOf = ({ type }: Schema): string[] => [type ?? []].flat();

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
