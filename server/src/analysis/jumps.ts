import type { Jump } from '../template/template.ts';

/** What a jump may name besides a task: the end of the execution, and the task that follows. */
export const jumpWords = ['ACS::END', 'ACS::NEXT'] as const;

/** The tasks that a jump may name: those of the list in which its own task stands. */
export const targetsOf = ({ task }: Jump): readonly string[] => task.list.byName.names();
