import type { TaskExecution } from '../api/answers.ts';
import { instant } from '../instant.ts';

/**
 * The tasks of an execution, the oldest first. Times are whole seconds, and nobody knows how the service orders tasks of the
 * same second; there the numbers at the end of the ids tell, where ids differ in nothing else. What cannot be told apart
 * stays in its order.
 */
export function tasksInOrder(tasks: readonly TaskExecution[]): TaskExecution[] {
  const keys = new Map(tasks.map((it) => [it, keyOf(it)]));
  const blank: Key = { time: undefined, stem: '', number: 0 };
  return tasks.toSorted((a, b) => compare(keys.get(a) ?? blank, keys.get(b) ?? blank));
}

interface Key {
  readonly time: number | undefined;
  /** The id without the number at its end. */
  readonly stem: string;
  readonly number: number;
}

function keyOf({ StartDate, CreateDate, TaskExecutionId }: TaskExecution): Key {
  const [, stem = TaskExecutionId, number = ''] = /^(.*\D)(\d{1,9})$/s.exec(TaskExecutionId) ?? [];
  return { time: instant(StartDate || CreateDate)?.getTime(), stem, number: Number(number) };
}

function compare(a: Key, b: Key): number {
  if (a.time === undefined || b.time === undefined) return 0;
  return a.time - b.time || (a.stem === b.stem ? a.number - b.number : 0);
}
