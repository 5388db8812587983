import { functionNamed } from '../catalog/functions/functions.ts';
import { collectionFunctions } from './collectionFunctions.ts';
import { bounded, Fault, unsupported } from './fault.ts';
import { isList, type Json, sameJson, textOf } from './json.ts';
import { textFunctions } from './textFunctions.ts';
import { timeFunctions } from './timeFunctions.ts';

type Body = (args: readonly Json[]) => Json;

/**
 * The functions whose arguments are all evaluated first, by name in lower case. And, Or, Not and If are not among them: see
 * evaluate.ts. Eval, Escape, IsIpInCIDR, CalculateTimeByOpsWindow and FindMatchedPackage are not supported yet.
 */
const bodies: ReadonlyMap<string, Body> = new Map<string, Body>([
  ['fn::equals', ([a = null, b = null]) => equal(a, b)],
  ...Object.entries(collectionFunctions),
  ...Object.entries(textFunctions),
  ...Object.entries(timeFunctions),
]);

/** Calls a function with its evaluated argument. Throws a Fault for an unknown function and for wrong arguments. */
export function callFunction(name: string, argument: Json): Json {
  const body = bodies.get(name.toLowerCase());
  const spec = functionNamed(name);
  if (!body || !spec) throw unsupported(`the function ${name}`);
  if (spec.form === 'value') return bounded(body([argument]));
  if (!isList(argument)) throw new Fault(`${spec.name} takes its arguments in a list.`);
  if (argument.length < spec.least || argument.length > spec.most) {
    throw new Fault(`${spec.name} takes ${arity(spec.least, spec.most)}, not ${argument.length}.`);
  }
  return bounded(body(argument));
}

function arity(least: number, most: number): string {
  return `${least === most ? '' : 'at least '}${least} argument${least === 1 ? '' : 's'}`;
}

/**
 * Single values are compared as text: published templates compare outputs that are declared as String with numbers and with
 * truth values.
 */
function equal(a: Json, b: Json): boolean {
  if (sameJson(a, b)) return true;
  return isSingle(a) && isSingle(b) && textOf(a).toLowerCase() === textOf(b).toLowerCase() && typeof a !== typeof b;
}

const isSingle = (value: Json): boolean => value !== null && typeof value !== 'object';
