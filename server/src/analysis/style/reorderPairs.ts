import { keyName } from '../../syntax/navigate.ts';
import type { MappingNode, PairNode, SyntaxTree, TextEdit } from '../../syntax/node.ts';
import { readDirectives } from '../suppressions.ts';
import { endsInKeptLines } from './keptLines.ts';
import { blockSlots, type Slot } from './pairSlots.ts';

/**
 * Edits that bring the pairs of a mapping into another order, each with the comments above it and beside it. Everything
 * between the pairs stays. Undefined where a value or a comment to us could change its meaning on the way.
 */
export function reorderPairs(
  tree: SyntaxTree,
  mapping: MappingNode,
  order: readonly PairNode[],
): TextEdit[] | undefined {
  const { pairs } = mapping;
  const names = new Set(pairs.map(keyName));
  if (tree.problems.length > 0 || names.size < pairs.length) return undefined;
  const slots = mapping.flow ? flowSlots(tree, mapping) : blockSlots(tree, mapping);
  if (!slots) return undefined;
  const edits: TextEdit[] = [];
  for (const [index, pair] of order.entries()) {
    const slot = slots[index];
    const moved = slots[pairs.indexOf(pair)];
    if (!slot || !moved) return undefined;
    if (slot === moved) continue;
    const newText = textIn(slot, moved, tree.text);
    if (newText === undefined || endsInKeptLines(tree.text, pair.value)) return undefined;
    edits.push({ range: slot.range, newText });
  }
  return directivesStay(tree, slots, edits) ? edits : undefined;
}

/** What a slot says in the place of another. The first one may stand behind the dash of a list. */
function textIn({ indent }: Slot, moved: Slot, text: string): string | undefined {
  const written = moved.indent + text.slice(moved.range.start, moved.range.end);
  if (!written.startsWith(indent)) return undefined;
  return indent !== '' && /^[\s#]/.test(written.slice(indent.length)) ? undefined : written.slice(indent.length);
}

/** Comments that silence a line go with it; those that silence everything from here on must not move. */
function directivesStay(tree: SyntaxTree, slots: readonly Slot[], edits: readonly TextEdit[]): boolean {
  const start = Math.min(...edits.map(({ range }) => range.start));
  const end = Math.max(...edits.map(({ range }) => range.end));
  if (!tree.text.slice(start, end).includes('oos-')) return true;
  return readDirectives(tree).every(({ word, comment: { range } }) => {
    if (range.end <= start || range.start >= end || word === 'oos-disable-line') return true;
    const slot = slots.find((it) => it.range.start <= range.start && range.end <= it.range.end);
    return word === 'oos-disable-next-line' && slot !== undefined && range.end < slot.range.end;
  });
}

function flowSlots({ text }: SyntaxTree, { pairs, range }: MappingNode): Slot[] | undefined {
  if (pairs.some(({ value }) => !value)) return undefined;
  const gaps = pairs.map((pair, index) => text.slice(pairs[index - 1]?.range.end ?? range.start + 1, pair.range.start));
  const clean = gaps.every((gap, index) => (index === 0 ? /^\s*$/ : /^\s*,\s*$/).test(gap));
  return clean ? pairs.map((pair): Slot => ({ range: pair.range, indent: '' })) : undefined;
}
