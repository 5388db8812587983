/** The states in which an execution stays. Any other, also one that is not known yet, may still change. */
const finalStatuses = ['Success', 'Failed', 'Cancelled'] as const;
type FinalStatus = (typeof finalStatuses)[number];

export function isFinal(status: string | undefined): status is FinalStatus {
  return finalStatuses.some((it) => it === status);
}
