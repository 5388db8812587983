import { isFinal } from '../../execution/run.ts';
import type { Call } from '../house.ts';
import { notFound, quotaExceeded } from '../serviceError.ts';
import type { StoredExecution } from '../store/execution.ts';
import type { State } from '../store/state.ts';

type Where = Pick<Call, 'region' | 'store'>;

/** The executions of a region in the order of their creation. */
export const executionsIn = ({ region, store }: Where): StoredExecution[] =>
  [...store.state.executions.values()].filter((it) => it.region === region);

/** Throws EntityNotExists.Execution. */
export function findExecution({ region, store }: Where, id: string): StoredExecution {
  const found = store.state.executions.get(id);
  if (found?.region !== region) throw notFound('Execution', id);
  return found;
}

/** These and all that were started from them, in the order of their creation. */
export function familyOf(ids: readonly string[], { executions }: Pick<State, 'executions'>): StoredExecution[] {
  const found = new Set(ids);
  return [...executions.values()].filter(({ id, parent }) => {
    if (parent && found.has(parent.executionId)) found.add(id);
    return found.has(id);
  });
}

/** Throws QuotaExceed when one more would be too many at a time. Without it a template that starts itself would never end. */
export function checkRoom(where: Where & Pick<Call, 'quotas'>): void {
  const going = executionsIn(where).filter(({ run }) => !isFinal(run.status)).length;
  const { executions } = where.quotas;
  if (going >= executions) throw quotaExceeded('executions', executions);
}
