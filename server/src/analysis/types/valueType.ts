type Scalar = string | number | boolean;

/** What is known of a value before the execution. Whatever is not certain is `unknown`, which fits everywhere. */
export type ValueType =
  | { readonly kind: 'unknown' }
  /** `values`: all that it can be, where that is known. */
  | { readonly kind: 'String' | 'Number' | 'Boolean'; readonly values?: readonly Scalar[] }
  /** Stands for "left out". */
  | { readonly kind: 'Null' }
  | { readonly kind: 'List'; readonly element: ValueType }
  | { readonly kind: 'Map' }
  /** A map or a list: the type Json of OOS takes both. */
  | { readonly kind: 'Json' }
  /** One of several, at least two of them different, none of them unknown or a union. */
  | { readonly kind: 'union'; readonly members: readonly ValueType[] };

export const unknownType: ValueType = { kind: 'unknown' };
export const mapType: ValueType = { kind: 'Map' };

export const listOf = (element: ValueType): ValueType => ({ kind: 'List', element });

export const literalType = (kind: 'String' | 'Number' | 'Boolean', value: Scalar): ValueType => ({
  kind,
  values: [value],
});

/** The type of a value that is of one of these types. Of no types it is unknown. */
export function unionOf(types: readonly ValueType[]): ValueType {
  const members = types.flatMap((type) => (type.kind === 'union' ? type.members : [type]));
  const [first, ...others] = members;
  if (!first || members.some(({ kind }) => kind === 'unknown')) return unknownType;
  if (others.every(({ kind }) => kind === first.kind)) return others.reduce(merge, first);
  const kinds = [...new Set(members.map(({ kind }) => kind))];
  return { kind: 'union', members: kinds.map((kind) => unionOf(members.filter((it) => it.kind === kind))) };
}

/** Two types of one kind. */
function merge(a: ValueType, b: ValueType): ValueType {
  if (a.kind === 'List' && b.kind === 'List') return listOf(unionOf([a.element, b.element]));
  if (!('values' in a) || !('values' in b) || !a.values || !b.values) {
    return a.kind === 'String' || a.kind === 'Number' || a.kind === 'Boolean' ? { kind: a.kind } : a;
  }
  return { kind: a.kind, values: [...new Set([...a.values, ...b.values])] };
}

/** The type for a word of the template language. `Array` and `Object` are further words for outputs. */
export function typeNamed(word: string): ValueType {
  switch (word) {
    case 'String':
    case 'Number':
    case 'Boolean':
    case 'Json':
      return { kind: word };
    case 'Object':
      return { kind: 'Json' };
    case 'List':
    case 'Array':
      return listOf(unknownType);
    default:
      return unknownType;
  }
}

/** The types that a value may have: those of a union, else itself. */
export const alternatives = (type: ValueType): readonly ValueType[] => (type.kind === 'union' ? type.members : [type]);

/** The type of the elements, of whatever kind of container it is. */
export const elementOf = (type: ValueType): ValueType =>
  unionOf(alternatives(type).map((it) => (it.kind === 'List' ? it.element : unknownType)));
