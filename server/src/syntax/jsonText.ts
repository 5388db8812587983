import type { ScalarNode, SyntaxTree, ValueNode } from './node.ts';
import { numberText } from './numberText.ts';

/**
 * A tree as JSON with two blanks a level, the same value in the same order. Comments are left out; numbers that JSON does not
 * have, such as infinity, become null.
 */
export function jsonTextOf({ root, text }: SyntaxTree): string {
  return `${written(root, text, '\n')}\n`;
}

/** `line`: a line end and the indentation of the value. */
function written(node: ValueNode | undefined, text: string, line: string): string {
  const inner = `${line}  `;
  switch (node?.kind) {
    case 'mapping': {
      const pairs = node.pairs.map(
        ({ key, value }) => `${JSON.stringify(String(key.value))}: ${written(value, text, inner)}`,
      );
      return enclosed('{', pairs, '}', line);
    }
    case 'sequence':
      return enclosed(
        '[',
        node.items.map((item) => written(item, text, inner)),
        ']',
        line,
      );
    case 'scalar':
      return writtenScalar(node, text);
    case undefined:
      return 'null';
  }
}

function enclosed(open: string, items: readonly string[], close: string, line: string): string {
  if (items.length === 0) return open + close;
  return `${open}${line}  ${items.join(`,${line}  `)}${line}${close}`;
}

function writtenScalar(node: ScalarNode, text: string): string {
  return Number.isFinite(node.value) ? numberText(node, text) : JSON.stringify(node.value);
}
