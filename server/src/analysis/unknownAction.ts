import type { Catalog } from '../catalog/catalog.ts';
import type { ScalarNode } from '../syntax/node.ts';
import type { Task } from '../template/template.ts';
import { closest } from './closest.ts';
import { changeScalar } from './fixes.ts';
import type { Fix, RuleContext } from './rule.ts';

interface UnknownAction {
  readonly node: ScalarNode;
  readonly action: string;
  /** The service has no such atomic action; of product actions the catalogue need not know the newest. */
  readonly certain: boolean;
  readonly instead: readonly string[];
  readonly fixes: readonly Fix[];
}

/** The tasks whose action the catalogue does not know. */
export function unknownActions({ document, template, catalog }: RuleContext): UnknownAction[] {
  // Where the template writes an action in another letter case already, that is how it is written here too.
  const written = new Map(template.allTasks.map(({ action = '' }) => [action.toLowerCase(), action]));
  const spelling = (name: string) => written.get(name.toLowerCase()) ?? name;
  return template.allTasks.flatMap((task) => unknownAction(document.text, task, catalog, spelling) ?? []);
}

function unknownAction(
  source: string,
  { action, actionNode }: Task,
  catalog: Catalog,
  spelling: (name: string) => string,
): UnknownAction | undefined {
  if (!action || !actionNode || action.includes('{{') || catalog.action(action)) return undefined;
  const invented = catalog.invention(action);
  const near = invented ? undefined : closest(action, catalog.actionNames);
  const instead = (invented ?? (near === undefined ? [] : [near])).map(spelling);
  return {
    node: actionNode,
    action,
    certain: invented !== undefined || !/^ACS::[^:]+::[^:]+$/i.test(action),
    instead,
    fixes: instead.filter((name) => catalog.action(name)).map((name) => changeScalar(source, actionNode, name)),
  };
}
