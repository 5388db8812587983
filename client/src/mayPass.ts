import { OosError, type OosErrorKind } from '../../server/src/cloud/oosError.ts';

const passing: ReadonlySet<OosErrorKind> = new Set<OosErrorKind>([
  'network',
  'timeout',
  'server',
  'throttled',
  'proxy',
  'protocol',
]);

/** Whether a call that has failed so may succeed a moment later, although nobody does anything about it. */
export const mayPass = (error: unknown): error is OosError =>
  error instanceof OosError && passing.has(error.facts.kind);
