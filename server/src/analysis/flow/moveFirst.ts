import type { SequenceNode, TextEdit } from '../../syntax/node.ts';

/** Moves an item to the head of its list. Undefined where something else than the list's own signs would be lost. */
export function moveFirst(source: string, { items }: SequenceNode, index: number): TextEdit[] | undefined {
  const [first] = items;
  const before = items[index - 1];
  const item = items[index];
  if (!first || !before || !item) return undefined;
  const between = source.slice(before.range.end, item.range.start);
  if (!/^\s*[-,]\s*$/.test(between)) return undefined;
  const moved = source.slice(item.range.start, item.range.end) + between;
  return [
    { range: { start: first.range.start, end: first.range.start }, newText: moved },
    { range: { start: before.range.end, end: item.range.end }, newText: '' },
  ];
}
