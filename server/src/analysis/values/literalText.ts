import { valueFor } from '../../syntax/navigate.ts';
import type { ScalarNode } from '../../syntax/node.ts';
import type { Task } from '../../template/template.ts';

export interface LiteralText {
  readonly node: ScalarNode;
  readonly text: string;
}

/** The text of a property, where it is written out: no number, no function call, and nothing in `{{ }}`. */
export function literalProperty({ properties }: Task, name: string): LiteralText | undefined {
  const node = valueFor(properties?.value, name);
  if (node?.kind !== 'scalar' || typeof node.value !== 'string' || node.value.includes('{{')) return undefined;
  return { node, text: node.value };
}
