import type { StoredExecution } from './execution.ts';
import type { Call } from './house.ts';
import { notFound } from './serviceError.ts';

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
