import type { EmulatorOptions } from '../../server/src/emulator/emulator.ts';
import { localOos, until } from '../support/localOos.ts';
import { type Body, type Caller, coreCaller } from './callers.ts';

/** A Local OOS, and what tests of executions do with it. */
export async function rig(options: Partial<EmulatorOptions> = {}) {
  const local = await localOos(options);
  const call: Caller = coreCaller(local, local.accounts.owner);
  const find = async (ExecutionId: string): Promise<Body> =>
    (await call('ListExecutions', { ExecutionId })).Executions[0];
  return {
    local,
    call,
    start: async (parameters: Body): Promise<Body> => (await call('StartExecution', parameters)).Execution,
    waits: (id: string) =>
      until(
        () => find(id),
        ({ Status }) => Status === 'Waiting',
      ),
    end: (id: string) =>
      until(
        () => find(id),
        ({ Status }) => ['Success', 'Failed', 'Cancelled'].includes(Status),
      ),
  };
}
