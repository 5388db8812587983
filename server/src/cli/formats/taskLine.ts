import type { TaskExecution } from '../../cloud/api/answers.ts';
import { isFinal } from '../../cloud/api/executionStatus.ts';
import type { LogLine } from '../../cloud/execution/logTail.ts';
import { loopProgress } from '../../cloud/execution/loopProgress.ts';
import { inLanguage, type Language } from '../../words/words.ts';
import { printable, type Style, type Terminal } from '../terminal/terminal.ts';
import { clockTime } from './clockTime.ts';
import { placeOf } from './logLine.ts';

const styles: Readonly<Record<string, Style>> = {
  Success: 'green',
  Failed: 'red',
  Cancelled: 'yellow',
  Waiting: 'yellow',
  Skipped: 'dim',
};

/** A status in its colour. */
export const paintedStatus = (status: string | undefined, { paint }: Terminal): string =>
  paint(styles[status ?? ''] ?? 'cyan', printable(status ?? '?'));

/** Where a task has got to, and when: `14:03:59  stop  Running  3 of 10`. */
export function formatTaskLine(task: TaskExecution, terminal: Terminal, language: Language): string {
  const { TaskName, TaskExecutionId, Status, StatusMessage } = task;
  const progress = loopProgress(task);
  const message = Status === 'Failed' ? StatusMessage : '';
  return [
    terminal.paint('dim', printable(clockTime(timeOfTask(task)))),
    terminal.paint('bold', printable(TaskName || TaskExecutionId)),
    paintedStatus(Status, terminal),
    progress && inLanguage(doneWords(progress.done, progress.total), language),
    message && printable(message),
  ]
    .filter(Boolean)
    .join('  ');
}

/** `14:03:59  stop [i-1] | The task stop started.` */
export function formatLogLine({ log, task, item }: LogLine, { paint }: Terminal): string {
  const place = task === undefined ? '' : `${printable(placeOf(task, item))} | `;
  return `${paint('dim', printable(clockTime(log.Timestamp)))}  ${paint('dim', place)}${printable(log.Message ?? '')}`;
}

const doneWords = (done: number, total: number) => ({ en: `${done} of ${total}`, zh: `${done}/${total}` });

/** When it got there. */
export function timeOfTask({ Status, EndDate, UpdateDate, StartDate, CreateDate }: TaskExecution): string | undefined {
  const inOrder = isFinal(Status) ? [EndDate, UpdateDate, StartDate] : [UpdateDate, StartDate];
  return inOrder.find(Boolean) ?? CreateDate;
}
