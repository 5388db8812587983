import type { ApiField, ApiType } from './openApi.ts';

/** One step of a selector. `item`: into a list, to one element or to each. */
export type PathStep = { readonly kind: 'field'; readonly name: string } | { readonly kind: 'item' };

/** Where the steps of a selector lead in an answer. */
export type PathEnd =
  /** To a value. Its `fields` are those of the object, or of each item of the array; empty: none are known. */
  | { readonly kind: 'value'; readonly value: Reached }
  /** The field that step number `step` asks for is not among `fields`, which are all there are. */
  | { readonly kind: 'unknown-field'; readonly step: number; readonly fields: readonly ApiField[] }
  /** Step number `step` cannot be done on a value of this type: jq fails. */
  | { readonly kind: 'misfit'; readonly step: number; readonly type: ApiType }
  /** The source does not tell what is there. */
  | { readonly kind: 'untold' };

type Reached = Omit<ApiField, 'name'>;

/** Follows `steps` from the root of an answer that has these fields. */
export function followPath(answer: readonly ApiField[], steps: readonly PathStep[]): PathEnd {
  let value: Reached = { type: 'object', itemType: undefined, fields: answer };
  for (const [index, step] of steps.entries()) {
    const next = step.kind === 'field' ? fieldOf(value, step.name) : itemOf(value, index === 0);
    if (next === 'untold') return { kind: 'untold' };
    if (next === 'unknown-field') return { kind: 'unknown-field', step: index, fields: value.fields };
    if (next === 'misfit') return { kind: 'misfit', step: index, type: value.type };
    value = next;
  }
  return { kind: 'value', value };
}

type Next = Reached | 'untold' | 'unknown-field' | 'misfit';

function fieldOf({ type, itemType, fields }: Reached, name: string): Next {
  if (type === 'array' && hides(itemType)) return 'untold';
  if (type !== 'object') return hides(type) ? 'untold' : 'misfit';
  if (fields.length === 0) return 'untold';
  return fields.find((it) => it.name === name) ?? 'unknown-field';
}

/** An answer may as a whole be a list, of which the source gives the fields of an item: then the first step goes into it. */
function itemOf({ type, itemType, fields }: Reached, first: boolean): Next {
  if (type === 'object') return first || fields.length === 0 ? 'untold' : 'misfit';
  if (type !== 'array') return hides(type) ? 'untold' : 'misfit';
  if (itemType === undefined || itemType === 'array') return 'untold';
  return { type: itemType, itemType: undefined, fields };
}

/** Types of which the source does not say what is in them. It is not always right about a list of such: it may be a map of lists. */
const hides = (type: ApiType | undefined): boolean => type === undefined || ['map', 'json', 'any'].includes(type);
