import type { Catalog } from '../../catalog/catalog.ts';
import type { Task, Template } from '../../template/template.ts';

/** The triggers of a template in the order of the text, those in an ACS::Loop included. */
export function triggersOf({ allTasks }: Template, catalog: Catalog): Task[] {
  return allTasks.filter(({ action }) => action !== undefined && catalog.action(action)?.trigger);
}
