import type { ParameterType } from '../catalog/parameters/parameterTypes.ts';
import type { ValueNode } from '../syntax/node.ts';
import { booleanIn, numberIn } from './literals.ts';

/** `convertible`: another type, from which the service or the console evidently makes the wanted one. */
export type DefaultVerdict = 'fits' | 'convertible' | 'wrong';

type Scalar = string | number | boolean;

const judges: Record<ParameterType['name'], (value: Scalar) => DefaultVerdict> = {
  String: (value) => (typeof value === 'string' ? 'fits' : 'convertible'),
  Number: (value) => {
    if (typeof value === 'number') return 'fits';
    return typeof value === 'string' && numberIn(value) !== undefined ? 'convertible' : 'wrong';
  },
  Boolean: (value) => {
    if (typeof value === 'boolean') return 'fits';
    return booleanIn(value) === undefined ? 'wrong' : 'convertible';
  },
  List: () => 'convertible',
  Json: (value) => {
    if (typeof value !== 'string') return 'convertible';
    return isJson(value) ? 'fits' : 'wrong';
  },
};

/** How a literal default stands to the type of its parameter. */
export function judgeDefault(node: ValueNode, type: ParameterType['name']): DefaultVerdict {
  if (node.kind === 'scalar') return node.value === null ? 'fits' : judges[type](node.value);
  if (type === 'Json') return 'fits';
  return type === 'List' && node.kind === 'sequence' ? 'fits' : 'wrong';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
