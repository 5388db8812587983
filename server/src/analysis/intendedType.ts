import { closest } from '../template/closest.ts';

/** The words of other languages and systems for the types of OOS. */
const foreign: Readonly<Record<string, string>> = {
  text: 'String',
  str: 'String',
  char: 'String',
  varchar: 'String',
  integer: 'Number',
  int: 'Number',
  int32: 'Number',
  int64: 'Number',
  long: 'Number',
  float: 'Number',
  double: 'Number',
  decimal: 'Number',
  numeric: 'Number',
  num: 'Number',
  bool: 'Boolean',
  flag: 'Boolean',
  array: 'List',
  commadelimitedlist: 'List',
  tuple: 'List',
  stringlist: 'List',
  object: 'Json',
  map: 'Json',
  dict: 'Json',
  dictionary: 'Json',
  struct: 'Json',
  hash: 'Json',
  mapping: 'Json',
};

/** The type that was most likely meant by a word that is none, among those that are allowed. */
export function intendedType(written: string, allowed: readonly string[]): string | undefined {
  const word = written.trim().toLowerCase();
  const same = allowed.find((it) => it.toLowerCase() === word);
  if (same) return same;
  const base = /^(\w+)\s*[<[(]/.exec(word)?.[1] ?? word;
  const type = Object.hasOwn(foreign, base) ? foreign[base] : allowed.find((it) => it.toLowerCase() === base);
  return type ?? closest(written, allowed);
}
