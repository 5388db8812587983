import { isNull } from '../syntax/navigate.ts';
import { languageKeys, meantPair } from '../template/meantKeys.ts';
import type { Task, Template } from '../template/template.ts';

/**
 * True where some task is there whose name cannot be read, or the tasks as such cannot. A name that leads nowhere may
 * be meant for it, and that it cannot be read is a finding of its own.
 */
export function mayHaveLostTask({ allTasks }: Template, task: Task | undefined): boolean {
  // An ACS::Loop without tasks is lacking a property.
  if (task?.action?.toLowerCase() === 'acs::loop' && !task.inner) return true;
  return allTasks.length === 0 || allTasks.some(({ name }) => name === undefined);
}

/** True where `Parameters` is there but is no map of parameters. */
export function mayHaveLostParameter({ root }: Template): boolean {
  const value = meantPair(root, 'Parameters', languageKeys.root)?.value;
  return !isNull(value) && value?.kind !== 'mapping';
}
