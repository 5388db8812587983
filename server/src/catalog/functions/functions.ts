import { collectionFunctions } from './collectionFunctions.ts';
import { conditionFunctions } from './conditionFunctions.ts';
import type { FunctionSpec } from './functionSpec.ts';
import { textFunctions } from './textFunctions.ts';
import { timeFunctions } from './timeFunctions.ts';

/** Every function that is known. The official list is incomplete, so a name that is not here may exist all the same. */
export const functions: readonly FunctionSpec[] = [
  ...conditionFunctions,
  ...collectionFunctions,
  ...textFunctions,
  ...timeFunctions,
];

const byName = new Map(functions.map((it) => [it.name.toLowerCase(), it]));

/** The function of this name, `Fn::` included, without regard to letter case. */
export function functionNamed(name: string): FunctionSpec | undefined {
  return byName.get(name.toLowerCase());
}
