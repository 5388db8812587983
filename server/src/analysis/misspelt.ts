import { keyName } from '../syntax/navigate.ts';
import type { MappingNode, PairNode } from '../syntax/node.ts';
import { closest } from '../template/closest.ts';

/**
 * The key of a mapping that was most likely meant to be `wanted`; undefined where `wanted` stands there too. `known`
 * are the keys that the mapping may have: those are never taken for a slip.
 */
export function misspelt(mapping: MappingNode, wanted: string, known: readonly string[]): PairNode | undefined {
  if (mapping.pairs.some((pair) => keyName(pair) === wanted)) return undefined;
  return mapping.pairs.find((pair) => !known.includes(keyName(pair)) && closest(keyName(pair), known) === wanted);
}
