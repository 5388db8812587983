import { keyName } from '../syntax/navigate.ts';
import type { MappingNode, PairNode } from '../syntax/node.ts';

/**
 * The key with which a second item begins in what is read as one item of a list: its dash is missing, so the key that
 * begins the item comes again, and another one with it. Undefined where that is not so.
 */
export function swallowedItem({ flow, pairs }: MappingNode): PairNode | undefined {
  const [first] = pairs;
  if (flow || !first) return undefined;
  const names = pairs.map(keyName);
  if (names.length - new Set(names).size < 2) return undefined;
  return pairs.slice(1).find((pair) => keyName(pair) === keyName(first));
}
