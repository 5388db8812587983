import { stringOf } from '../syntax/navigate.ts';
import type { ValueNode } from '../syntax/node.ts';
import type { ValueOrigin } from './valueOrigins.ts';

/** How many. */
export type Count =
  | { readonly kind: 'known'; readonly count: number }
  /** Who starts the execution decides, by a parameter of the root; `otherwise` is what its default has. */
  | { readonly kind: 'parameter'; readonly name: string; readonly otherwise: number | undefined }
  /** A task finds out how many. */
  | { readonly kind: 'output'; readonly task: string | undefined; readonly output: string }
  | { readonly kind: 'run-time' };

/** How many elements a value has that must be a list. */
export function countOf(origin: ValueOrigin): Count {
  switch (origin.kind) {
    case 'written': {
      const count = lengthOf(origin.node);
      return count === undefined ? { kind: 'run-time' } : { kind: 'known', count };
    }
    case 'parameter':
      return { kind: 'parameter', name: origin.name, otherwise: origin.node && lengthOf(origin.node) };
    case 'output':
      return { kind: 'output', task: origin.task?.name, output: origin.name };
    default:
      return { kind: 'run-time' };
  }
}

/** How many a value names that may be one thing or a list of them. */
export function targetsOf(origin: ValueOrigin): Count {
  const one: Count = { kind: 'known', count: 1 };
  if (origin.kind === 'written') return { kind: 'known', count: lengthOf(origin.node) ?? 1 };
  if (origin.kind === 'item') return one;
  if (origin.kind === 'parameter' || origin.kind === 'output') {
    return origin.type === 'List' || origin.type === 'Array' || origin.type === 'Json' ? countOf(origin) : one;
  }
  return { kind: 'run-time' };
}

/** The length of a list, also of one that is written as JSON in a text. */
function lengthOf(node: ValueNode): number | undefined {
  if (node.kind === 'sequence') return node.items.length;
  const text = stringOf(node);
  if (text === undefined || !/^\s*\[/.test(text) || text.includes('{{')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.length : undefined;
  } catch {
    return undefined;
  }
}
