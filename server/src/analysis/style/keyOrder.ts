import { keyName } from '../../syntax/navigate.ts';
import type { PairNode } from '../../syntax/node.ts';

/** A key that does not stand where the order has it, and the key that it belongs next to. */
export interface MisplacedKey {
  readonly pair: PairNode;
  readonly side: 'before' | 'behind';
  readonly neighbour: string;
}

/** The fewest keys whose move brings the pairs into the order; of two that could move, the one further below. */
export function misplacedKeys(pairs: readonly PairNode[], order: readonly string[]): MisplacedKey[] {
  const ranked = order
    .flatMap((name, rank) => {
      const pair = pairs.find((it) => keyName(it) === name);
      return pair ? [{ pair, rank }] : [];
    })
    .sort((a, b) => a.pair.range.start - b.pair.range.start);
  const kept = longestRise(ranked.map(({ rank }) => rank));
  const staying = ranked.filter((_, index) => kept.has(index));
  return ranked.flatMap(({ pair, rank }, index): MisplacedKey[] => {
    if (kept.has(index)) return [];
    const next = staying.find((it) => it.rank > rank);
    if (next && next.pair.range.start < pair.range.start) {
      return [{ pair, side: 'before', neighbour: keyName(next.pair) }];
    }
    const last = staying.findLast((it) => it.rank < rank);
    return last ? [{ pair, side: 'behind', neighbour: keyName(last.pair) }] : [];
  });
}

/** The pairs in the order. Any other key stays behind the known key that it stands behind, or in front of all. */
export function inOrder(pairs: readonly PairNode[], order: readonly string[]): PairNode[] {
  const head: PairNode[] = [];
  const groups: { readonly rank: number; readonly pairs: PairNode[] }[] = [];
  for (const pair of pairs) {
    const rank = order.indexOf(keyName(pair));
    if (rank >= 0) groups.push({ rank, pairs: [pair] });
    else (groups.at(-1)?.pairs ?? head).push(pair);
  }
  groups.sort((a, b) => a.rank - b.rank);
  return [...head, ...groups.flatMap((group) => group.pairs)];
}

/** The indices of a longest run of rising numbers, of several the one that begins earliest. */
function longestRise(numbers: readonly number[]): Set<number> {
  const lengths: number[] = [];
  for (let at = numbers.length - 1; at >= 0; at--) {
    const after = lengths.filter((_, index) => (numbers[at + 1 + index] ?? 0) > (numbers[at] ?? 0));
    lengths.unshift(1 + Math.max(0, ...after));
  }
  const chosen = new Set<number>();
  let wanted = Math.max(0, ...lengths);
  let least = Number.NEGATIVE_INFINITY;
  numbers.forEach((number, index) => {
    if (lengths[index] !== wanted || number <= least) return;
    chosen.add(index);
    wanted--;
    least = number;
  });
  return chosen;
}
