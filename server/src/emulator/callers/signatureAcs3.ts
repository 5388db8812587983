import { createHash, createHmac } from 'node:crypto';
import { ServiceError } from '../serviceError.ts';
import { headerOf, type WireRequest } from '../wire/wireRequest.ts';
import type { Claim } from './claim.ts';
import { canonicalPairs } from './percent.ts';

const scheme = 'ACS3-HMAC-SHA256';

/** Headers that have to be signed, so that nobody can change what is asked, or ask it again. */
const mandatory = [
  'host',
  'x-acs-action',
  'x-acs-content-sha256',
  'x-acs-date',
  'x-acs-signature-nonce',
  'x-acs-version',
];

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');

/** Who a request says it is from, if it is signed by headers. Throws a ServiceError for a signature that is incomplete. */
export function acs3Claim(request: WireRequest): Claim | undefined {
  const authorization = headerOf(request, 'authorization');
  if (!authorization?.startsWith(scheme)) return undefined;
  const parts = new Map(
    authorization
      .slice(scheme.length)
      .split(',')
      .map((it) => it.trim().split(/=(.*)/s) as [string, string]),
  );
  const accessKeyId = parts.get('Credential');
  const signature = parts.get('Signature');
  const signedHeaders = (parts.get('SignedHeaders') ?? '').split(';');
  if (!accessKeyId || !signature) throw incomplete('Credential and Signature');
  const absent = mandatory.find((name) => !signedHeaders.includes(name));
  if (absent !== undefined) throw incomplete(`the signed header ${absent}`);
  return {
    accessKeyId,
    securityToken: headerOf(request, 'x-acs-security-token'),
    date: headerOf(request, 'x-acs-date'),
    nonce: headerOf(request, 'x-acs-signature-nonce'),
    signature,
    expected: (secret) => (bodyIsWhatIsSigned(request) ? acs3Signature(request, signedHeaders, secret) : undefined),
  };
}

/** The signature of a request. `signedHeaders` in lower case. */
export function acs3Signature(request: WireRequest, signedHeaders: readonly string[], secret: string): string {
  const names = [...signedHeaders].sort();
  const canonicalRequest = [
    request.method,
    request.path,
    canonicalPairs(request.query),
    names.map((name) => `${name}:${(headerOf(request, name) ?? '').trim()}\n`).join(''),
    names.join(';'),
    headerOf(request, 'x-acs-content-sha256') ?? '',
  ].join('\n');
  return createHmac('sha256', secret)
    .update(`${scheme}\n${sha256(canonicalRequest)}`)
    .digest('hex');
}

const bodyIsWhatIsSigned = (request: WireRequest) =>
  headerOf(request, 'x-acs-content-sha256')?.toLowerCase() === sha256(request.body);

const incomplete = (what: string) =>
  new ServiceError(
    'IncompleteSignature',
    400,
    `The request signature does not conform to Aliyun standards: ${what} is missing.`,
  );
