import { runInNewContext } from 'node:vm';

/** How long a regular expression may take, in milliseconds. */
const TIMEOUT = 1000;

/**
 * Whether a text has a match for a regular expression. Undefined: it could not be told in time, since patterns such as
 * `(a+)+$` try more ways than anybody can wait for. Only code of `vm` can be interrupted.
 */
export function matchesInTime(source: string, text: string): boolean | undefined {
  try {
    return Boolean(runInNewContext('new RegExp(source).test(text)', { source, text }, { timeout: TIMEOUT }));
  } catch {
    return undefined;
  }
}
