import { OosError, type OosErrorKind } from '../../../server/src/cloud/oosError.ts';

const passing: ReadonlySet<OosErrorKind> = new Set<OosErrorKind>([
  'network',
  'timeout',
  'server',
  'throttled',
  'proxy',
  'protocol',
]);

/** Whether the next look may tell more, although nobody does anything about it. */
export const mayPass = (error: unknown): boolean => error instanceof OosError && passing.has(error.facts.kind);
