import { itemInLogs } from '../../cloud/execution/itemInLogs.ts';
import type { LogLine } from '../../cloud/execution/logTail.ts';
import { printable } from '../terminal/terminal.ts';

/** A line of the logs as a file has it: `2025-01-31T08:00:05Z  stop [i-1]  The task stop started.` */
export function formatLog({ log: { Timestamp, TaskExecutionId, Message }, task, item }: LogLine): string {
  const place = task === undefined ? TaskExecutionId || '-' : placeOf(task, item);
  return [Timestamp ?? '-', place, Message ?? ''].map(printable).join('  ');
}

/** A task, and the item of the loop that it is for. */
export const placeOf = (task: string, item: string | undefined): string =>
  item === undefined ? task : `${task} ${itemInLogs(item)}`;
