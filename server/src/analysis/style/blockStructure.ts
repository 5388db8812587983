import type { ScalarNode, SyntaxTree, ValueNode } from '../../syntax/node.ts';

/** A value that goes on in the lines below the one where it begins. */
export interface LongNode {
  /** `text`: a scalar whose line breaks fold; `block`: one with `|` or `>`; `flow`: with braces or brackets. */
  readonly kind: 'text' | 'block' | 'flow';
  readonly end: number;
  /** The columns that `|2` or `>2` asks for. */
  readonly digit: number | undefined;
}

/** Where the parts of a block text begin. What stands in braces or brackets is one value. */
export interface BlockStructure {
  readonly keys: ReadonlySet<number>;
  readonly values: ReadonlySet<number>;
  /** By the start of the line on which they begin. */
  readonly longNodes: ReadonlyMap<number, LongNode>;
}

export function blockStructure({ root, text }: SyntaxTree): BlockStructure {
  const keys = new Set<number>();
  const values = new Set<number>();
  const longNodes = new Map<number, LongNode>();
  const visit = (node: ValueNode | undefined): void => {
    if (node?.kind === 'mapping' && !node.flow) {
      for (const { key, value } of node.pairs) {
        keys.add(key.range.start);
        visit(value);
      }
    } else if (node?.kind === 'sequence' && !node.flow) node.items.forEach(visit);
    else if (node) {
      values.add(node.range.start);
      const long = longNode(text, node);
      if (long) longNodes.set(text.lastIndexOf('\n', node.range.start - 1) + 1, long);
    }
  };
  visit(root);
  return { keys, values, longNodes };
}

function longNode(text: string, node: ValueNode): LongNode | undefined {
  const { start, end } = node.range;
  if (node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded')) return block(text, node);
  if (!text.slice(start, end).includes('\n')) return undefined;
  return { kind: node.kind === 'scalar' ? 'text' : 'flow', end, digit: undefined };
}

function block(text: string, { range: { start, end } }: ScalarNode): LongNode {
  const digit = /^.[-+]?([1-9])?/.exec(text.slice(start, end))?.[1];
  return { kind: 'block', end, digit: digit === undefined ? undefined : Number(digit) };
}
