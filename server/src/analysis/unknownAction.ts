import { distance } from 'fastest-levenshtein';
import type { Catalog } from '../catalog/catalog.ts';
import type { ScalarNode } from '../syntax/node.ts';
import type { Task } from '../template/template.ts';
import { closestAction } from './closestAction.ts';
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
  const written = template.allTasks.map(({ action = '' }) => action);
  return template.allTasks.flatMap((task) => unknownAction(document.text, task, catalog, written) ?? []);
}

function unknownAction(
  source: string,
  { action, actionNode }: Task,
  catalog: Catalog,
  written: readonly string[],
): UnknownAction | undefined {
  if (!action || !actionNode || action.includes('{{') || catalog.action(action)) return undefined;
  const invented = catalog.invention(action);
  const near = invented ? undefined : closestAction(action, catalog);
  const instead = (invented ?? (near === undefined ? [] : [near])).map((name) => spelling(name, action, written));
  return {
    node: actionNode,
    action,
    certain: invented !== undefined || !/^ACS::[^:]+::[^:]+$/i.test(action),
    instead,
    fixes: instead.filter((name) => catalog.action(name)).map((name) => changeScalar(source, actionNode, name)),
  };
}

/** In another letter case where the template, or many a published one, writes it so and that is nearer to what stands here. */
function spelling(name: string, action: string, written: readonly string[]): string {
  const same = [...written, 'ACS::ExecuteApi'].filter((it) => it.toLowerCase() === name.toLowerCase());
  const [nearest = name] = [name, ...same].sort((a, b) => distance(a, action) - distance(b, action));
  return nearest;
}
