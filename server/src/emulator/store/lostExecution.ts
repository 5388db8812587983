import { isFinal, type Run } from '../../execution/run.ts';
import type { StoredExecution } from './execution.ts';

/** What is known of an execution without its key: that there is one, of what, and how it stood. */
export type Shell = Omit<StoredExecution, 'run' | 'taskDates' | 'logs' | 'due' | 'call' | 'description' | 'tags'> & {
  readonly run: Pick<Run, 'status' | 'mode' | 'loopMode' | 'safetyCheck'>;
};

const GONE = 'Its parameters, tasks and outputs cannot be read any more: the key that they were sealed with is gone.';

/** An execution whose key is gone. It stays in the lists; one that was not over ends, since nobody knows how it goes on. */
export function lostExecution(
  { run: { status, mode, loopMode, safetyCheck }, ...facts }: Shell,
  at: number,
): StoredExecution {
  const wasOver = isFinal(status);
  return {
    ...facts,
    run: {
      status: wasOver ? status : 'Failed',
      statusMessage: wasOver ? GONE : `${GONE} So it cannot go on; start it again.`,
      waitingStatus: undefined,
      mode,
      loopMode,
      safetyCheck,
      parameters: {},
      ramRole: '',
      outputs: {},
      tasks: [],
      counters: { Total: 0, Success: 0, Failed: 0 },
      environment: {},
      flows: [],
      flowCount: 0,
      risky: [],
      debug: undefined,
      effects: 0,
      hidden: [],
    },
    ended: facts.ended ?? at,
    taskDates: [],
    logs: [],
    due: {},
    call: '',
    description: undefined,
    tags: {},
  };
}
