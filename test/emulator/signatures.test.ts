import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { AccessKey } from '../../server/src/emulator/callers/accounts.ts';
import { acs3Signature } from '../../server/src/emulator/callers/signatureAcs3.ts';
import { v1Signature } from '../../server/src/emulator/callers/signatureV1.ts';
import type { WireRequest } from '../../server/src/emulator/wire/wireRequest.ts';
import { localOos } from '../support/localOos.ts';
import { coreCaller, popCaller, refusal } from './callers.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

interface Signed {
  readonly body: string;
  readonly headers: Record<string, string>;
}

/** A request that is signed by headers, as it goes out. */
function signed(
  host: string,
  body: string,
  more: Record<string, string> = {},
  token?: string,
): Signed & { signature(secret: string): string; names: string[] } {
  const headers: Record<string, string> = {
    host,
    'content-type': 'application/x-www-form-urlencoded',
    'x-acs-action': 'ListActions',
    'x-acs-version': '2019-06-01',
    'x-acs-content-sha256': sha256(body),
    'x-acs-date': `${new Date().toISOString().slice(0, 19)}Z`,
    'x-acs-signature-nonce': crypto.randomUUID(),
    ...(token === undefined ? {} : { 'x-acs-security-token': token }),
    ...more,
  };
  const names = Object.keys(headers).sort();
  const request: WireRequest = {
    method: 'POST',
    path: '/',
    headers,
    query: new Map(),
    form: new Map(),
    body: Buffer.from(body),
  };
  return { body, headers, names, signature: (secret) => acs3Signature(request, names, secret) };
}

describe('the signatures', () => {
  test('by headers is that of the official library', () => {
    const { signature, names } = signed(
      'oos.cn-hangzhou.aliyuncs.com',
      'MaxResults=20&RegionId=cn-hangzhou',
      {
        'x-acs-date': '2026-01-02T03:04:05Z',
        'x-acs-signature-nonce': 'n-1',
        'x-acs-accesskey-id': 'LTAIEXAMPLE',
      },
      'exampleToken',
    );
    expect(names.join(';')).toBe(
      'content-type;host;x-acs-accesskey-id;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-security-token;x-acs-signature-nonce;x-acs-version',
    );
    expect(signature('exampleSecret')).toBe('5f5ff435b57e131f74c1c552de6b9cc8cb418deca451bbbe5c72b7f45d24a60f');
  });

  test('by parameters is that of the official library', () => {
    const parameters = {
      Action: 'ListActions',
      Version: '2019-06-01',
      Format: 'JSON',
      AccessKeyId: 'LTAIEXAMPLE',
      SignatureMethod: 'HMAC-SHA1',
      SignatureVersion: '1.0',
      SignatureNonce: 'n-1',
      Timestamp: '2026-01-02T03:04:05Z',
      MaxResults: '20',
      RegionId: 'cn-hangzhou',
      Signature: 'is left out',
    };
    expect(v1Signature('POST', Object.entries(parameters), 'exampleSecret')).toBe('S/8mxeNqJfOdxnorqWCidJBErpg=');
  });
});

