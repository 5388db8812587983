import type { OosError } from './oosError.ts';

export const MOST_TRIES = 3;
/** In milliseconds. The service is not believed when it asks for longer. */
const LONGEST_WAIT = 10_000;
const LONGEST_BACKOFF = 8_000;
const FIRST_BACKOFF = 500;

/** Operations that change nothing. */
export function isRead(operation: string): boolean {
  return /^(?:Get|List|Validate|Describe|Generate)/.test(operation);
}

/**
 * Whether a call may be sent once more. A throttled one was refused before it ran. After trouble on the way nobody knows
 * whether it took effect, so only what may happen twice is repeated: reads, and a start whose ClientToken makes it one.
 */
export function mayRepeat(error: OosError, operation: string, parameters: Readonly<Record<string, string>>): boolean {
  const { kind } = error.facts;
  if (kind === 'throttled') return true;
  if (kind !== 'network' && kind !== 'timeout' && kind !== 'server') return false;
  return isRead(operation) || (operation === 'StartExecution' && Boolean(parameters.ClientToken));
}

/**
 * Milliseconds before the next try, after `tries` that failed: what the service asks for, else the double of the last time,
 * shortened by up to a half so that many clients do not come back at once. `random` is from 0 to below 1.
 */
export function waitBeforeNextTry(error: OosError, tries: number, random: () => number): number {
  const { retryAfter } = error.facts;
  if (retryAfter !== undefined) return Math.min(retryAfter, LONGEST_WAIT);
  return Math.min(FIRST_BACKOFF * 2 ** (tries - 1), LONGEST_BACKOFF) * (0.5 + random() / 2);
}

/** Temporary credentials that ended early: new ones may help. */
export function asksForNewCredential({ facts }: OosError): boolean {
  return /^(?:InvalidStsToken|ExpiredStsToken|InvalidSecurityToken\.Expired)/.test(facts.code ?? '');
}
