import type { ArgumentSpec, FunctionSpec } from '../../catalog/functions/functionSpec.ts';
import type { ValueNode } from '../../syntax/node.ts';
import { type Expectation, fits, takes } from './expectation.ts';
import { alternatives } from './valueType.ts';
import type { ValueTypes } from './valueTypes.ts';

/** The argument that stands at a place; in a list of any length the last one repeats. */
export const argumentAt = (spec: FunctionSpec, index: number): ArgumentSpec | undefined =>
  spec.arguments[index] ?? (spec.most === Number.POSITIVE_INFINITY ? spec.arguments.at(-1) : undefined);

/** What a function takes at a place; undefined where that is anything, or a condition. */
export function argumentExpectation(
  spec: FunctionSpec,
  index: number,
  given: readonly ValueNode[],
  types: ValueTypes,
): Expectation | undefined {
  if (spec.name === 'Fn::Select') {
    if (index === 1) return takes('List', 'Map');
    // A list is read by number, a map by key.
    const isList = alternatives(types.typeOf(given[1])).every(({ kind }) => kind === 'List');
    return isList ? takes('Number') : takes('Number', 'String');
  }
  switch (argumentAt(spec, index)?.type) {
    case 'String':
      return takes('String');
    case 'Number':
      return takes('Number');
    case 'List':
      return takes('List');
    case 'Json':
      // A reference to a list of maps may stand for the maps of a function that takes any number of them.
      return spec.most === Number.POSITIVE_INFINITY ? takes('Map', 'List') : takes('Map');
    default:
      return undefined;
  }
}

/** False where an argument surely is of the wrong kind. */
export function argumentFits(
  spec: FunctionSpec,
  index: number,
  given: readonly ValueNode[],
  types: ValueTypes,
): boolean {
  const expected = argumentExpectation(spec, index, given, types);
  return !expected || fits(types.typeOf(given[index]), expected);
}
