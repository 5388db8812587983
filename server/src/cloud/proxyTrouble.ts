/** What a proxy had to do with a request that failed. */
export interface ProxyTrouble {
  /** Host and port, without what identifies the user. */
  readonly proxy: string;
  /** Its answer, where it gave one. */
  readonly status: number | undefined;
}

const troubles = new WeakMap<object, ProxyTrouble>();

/** `subject` is a request that was answered by the proxy instead of the service, or the error of one that never got to it. */
export function proxyTrouble(subject: object | undefined): ProxyTrouble | undefined {
  return subject && troubles.get(subject);
}

export function noteProxyTrouble(subject: object, trouble: ProxyTrouble): void {
  troubles.set(subject, trouble);
}
