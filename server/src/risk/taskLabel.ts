import type { Task } from '../template/template.ts';

/** What people call a task: its name, or `#2` for the second of a list that has no name. */
export const taskLabel = ({ name, index }: Task): string => name ?? `#${index + 1}`;
