import { itemInLogs } from '../../../server/src/cloud/execution/itemInLogs.ts';
import type { LogLine } from '../../../server/src/cloud/execution/logTail.ts';
import { instant } from '../../../server/src/cloud/instant.ts';

export interface LogDocument {
  readonly text: string;
  /** Lines that belong to one task: its heading and the last line, counted from zero. */
  readonly folds: readonly { readonly start: number; readonly end: number }[];
}

/** The logs as they are read: the oldest line first, with a heading wherever another task speaks, and the items of loops. */
export function logDocument(head: readonly string[], logs: readonly LogLine[], whole: string): LogDocument {
  const lines: string[] = [...head, ''];
  const folds: { start: number; end: number }[] = [];
  let speaker: string | undefined;
  for (const { log, task, item } of logs) {
    const name = task ?? (log.TaskExecutionId || whole);
    if (name !== speaker) {
      if (folds.length > 0) lines.push('');
      folds.push({ start: lines.length, end: lines.length });
      lines.push(`── ${name}`);
      speaker = name;
    }
    const place = item === undefined ? '' : `${itemInLogs(item)} | `;
    lines.push(...`${clock(log.Timestamp)}  ${place}${log.Message ?? ''}`.trimEnd().split(/\r\n?|\n/));
    const fold = folds.at(-1);
    if (fold) fold.end = lines.length - 1;
  }
  return { text: `${lines.join('\n')}\n`, folds };
}

/** In the time of this machine; what is no time is shown as it came. */
function clock(text: string | undefined): string {
  const time = instant(text);
  if (!time) return text ?? '-';
  const two = (number: number): string => String(number).padStart(2, '0');
  return [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':');
}
