import type { Connection } from './connection.ts';

/**
 * Tells one account from another, in words for people: the name of a connection and its masked key, or how it gets its keys.
 * Keys that are got by an exchange change from time to time, and the account does not.
 */
export function callerName({ name, accessKeyId, mode }: Pick<Connection, 'name' | 'accessKeyId' | 'mode'>): string {
  return `${name} (${accessKeyId ?? mode})`;
}
