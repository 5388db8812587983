import type { Words } from '../words/words.ts';
/**
 * What went wrong with a call.
 * argument: refused before it was sent; connection: no usable credentials, region or endpoint; refused: the service said no
 * (4xx); throttled: too many calls; server: trouble on the side of the service (5xx); network: it could not be reached; timeout:
 * no answer in time; protocol: the answer cannot be understood; proxy: the proxy refused; cancelled: by the user.
 */
export type OosErrorKind =
  | 'argument'
  | 'connection'
  | 'refused'
  | 'throttled'
  | 'server'
  | 'network'
  | 'timeout'
  | 'protocol'
  | 'proxy'
  | 'cancelled';
export interface OosErrorFacts {
  readonly kind: OosErrorKind;
  /** The code of the service, such as EntityNotExists.Template. */
  readonly code?: string | undefined;
  readonly httpStatus?: number | undefined;
  readonly requestId?: string | undefined;
  /** What the service wrote, free of secrets. */
  readonly serviceMessage?: string | undefined;
  /** What a permission error tells beyond its message. */
  readonly accessDenied?: Readonly<Record<string, unknown>> | undefined;
  /** After how many milliseconds the service wants to be asked again. */
  readonly retryAfter?: number | undefined;
  readonly operation?: string | undefined;
  /** The region that answered, or that the call was for. */
  readonly region?: string | undefined;
  /** The name or id of what the call was about: a template, an execution, an action. */
  readonly subject?: string | undefined;
  /** By how many milliseconds the clock of this machine is ahead of that of the service (negative: behind). */
  readonly clockAhead?: number | undefined;
}
/** The only error that calls to the service reject with. `words` say what happened and what to do. */
export declare class OosError extends Error {
  readonly words: Words;
  readonly facts: OosErrorFacts;
  constructor(words: Words, facts: OosErrorFacts);
}
