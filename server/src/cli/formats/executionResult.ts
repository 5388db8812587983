import type { Execution } from '../../cloud/api/answers.ts';
import type { FailedTask } from '../../cloud/execution/failedTasks.ts';
import { instant } from '../../cloud/instant.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import { printable, printableText, type Terminal } from '../terminal/terminal.ts';
import { formatLogLine, paintedStatus } from './taskLine.ts';

/** How an execution ended, or how it stands: its status, what it says, its outputs, and the tasks that failed. */
export function formatResult(
  execution: Execution,
  failed: readonly FailedTask[],
  terminal: Terminal,
  language: Language,
): string {
  const { ExecutionId, Status, StatusMessage, Outputs } = execution;
  const title = (words: Words) => terminal.paint('bold', inLanguage(words, language));
  const time = duration(execution);
  const outputs = typeof Outputs === 'object' && Status === 'Success' ? Object.entries(Outputs) : [];
  return [
    [paintedStatus(Status, terminal), printable(ExecutionId), time && inLanguage(time, language)]
      .filter(Boolean)
      .join('  '),
    ...(StatusMessage ? [printable(StatusMessage)] : []),
    ...(outputs.length > 0 ? [title({ en: 'Outputs:', zh: '输出：' })] : []),
    ...outputs.map(([name, value]) => `  ${printable(name)}: ${valueText(value)}`),
    ...failed.flatMap(({ task, logs }) => [
      `${title({ en: 'Failed task:', zh: '失败的任务：' })} ${printable(task.TaskName || task.TaskExecutionId)} (${printable(task.TaskAction ?? '?')})`,
      ...(task.LoopItem ? [`  ${inLanguage(item, language)} ${printable(task.LoopItem)}`] : []),
      ...(task.StatusMessage ? [`  ${printable(task.StatusMessage)}`] : []),
      ...logs.map((it) => `  ${formatLogLine({ ...it, task: undefined }, terminal)}`),
    ]),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

const item: Words = { en: 'Loop item:', zh: '循环项：' };

/** A text as it is, also over several lines, which stand below each other. */
function valueText(value: unknown): string {
  const text = printableText(typeof value === 'string' ? value : JSON.stringify(value));
  return text.trimEnd().replace(/\r?\n/g, '\n    ');
}

function duration({ StartDate, CreateDate, EndDate }: Execution): Words | undefined {
  const start = instant(StartDate || CreateDate)?.getTime();
  const end = instant(EndDate)?.getTime();
  if (start === undefined || end === undefined || end < start) return undefined;
  const seconds = Math.round((end - start) / 1000);
  const units = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ] as const;
  const text = units.flatMap(([count, unit]) => (count > 0 ? `${count} ${unit}` : [])).join(' ') || '0 s';
  return { en: `after ${text}`, zh: `用时 ${text}` };
}
