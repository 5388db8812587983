import { parse } from 'yaml';
import type { Notation } from '../../server/src/syntax/node.ts';

/**
 * A marked YAML text, and the JSON text that says the same. Marks are carried over where they stand inside a key or a
 * string, as around names; a range around a whole mapping cannot be.
 */
export function inBothNotations(markedYaml: string): { readonly notation: Notation; readonly marked: string }[] {
  return [
    { notation: 'yaml', marked: markedYaml },
    { notation: 'json', marked: JSON.stringify(parse(markedYaml), null, 2) },
  ];
}
