import type { LogLine } from '../../cloud/execution/logTail.ts';
import { printable } from '../terminal.ts';

const MOST_OF_ITEM = 60;

/** A line of the logs as a file has it: `2025-01-31T08:00:05Z  stop [i-1]  The task stop started.` */
export function formatLog({ log: { Timestamp, TaskExecutionId, Message }, task, item }: LogLine): string {
  const place = task === undefined ? TaskExecutionId || '-' : placeOf(task, item);
  return [Timestamp ?? '-', place, Message ?? ''].map(printable).join('  ');
}

/** A task, and the item of the loop that it is for; items may be long JSON. */
export function placeOf(task: string, item: string | undefined): string {
  if (item === undefined) return task;
  const short = item.replace(/\s+/g, ' ').slice(0, MOST_OF_ITEM);
  return `${task} [${short}${item.length > MOST_OF_ITEM ? '...' : ''}]`;
}
