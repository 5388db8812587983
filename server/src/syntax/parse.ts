import { parseJson } from './json.ts';
import type { Notation, SyntaxTree } from './node.ts';
import { parseYaml } from './yaml.ts';

/** Reads a text. Never throws; whatever is broken stands in `problems`. */
export function parse(text: string, notation: Notation): SyntaxTree {
  return notation === 'json' ? parseJson(text) : parseYaml(text);
}
