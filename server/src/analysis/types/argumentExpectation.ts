import type { ArgumentSpec, FunctionSpec } from '../../catalog/functionSpec.ts';
import { type Expectation, takes } from './expectation.ts';

/** The argument that stands at a place; in a list of any length the last one repeats. */
export const argumentAt = (spec: FunctionSpec, index: number): ArgumentSpec | undefined =>
  spec.arguments[index] ?? (spec.most === Number.POSITIVE_INFINITY ? spec.arguments.at(-1) : undefined);

/** What a function takes at a place; undefined where that is anything, or a condition. */
export function argumentExpectation(spec: FunctionSpec, index: number): Expectation | undefined {
  if (spec.name === 'Fn::Select') return index === 0 ? takes('Number', 'String') : takes('List', 'Map');
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
