import { policyOf } from '../../risk/policy.ts';
import type { Right, Rights } from '../../risk/rights.ts';
import type { RangeOf } from './riskValue.ts';

/**
 * Rights for programs. The policy can be given to RAM as it is; what it does not say stands beside it: `assumed` has the actions
 * of `run` that no document names.
 */
export function rightsValue({ run, start, role }: Omit<Rights, 'unseen'>, rangeOf: RangeOf) {
  const rightValue = ({ action, resource, basis, ranges }: Right) => ({
    ...{ action, resource, basis, ranges: ranges.map((it) => rangeOf(it)) },
  });
  return {
    run: run.map(rightValue),
    start: start.map(rightValue),
    role,
    policy: policyOf(run),
    assumed: undocumented(run),
  };
}

/** The actions that are assumed or inferred. */
export const undocumented = (rights: readonly Right[]): string[] =>
  rights.filter(({ basis }) => basis !== 'documented').map(({ action }) => action);
