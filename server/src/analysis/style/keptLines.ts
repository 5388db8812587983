import { descendants } from '../../syntax/navigate.ts';
import type { ValueNode } from '../../syntax/node.ts';

/** Whether a value ends in a block of `|+` or `>+`, which owns the blank lines behind it. */
export function endsInKeptLines(text: string, node: ValueNode | undefined): boolean {
  const last = [...descendants(node)].at(-1);
  const isBlock = last?.kind === 'scalar' && (last.style === 'literal' || last.style === 'folded');
  return isBlock && /^.\d?\+/.test(text.slice(last.range.start, last.range.start + 3));
}
