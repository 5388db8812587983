/** What signs a request. Temporary credentials have a security token. Never part of a message, a log or an error. */
export interface Credential {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string | undefined;
}

/** A credential and until when it holds, in milliseconds since 1970; undefined where its source does not say. */
export interface IssuedCredential extends Credential {
  readonly expires?: number | undefined;
}

/** An id from which less than half would be hidden is hidden whole. */
const SHORTEST_SHOWN = 12;

/** An access key id as people may see it: the first four and the last four characters. */
export function maskedKey(id: string): string {
  return id.length < SHORTEST_SHOWN ? '****' : `${id.slice(0, 4)}****${id.slice(-4)}`;
}
