import type { JsonSchema, PropertySpec } from '../../catalog/catalog.ts';
import type { Words } from '../../words/words.ts';
import { booleanIn, numberIn } from '../literals.ts';
import { alternatives, type ValueType } from './valueType.ts';

type Kind = 'String' | 'Number' | 'Boolean' | 'List' | 'Map';

/** What a place takes. */
export interface Expectation {
  readonly kinds: ReadonlySet<Kind>;
  /** The only values that it takes, where there are such. */
  readonly values: readonly unknown[] | undefined;
}

const jsonKinds: Readonly<Record<string, Kind>> = {
  string: 'String',
  number: 'Number',
  integer: 'Number',
  boolean: 'Boolean',
  array: 'List',
  object: 'Map',
};

export const takes = (...kinds: Kind[]): Expectation => ({ kinds: new Set(kinds), values: undefined });

/** What a schema of `schemas/` takes; undefined where that is anything. */
export function expectationOf(schema: JsonSchema): Expectation | undefined {
  const branches = (schema.anyOf as readonly JsonSchema[] | undefined) ?? [schema];
  const names = branches.flatMap((it) => (it.type as string | string[] | undefined) ?? []);
  const kinds = new Set(names.flatMap((name) => jsonKinds[name] ?? []));
  return kinds.size > 0 ? { kinds, values: schema.enum as readonly unknown[] | undefined } : undefined;
}

/** What a property of a product action takes. The service converts scalars, so its schema is wider than the declaration. */
export function declaredExpectation({ types: [type], allowedValues }: PropertySpec): Expectation | undefined {
  if (type === 'Json') return takes('Map', 'List');
  return type === undefined ? undefined : { kinds: new Set([type as Kind]), values: allowedValues };
}

/** False only where a value of the type surely cannot be taken. */
export function fits(type: ValueType, expected: Expectation): boolean {
  return alternatives(type).some((it) => isTaken(it, expected));
}

function isTaken(type: ValueType, { kinds, values }: Expectation): boolean {
  const takesOne = (...some: Kind[]) => some.some((kind) => kinds.has(kind));
  switch (type.kind) {
    case 'Number':
      return takesOne('Number', 'String') && isAllowed(type.values, values);
    case 'Boolean':
      return takesOne('Boolean', 'String') && isAllowed(type.values, values);
    case 'String':
      if (values) return isAllowed(type.values, values);
      return takesOne('String') || (type.values?.some((it) => isConverted(String(it), kinds)) ?? true);
    case 'List':
      return takesOne('List');
    case 'Map':
      return takesOne('Map');
    case 'Json':
      // An output of type Json can hold any value, and it is a text that a place for a text gets.
      return takesOne('Map', 'List', 'String');
    default:
      return true;
  }
}

/** Scalars are compared by their texts, as `'true'` and `true` do for each other. */
function isAllowed(possible: readonly unknown[] | undefined, allowed: readonly unknown[] | undefined): boolean {
  if (!possible || !allowed) return true;
  const texts = new Set(allowed.map(String));
  return possible.some((value) => texts.has(String(value)));
}

/** Whether the service makes the wanted kind of value out of a text. */
function isConverted(text: string, kinds: ReadonlySet<Kind>): boolean {
  if (kinds.has('Number') && numberIn(text) !== undefined) return true;
  if (kinds.has('Boolean') && booleanIn(text) !== undefined) return true;
  return (kinds.has('List') || kinds.has('Map')) && /^\s*[[{]/.test(text);
}

const nouns: Readonly<Record<Kind, Words>> = {
  String: { en: 'a text', zh: '文本' },
  Number: { en: 'a number', zh: '数字' },
  Boolean: { en: 'true or false', zh: '布尔值 true 或 false' },
  List: { en: 'a list', zh: '列表' },
  Map: { en: 'a map', zh: '映射' },
};

/** `a number or a text`. */
export function expectationWords({ kinds }: Expectation): Words {
  const words = [...kinds].map((kind) => nouns[kind]);
  return { en: words.map(({ en }) => en).join(' or '), zh: words.map(({ zh }) => zh).join('或') };
}
