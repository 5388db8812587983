import { stringOf } from '../syntax/navigate.ts';
import type { Jump, Task } from './template.ts';

/**
 * Where a jump leads. `backward`: to its own task or to an earlier one; `unknown`: to nothing that can be told, which
 * other rules report.
 */
type JumpTarget =
  | { readonly kind: 'end' | 'next' | 'unknown' }
  | { readonly kind: 'forward' | 'backward'; readonly task: Task };

export function jumpTarget({ node, task }: Jump): JumpTarget {
  const name = stringOf(node);
  if (name === undefined) return { kind: 'unknown' };
  if (/^acs::end$/i.test(name)) return { kind: 'end' };
  if (/^acs::next$/i.test(name)) return { kind: 'next' };
  const target = task.list.byName.get(name);
  if (!target) return { kind: 'unknown' };
  return { kind: target.index > task.index ? 'forward' : 'backward', task: target };
}
