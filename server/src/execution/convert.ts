import { isList, isMap, type Json, parseJsonText, textOf } from './json.ts';

/** The type words of parameters and outputs, those of other pages included (Array, Object). */
type TypeWord = 'string' | 'number' | 'boolean' | 'list' | 'json' | 'array' | 'object';

const typeWord = (type: string | undefined): TypeWord | undefined => {
  const word = (type ?? 'String').toLowerCase();
  return ['string', 'number', 'boolean', 'list', 'json', 'array', 'object'].includes(word)
    ? (word as TypeWord)
    : undefined;
};

/**
 * A value as its declared type has it; undefined where it cannot be that. null stays null, since templates ask for it
 * (`Fn::Equals: ['{{ find.id }}', null]` on a String output). A type that is not known changes nothing.
 */
export function convert(value: Json, type: string | undefined): Json | undefined {
  if (value === null) return null;
  switch (typeWord(type)) {
    case 'string':
      return textOf(value);
    case 'number':
      return numberFrom(value);
    case 'boolean':
      return booleanFrom(value);
    case 'list':
    case 'array':
      return listFrom(value);
    case 'json':
    case 'object':
      return structureFrom(value);
    default:
      return value;
  }
}

/**
 * What a selector found, as one value of a type: a List collects all results of a selector that goes through elements; the
 * others, Json too, take the first, as published templates expect it (`Type: Json` of `Disks.Disk[] | {...}` in a loop).
 */
export function convertResults(
  results: readonly Json[],
  iterates: boolean,
  type: string | undefined,
): Json | undefined {
  const word = typeWord(type);
  if (iterates && (word === 'list' || word === 'array')) return results;
  return convert(results[0] ?? null, type);
}

/** The number that a value is or says. */
export function numberFrom(value: Json): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^\s*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(value)) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** The truth value that a value is or says in letters of any case. */
export function booleanFrom(value: Json): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  const word = value.trim().toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : undefined;
}

/** A single value stands for a list of one, as published templates have it (`Type: List`, `Default: InService`). */
function listFrom(value: Json): Json | undefined {
  if (isList(value)) return value;
  if (isMap(value)) return undefined;
  const said = typeof value === 'string' ? parseJsonText(value) : undefined;
  return isList(said) ? said : [value];
}

/** A map or list, also one that is written as JSON text; other values stay what they are. */
export function structureFrom(value: Json): Json {
  const said = typeof value === 'string' ? parseJsonText(value) : undefined;
  return isList(said) || isMap(said) ? said : value;
}
