import { numberFrom, structureFrom } from './convert.ts';
import { Fault } from './fault.ts';
import { isList, isMap, type Json, type JsonMap } from './json.ts';

/** One argument of a function as what it must be; a Fault that names the function and the place where it is not. */
export function listAt(name: string, args: readonly Json[], at: number): readonly Json[] {
  const value = structureFrom(args[at] ?? null);
  return isList(value) ? value : wrong(name, at, 'a list');
}

export function mapAt(name: string, args: readonly Json[], at: number): JsonMap {
  const value = structureFrom(args[at] ?? null);
  return isMap(value) ? value : wrong(name, at, 'a map');
}

export function textAt(name: string, args: readonly Json[], at: number): string {
  const value = args[at] ?? null;
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : wrong(name, at, 'a text');
}

export function numberAt(name: string, args: readonly Json[], at: number): number {
  return numberFrom(args[at] ?? null) ?? wrong(name, at, 'a number');
}

function wrong(name: string, at: number, wanted: string): never {
  throw new Fault(`Argument ${at + 1} of ${name} is not ${wanted}.`);
}
