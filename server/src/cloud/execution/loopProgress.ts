import type { TaskExecution } from '../api/answers.ts';

/** How many items of a loop are done, and how many there are. */
export interface LoopProgress {
  readonly done: number;
  readonly total: number;
}

/** Undefined for a task without a loop, and where the service tells no numbers: what `Loop` holds is not documented. */
export function loopProgress({ Loop }: TaskExecution): LoopProgress | undefined {
  const counters = isRecord(Loop) && isRecord(Loop.Counters) ? Loop.Counters : {};
  const count = (name: string) => {
    const number = Number(counters[name] ?? Number.NaN);
    return Number.isInteger(number) && number >= 0 ? number : undefined;
  };
  const total = count('Total');
  if (total === undefined) return undefined;
  const ended = ['Success', 'Failed', 'Skipped', 'Cancelled'].reduce((sum, name) => sum + (count(name) ?? 0), 0);
  return { done: Math.min(ended, total), total };
}

/** It is the parent of a loop that has begun. */
export const isLooping = ({ Loop }: TaskExecution): boolean => isRecord(Loop) && Object.keys(Loop).length > 0;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
