import type { KeptCaller } from '../../connection/keptCaller.ts';
import { membersOf } from '../../membersOf.ts';

/** What VS Code keeps of the page of an execution, so that it comes back with its window. */
export interface KeptPage extends KeptCaller {
  readonly id: string;
}

/** Undefined for what no page of ours has kept: it was on the disk of somebody. */
export function readKeptPage(state: unknown): KeptPage | undefined {
  const { kept } = membersOf(state);
  const { id, account, region } = membersOf(kept);
  const isOurs = typeof id === 'string' && /^[\w-]{1,100}$/.test(id);
  return isOurs && isName(account) && isName(region) ? { id, account, region } : undefined;
}

const isName = (value: unknown): value is string => typeof value === 'string' && /^[^\p{C}]{1,200}$/u.test(value);
