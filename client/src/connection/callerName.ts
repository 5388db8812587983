import type { Connection } from '../../../server/src/cloud/connection.ts';

/** Tells one account from another, in words for people: the name of a connection and its masked key, or how it gets its keys. */
export const callerName = ({ name, accessKeyId, mode }: Connection): string => `${name} (${accessKeyId ?? mode})`;
