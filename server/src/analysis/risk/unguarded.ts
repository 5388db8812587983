import { classifyCall } from '../../risk/classifyCall.ts';
import type { RiskyTask } from '../../risk/riskyTasks.ts';
import type { RiskyPlace } from './riskyCalls.ts';

/** Whether nothing stands before calls that should not happen by mistake. */
export function isUnguarded({ calls, radius }: RiskyPlace): boolean {
  return radius.guards.length === 0 && radius.madeBy.length === 0 && calls.some(isMeant);
}

/** A product action that does something else by its name only cleans up with such a call. */
function isMeant({ through }: RiskyTask): boolean {
  const action = through[0];
  if (action === undefined) return true;
  const { class: found, irreversible } = classifyCall({ service: '', api: action.split('::').at(-1) ?? '' });
  return found === 'high' && irreversible === true;
}
