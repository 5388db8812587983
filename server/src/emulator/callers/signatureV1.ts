import { createHmac } from 'node:crypto';
import { invalid, missing } from '../serviceError.ts';
import { parametersOf, type WireRequest } from '../wire/wireRequest.ts';
import type { Claim } from './claim.ts';
import { canonicalPairs, percentEncode } from './percent.ts';

/** Who a request says it is from, if it is signed by parameters. Throws a ServiceError for a signature that is incomplete. */
export function v1Claim(request: WireRequest): Claim | undefined {
  const parameters = parametersOf(request);
  const accessKeyId = parameters.get('AccessKeyId');
  if (accessKeyId === undefined && !parameters.has('Signature')) return undefined;
  if (!accessKeyId) throw missing('AccessKeyId');
  const signature = parameters.get('Signature');
  if (!signature) throw missing('Signature');
  if (!parameters.get('SignatureNonce')) throw missing('SignatureNonce');
  if (!parameters.get('Timestamp')) throw missing('Timestamp');
  if (parameters.get('SignatureMethod')?.toUpperCase() !== 'HMAC-SHA1')
    throw invalid('SignatureMethod', 'use HMAC-SHA1');
  if (parameters.get('SignatureVersion') !== '1.0') throw invalid('SignatureVersion', 'use 1.0');
  return {
    accessKeyId,
    securityToken: parameters.get('SecurityToken'),
    date: parameters.get('Timestamp'),
    nonce: parameters.get('SignatureNonce'),
    signature,
    expected: (secret) => v1Signature(request.method, parameters, secret),
  };
}

/** The signature over all parameters but `Signature` itself. */
export function v1Signature(method: string, parameters: Iterable<readonly [string, string]>, secret: string): string {
  const signed = [...parameters].filter(([name]) => name !== 'Signature');
  const text = `${method}&${percentEncode('/')}&${percentEncode(canonicalPairs(signed))}`;
  return createHmac('sha1', `${secret}&`).update(text).digest('base64');
}
