import { timingSafeEqual } from 'node:crypto';
import { missing, ServiceError } from '../serviceError.ts';
import type { WireRequest } from '../wire/wireRequest.ts';
import type { Accounts, KnownKey } from './accounts.ts';
import type { Claim } from './claim.ts';
import { acs3Claim } from './signatureAcs3.ts';
import { v1Claim } from './signatureV1.ts';

/** How far the clocks may be apart, in milliseconds: the usual window of this cloud. */
const window = 15 * 60 * 1000;

/** Whether a request has to be signed. One that is signed has to be signed well all the same. */
export const signatureDemands = ['required', 'optional'] as const;

export type SignatureDemand = (typeof signatureDemands)[number];

/** Finds out who sent a request. */
export class Gatekeeper {
  readonly #keys: ReadonlyMap<string, KnownKey>;
  /** Who sends what nobody has signed; undefined: nobody may. */
  readonly #unsigned: KnownKey | undefined;
  /** Used nonces, in the order of their use, with the time until which they count. */
  readonly #nonces = new Map<string, number>();

  constructor(accounts: Accounts, signature: SignatureDemand) {
    this.#unsigned = signature === 'optional' ? accounts.owner : undefined;
    this.#keys = new Map(Object.values(accounts).map((it: KnownKey) => [it.accessKeyId, it]));
  }

  /** `now` in milliseconds. Throws a ServiceError when the request is not signed as it must be. */
  authenticate(request: WireRequest, operation: string, now: number): KnownKey {
    const claim = acs3Claim(request) ?? v1Claim(request);
    if (!claim) {
      if (this.#unsigned) return this.#unsigned;
      throw missing('AccessKeyId');
    }
    const key = this.#keys.get(claim.accessKeyId);
    if (!key) throw new ServiceError('InvalidAccessKeyId.NotFound', 404, 'Specified access key is not found.');
    checkDate(claim.date, now);
    checkToken(key, claim.securityToken, operation);
    const expected = claim.expected(key.accessKeySecret);
    if (expected === undefined || !same(expected, claim.signature)) throw doesNotMatch();
    this.#useNonce(claim, now);
    return key;
  }

  #useNonce({ accessKeyId, nonce }: Claim, now: number): void {
    for (const [old, until] of this.#nonces) {
      if (until >= now) break;
      this.#nonces.delete(old);
    }
    const used = `${accessKeyId} ${nonce}`;
    if (this.#nonces.has(used)) {
      throw new ServiceError('SignatureNonceUsed', 400, 'Specified signature nonce was used already.');
    }
    this.#nonces.set(used, now + 2 * window);
  }
}

function checkDate(date: string | undefined, now: number): void {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date ?? '') ? Date.parse(date ?? '') : Number.NaN;
  if (Number.isNaN(time)) {
    throw new ServiceError('InvalidTimeStamp.Format', 400, 'Specified time stamp or date value is not well formatted.');
  }
  if (Math.abs(now - time) > window) {
    throw new ServiceError('InvalidTimeStamp.Expired', 400, 'Specified time stamp or date value is expired.');
  }
}

function checkToken(key: KnownKey, token: string | undefined, operation: string): void {
  if (key.securityToken === token) {
    if (!key.expired) return;
    throw new ServiceError('ExpiredStsToken', 400, `Expired STS token to do the action: (${operation})`);
  }
  if (token === undefined) throw missing('SecurityToken');
  if (key.securityToken === undefined) {
    const text = 'Specified SecurityToken mismatch with the AccessKey.';
    throw new ServiceError('InvalidSecurityToken.MismatchWithAccessKey', 400, text);
  }
  throw new ServiceError('InvalidStsToken', 400, `Invalid STS token to do the action: (${operation})`);
}

function same(expected: string, signature: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(signature)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const doesNotMatch = () =>
  new ServiceError('SignatureDoesNotMatch', 400, 'Specified signature is not matched with our calculation.');
