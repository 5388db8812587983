import http, { type ClientRequest, type RequestOptions } from 'node:http';
import https from 'node:https';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { answered, fakeService, type Seen, type Step } from '../support/fakeService.ts';
import { folderWith } from '../support/folder.ts';
import { asCredential, connectionWith, failure, issued } from './connectionWith.ts';

/** The official library asks fixed addresses by https. What it sends there goes to a service of ours instead. */
async function tokenService(...steps: [Step, ...Step[]]): Promise<{ seen: readonly Seen[]; hosts: string[] }> {
  const service = await fakeService(...steps);
  const { hostname, port } = new URL(service.endpoint);
  const hosts: string[] = [];
  vi.spyOn(https, 'request').mockImplementation(((options: RequestOptions, ...rest: never[]): ClientRequest => {
    hosts.push(`${options.host ?? options.hostname}`);
    return http.request({ ...options, protocol: 'http:', hostname, port, agent: undefined }, ...rest);
  }) as typeof https.request);
  return { seen: service.seen, hosts };
}

describe('modes with an exchange', () => {
  afterEach(() => void vi.restoreAllMocks());

  const hour = new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+/, '');
  const role = { ram_role_arn: 'acs:ram::1:role/r' };
  const base = { access_key_id: 'LTAIbase', access_key_secret: 'hush' };
  const assumed = (id: string): Step => answered({ Credentials: issued(id, { Expiration: hour }) });

  test('RamRoleArn assumes the role with the keys of the profile, once while they hold', async () => {
    const service = await tokenService(assumed('one'), assumed('two'));
    const more = { ram_session_name: 'me', expired_seconds: 900, sts_region: 'cn-beijing', external_id: 'ext' };
    const connection = await connectionWith([{ mode: 'RamRoleArn', ...base, ...role, ...more }]);
    expect(connection.accessKeyId).toBe('****');
    expect(await connection.credential()).toEqual(asCredential('one'));
    expect(await connection.credential()).toEqual(asCredential('one'));
    expect(await connection.credential({ fresh: true })).toEqual(asCredential('two'));
    expect(service.hosts).toEqual(['sts.cn-beijing.aliyuncs.com', 'sts.cn-beijing.aliyuncs.com']);
    expect(service.seen[0]?.form).toEqual({
      RoleArn: role.ram_role_arn,
      RoleSessionName: 'me',
      DurationSeconds: '900',
      ExternalId: 'ext',
    });
    expect(new URL(service.seen[0]?.url ?? '', 'https://x').searchParams.get('AccessKeyId')).toBe('LTAIbase');
  });

  test('calls that come together assume the role once', async () => {
    const service = await tokenService(assumed('one'), assumed('two'));
    const connection = await connectionWith([{ mode: 'RamRoleArn', ...base, ...role }]);
    const together = (fresh: boolean) => Promise.all([1, 2, 3].map(() => connection.credential({ fresh })));
    expect(await together(false)).toEqual(Array(3).fill(asCredential('one')));
    // Old keys that are on their way are not what somebody gets who needs new ones.
    const [old, renewed] = await Promise.all([connection.credential(), together(true)]);
    expect([old, ...renewed]).toEqual([asCredential('one'), ...Array(3).fill(asCredential('two'))]);
    expect(service.seen).toHaveLength(2);
  });

  test('ChainableRamRoleArn assumes it with the keys of another profile, of any mode', async () => {
    const service = await tokenService(answered(issued('source')), assumed('middle'), assumed('end'));
    const connection = await connectionWith([
      { mode: 'ChainableRamRoleArn', source_profile: 'p1', ...role },
      { mode: 'ChainableRamRoleArn', source_profile: 'p2', ...role },
      { mode: 'CredentialsURI', credentials_uri: 'https://keys.example.com/' },
    ]);
    expect(await connection.credential()).toEqual(asCredential('end'));
    const signers = service.seen.slice(1).map(({ url }) => new URL(url, 'https://x').searchParams);
    expect(signers.map((it) => [it.get('AccessKeyId'), it.get('SecurityToken')])).toEqual([
      ['source', 'hush-token'],
      ['middle', 'hush-token'],
    ]);
  });

  test('a source without keys is the reason that a chain has none', async () => {
    await tokenService(answered('', 500));
    const connection = await connectionWith([
      { mode: 'ChainableRamRoleArn', source_profile: 'p1', ...role },
      { mode: 'CredentialsURI', credentials_uri: 'https://keys.example.com/' },
    ]);
    expect(await failure(connection)).toMatch(/"p1" of mode CredentialsURI gave no keys \(HTTP 500\)/);
  });

  test('OIDC gives the token in the file that the profile names', async () => {
    const service = await tokenService(assumed('oidc'));
    const folder = folderWith({ token: 'the-oidc-token' });
    const connection = await connectionWith([
      { mode: 'OIDC', oidc_provider_arn: 'acs:provider', oidc_token_file: join(folder, 'token'), ...role },
    ]);
    expect(await connection.credential()).toEqual(asCredential('oidc'));
    expect(service.seen[0]?.form).toMatchObject({
      OIDCToken: 'the-oidc-token',
      OIDCProviderArn: 'acs:provider',
      RoleSessionName: 'oos-toolkit',
    });
  });

  test('CloudSSO gives the token of the sign-in', async () => {
    const service = await tokenService(answered({ CloudCredential: issued('sso', { Expiration: hour }) }));
    const profile = {
      mode: 'CloudSSO',
      cloud_sso_sign_in_url: 'https://signin.example.com/x/login',
      cloud_sso_account_id: '1',
      cloud_sso_access_config: 'ac-1',
      access_token: 'hush-sign-in',
      cloud_sso_access_token_expire: Date.now() / 1000 + 3600,
    };
    const connection = await connectionWith([profile], { now: Date.now });
    expect(await connection.credential()).toEqual(asCredential('sso'));
    expect(service.hosts).toEqual(['signin.example.com']);
    expect(service.seen[0]?.headers.authorization).toBe('Bearer hush-sign-in');
  });

  test.each([
    ['CN', 'oauth.aliyun.com'],
    ['intl', 'oauth.alibabacloud.com'],
  ])('OAuth of %s gives the token of the sign-in, and never renews it', async (site, host) => {
    const keys = { accessKeyId: 'oauth', accessKeySecret: 'hush', securityToken: 'hush-token', expiration: hour };
    const service = await tokenService(answered(keys));
    const connection = await connectionWith(
      [
        {
          mode: 'OAuth',
          oauth_site_type: site,
          oauth_access_token: 'hush-sign-in',
          oauth_refresh_token: 'hush-refresh',
          oauth_access_token_expire: Date.now() / 1000 + 60,
        },
      ],
      { now: Date.now },
    );
    expect(await connection.credential()).toEqual(asCredential('oauth'));
    expect(service.hosts).toEqual([host]);
    expect(service.seen.map(({ url }) => url)).toEqual(['/v1/exchange']);
  });

  test.each<[string, Step, RegExp]>([
    [
      'a refusal',
      answered({ Code: 'NoPermission', Message: 'hush', RequestId: 'R' }, 403),
      /gave no keys \(NoPermission\)/,
    ],
    ['a web page', answered('<html>hush', 502), /gave no keys\./],
    ['keys that are no JSON', answered('hush'), /gave no keys\./],
    ['an end of the connection', (response) => response.destroy(), /ECONNRESET/],
  ])('after %s the reason is told without what was said, and the next call begins anew', async (_, step, reason) => {
    await tokenService(step, assumed('later'));
    const connection = await connectionWith([{ mode: 'RamRoleArn', ...base, ...role }]);
    expect(await failure(connection)).toMatch(reason);
    expect(await connection.credential()).toEqual(asCredential('later'));
  });
});
