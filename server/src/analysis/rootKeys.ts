import type { MappingNode, SyntaxTree, TextRange } from '../syntax/node.ts';

/** The place to report what a template lacks: its first key, or its opening brace while it has none. */
export function rootHead(root: MappingNode): TextRange {
  return root.pairs[0]?.key.range ?? { start: root.range.start, end: Math.min(root.range.start + 1, root.range.end) };
}

/** A key that stands in a text that could not be read to its end is not missing: it fell victim to another mistake. */
export function mayHaveLostKey({ problems, text }: SyntaxTree, key: string): boolean {
  return problems.length > 0 && new RegExp(`\\b${key}\\b`).test(text);
}
