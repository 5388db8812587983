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
/** An access key id as people may see it: the first four and the last four characters. */
export declare function maskedKey(id: string): string;
