import type { ActionSpec } from '../catalog/catalog.ts';
import { keyName } from '../syntax/navigate.ts';
import type { PairNode } from '../syntax/node.ts';
import { closest } from '../template/closest.ts';
import { changeScalar } from './fixes.ts';
import { isRetrying, retryPairs } from './flow/retryKeys.ts';
import { oncePer } from './oncePer.ts';
import type { Fix, RuleContext } from './rule.ts';

interface UnknownProperty {
  readonly action: ActionSpec;
  readonly pair: PairNode;
  readonly name: string;
  readonly allowed: readonly string[];
  /** The property that differs in letter case only. */
  readonly sameIgnoringCase: string | undefined;
  readonly fixes: readonly Fix[];
}

/** The keys in `Properties`, at any depth that the schema of the action describes, that the action does not have. */
export const unknownProperties = oncePer(({ document, template, catalog, schema }: RuleContext): UnknownProperty[] =>
  template.allTasks.flatMap((task) => {
    const action = catalog.action(task.action ?? '');
    if (!action) return [];
    return schema.properties(task).flatMap((problem) => {
      if (problem.kind !== 'unknown-key') return [];
      // Settings of retries that belong to the task are found by misplaced-retry.
      if (isRetrying(action.name) && retryPairs(problem.mapping).includes(problem.key)) return [];
      const name = keyName(problem.key);
      const sameIgnoringCase = problem.allowed.find((it) => it.toLowerCase() === name.toLowerCase());
      const others = new Set(problem.mapping.pairs.map(keyName));
      const absent = problem.allowed.filter((it) => !others.has(it));
      const to = sameIgnoringCase === undefined ? closest(name, absent) : absent.find((it) => it === sameIgnoringCase);
      const fixes = to === undefined ? [] : [changeScalar(document.text, problem.key.key, to)];
      return [{ action, pair: problem.key, name, allowed: problem.allowed, sameIgnoringCase, fixes }];
    });
  }),
);

/** The properties that there are, for a message; long lists are cut. */
export function listed(allowed: readonly string[]): string {
  const most = 8;
  if (allowed.length === 0) return '';
  const shown = allowed.slice(0, most).join(', ');
  return allowed.length > most ? `${shown}, ...` : shown;
}
