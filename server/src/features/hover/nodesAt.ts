import { contains } from '../../syntax/navigate.ts';
import type { SyntaxNode, SyntaxTree } from '../../syntax/node.ts';

/** The nodes around an offset from the root down to a scalar; a key comes behind its pair. Empty where no scalar stands there. */
export function nodesAt({ root }: SyntaxTree, offset: number): readonly SyntaxNode[] {
  const path: SyntaxNode[] = [];
  let node: SyntaxNode | undefined = root;
  while (node) {
    path.push(node);
    if (node.kind === 'scalar') return contains(node.range, offset) ? path : [];
    const children = childrenOf(node);
    // At the end of one the next may begin.
    node =
      children.find(({ range }) => range.start <= offset && offset < range.end) ??
      children.find(({ range }) => contains(range, offset));
  }
  return [];
}

function childrenOf(node: Exclude<SyntaxNode, { kind: 'scalar' }>): readonly SyntaxNode[] {
  if (node.kind === 'mapping') return node.pairs;
  if (node.kind === 'sequence') return node.items;
  return node.value ? [node.key, node.value] : [node.key];
}
