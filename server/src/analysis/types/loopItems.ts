import { isNull, pairOf } from '../../syntax/navigate.ts';
import type { PairNode, ValueNode } from '../../syntax/node.ts';
import type { Template } from '../../template/template.ts';
import type { Words } from '../../words/words.ts';
import { isAlias } from './calls.ts';
import { valueWords } from './typeWords.ts';
import { alternatives } from './valueType.ts';
import type { ValueTypes } from './valueTypes.ts';

export interface LoopItems {
  readonly pair: PairNode;
  readonly value: ValueNode;
}

/** The items of every loop: `Items` of a Loop, `LoopItems` of an ACS::Loop. */
export function loopItems({ allTasks }: Template): LoopItems[] {
  return allTasks.flatMap(({ action, loop, properties }) => {
    const inner = action?.toLowerCase() === 'acs::loop' ? pairOf(properties?.value, 'LoopItems') : undefined;
    return [pairOf(loop?.node, 'Items'), inner].flatMap((pair) =>
      pair?.value && !isNull(pair.value) ? [{ pair, value: pair.value }] : [],
    );
  });
}

export interface NoList {
  readonly words: Words;
  /** Otherwise the service may find a list in it, as it does in a text that is JSON. */
  readonly certain: boolean;
}

/** What stands in the place of a list of items, if that seems to be none. */
export function noList(node: ValueNode, types: ValueTypes): NoList | undefined {
  if (node.kind === 'sequence') return undefined;
  if (types.isExpression(node)) {
    const kinds = alternatives(types.typeOf(node)).map(({ kind }) => kind);
    if (!kinds.every((kind) => ['String', 'Number', 'Boolean', 'Map'].includes(kind))) return undefined;
    return { words: valueWords(node, types), certain: !kinds.includes('String') && !kinds.includes('Map') };
  }
  if (node.kind === 'scalar' && isAlias(node)) return undefined;
  const text = node.kind === 'scalar' && typeof node.value === 'string' ? node.value : '';
  return { words: valueWords(node, types), certain: !text.includes('{{') && !/^\s*\[/.test(text) };
}