describe('who is let in', () => {
  const wrong = (key: AccessKey): AccessKey => ({ ...key, accessKeySecret: `${key.accessKeySecret}x` });
  const unknown: AccessKey = { accessKeyId: 'LOCALOOSNOBODY', accessKeySecret: 'secret' };

  test.each([
    ['openapi-core', coreCaller],
    ['pop-core', popCaller],
  ])('%s with a key that is wrong is refused', async (_, caller) => {
    const local = await localOos();
    const { owner, temporary, expired } = local.accounts;
    const code = async (key: AccessKey) => (await refusal(caller(local, key)('ListTemplates'))).code;
    expect(await code(wrong(owner))).toBe('SignatureDoesNotMatch');
    expect(await code(unknown)).toBe('InvalidAccessKeyId.NotFound');
    expect(await code({ ...temporary, securityToken: undefined })).toBe('MissingSecurityToken');
    expect(await code({ ...temporary, securityToken: 'other' })).toBe('InvalidStsToken');
    expect(await code({ ...owner, securityToken: 'other' })).toBe('InvalidSecurityToken.MismatchWithAccessKey');
    expect(await code(expired)).toBe('ExpiredStsToken');
  });

  test('what it answers to a wrong secret does not tell the right signature or any key', async () => {
    const local = await localOos();
    const { data } = await refusal(coreCaller(local, wrong(local.accounts.owner))('ListTemplates'));
    expect(Object.keys(data).sort()).toEqual(['Code', 'HostId', 'Message', 'RequestId']);
    expect(JSON.stringify(data)).not.toContain(local.accessKeyId);
    expect(data.Message).toBe('Specified signature is not matched with our calculation.');
  });

  test.each([
    ['MissingAccessKeyId', { authorization: 'none' }],
    ['IncompleteSignature', { authorization: 'ACS3-HMAC-SHA256 Credential=a' }],
    ['IncompleteSignature', { signedHeaders: ['host', 'x-acs-action'] }],
    ['InvalidTimeStamp.Expired', { 'x-acs-date': '2019-06-01T00:00:00Z' }],
    ['InvalidTimeStamp.Expired', { 'x-acs-date': `${new Date(Date.now() + 60 * 60_000).toISOString().slice(0, 19)}Z` }],
    ['InvalidTimeStamp.Format', { 'x-acs-date': new Date().toUTCString() }],
    ['InvalidVersion', { 'x-acs-version': '2014-05-26' }],
    ['InvalidAction.NotFound', { 'x-acs-action': 'DescribeInstances' }],
  ])('%s', async (code, { signedHeaders, authorization = 'right', ...more }: Record<string, unknown>) => {
    const local = await localOos();
    const request = signed(new URL(local.endpoint).host, 'MaxResults=20', more as Record<string, string>);
    const names = (signedHeaders as string[] | undefined) ?? request.names;
    const right = `ACS3-HMAC-SHA256 Credential=${local.accessKeyId},SignedHeaders=${names.join(';')},Signature=${request.signature(local.accessKeySecret)}`;
    const sent = authorization === 'right' ? right : String(authorization);
    const answer = await send(local.endpoint, {
      ...request,
      headers: { ...request.headers, accept: 'application/json', ...(sent === 'none' ? {} : { authorization: sent }) },
    });
    expect(answer).toMatchObject({ Code: code });
  });

  test('a request is good once, and only as it was signed', async () => {
    const local = await localOos();
    const request = signed(new URL(local.endpoint).host, 'MaxResults=20');
    const signature = request.signature(local.accessKeySecret);
    const authorization = `ACS3-HMAC-SHA256 Credential=${local.accessKeyId},SignedHeaders=${request.names.join(';')},Signature=${signature}`;
    const headers = { ...request.headers, authorization, accept: 'application/json' };
    expect(await send(local.endpoint, { headers, body: 'MaxResults=30' })).toMatchObject({
      Code: 'SignatureDoesNotMatch',
    });
    expect(await send(`${local.endpoint}/?RegionId=cn-beijing`, { headers, body: request.body })).toMatchObject({
      Code: 'SignatureDoesNotMatch',
    });
    expect(
      await send(local.endpoint, { headers: { ...headers, 'x-acs-action': 'ListTemplates' }, body: request.body }),
    ).toMatchObject({ Code: 'SignatureDoesNotMatch' });
    expect(await send(local.endpoint, { headers, body: request.body })).toMatchObject({ MaxResults: 20 });
    expect(await send(local.endpoint, { headers, body: request.body })).toMatchObject({ Code: 'SignatureNonceUsed' });
  });
});

async function send(url: string, { headers, body }: Signed): Promise<unknown> {
  const { host, ...rest } = headers;
  return (await fetch(url, { method: 'POST', headers: rest, body })).json();
}
