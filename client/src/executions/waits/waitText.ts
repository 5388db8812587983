import { loopProgress } from '../../../../server/src/cloud/execution/loopProgress.ts';
import type { Wait } from '../../../../server/src/cloud/execution/waits.ts';
import type { Translate } from '../../translate.ts';

/** What an execution waits for, in a sentence. */
export function waitTitle({ kind, execution, tasks }: Wait, t: Translate): string {
  const [task] = tasks;
  const name = task?.TaskName ?? task?.TaskExecutionId ?? execution.ExecutionId;
  switch (kind) {
    case 'approval':
      return t('{0} waits for an approval.', name);
    case 'risk':
      return t('{0} is a high-risk task and waits for a confirmation.', name);
    case 'pause':
      return t('{0} is paused until somebody approves.', name);
    case 'batch': {
      const progress = task && loopProgress(task);
      if (!progress) return t('The loop {0} is paused between two batches.', name);
      return t('The loop {0} is paused between two batches: {1} of {2} done.', name, progress.done, progress.total);
    }
    case 'failure':
      return t('{0} has failed and waits for a decision.', name);
    case 'debug':
      return t('Debug: say which task comes next.');
    case 'trigger':
      return t('{0} waits for its trigger. The execution goes on by itself.', name);
  }
}

/** Names what an execution waits for. */
export const waitId = ({ kind, execution, tasks }: Wait): string =>
  [execution.ExecutionId, kind, tasks[0]?.TaskExecutionId ?? ''].join('/');

/** Names a wait as long as nothing has happened about it. In Mode Debug no task waits, so that what has run tells waits apart. */
export const waitKey = (wait: Wait): string =>
  `${waitId(wait)}/${wait.tasks[0]?.UpdateDate ?? (wait.kind === 'debug' ? progressOf(wait.execution) : '')}`;

const progressOf = ({ Counters }: Wait['execution']): string =>
  Object.entries(Counters ?? {})
    .sort()
    .join();
