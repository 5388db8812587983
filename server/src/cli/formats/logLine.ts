import type { ExecutionLog } from '../../cloud/api/answers.ts';
import { printable } from '../terminal.ts';

/** A line of the logs as a file has it: `2025-01-31T08:00:05Z  stop  The task stop started.` */
export const formatLog = ({ Timestamp, TaskExecutionId, Message }: ExecutionLog, task: string | undefined): string =>
  [Timestamp ?? '-', task ?? (TaskExecutionId || '-'), Message ?? ''].map(printable).join('  ');
