import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { answered, fakeService, type Step, silent } from '../support/fakeService.ts';
import { asCredential, connectionWith, failure, inMinutes, issued } from './connectionWith.ts';

describe('CredentialsURI', () => {
  test('asks the address that the profile names', async () => {
    const service = await fakeService(answered(issued('uri', { Code: 'Success', Expiration: inMinutes(60) })));
    const connection = await connectionWith([
      { mode: 'CredentialsURI', credentials_uri: `${service.endpoint}/keys?x=1` },
    ]);
    expect(await connection.credential()).toEqual(asCredential('uri'));
    await connection.credential();
    expect(service.seen.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /keys?x=1']);
  });

  test.each<[string, Step, RegExp]>([
    ['an error', answered('hush', 500), /HTTP 500/],
    ['a web page', answered('<html>hush'), /holds no keys/],
    ['too much', answered(' '.repeat(100_000)), /ETOOLARGE/],
    ['an end of the connection', (response) => response.destroy(), /ECONNRESET/],
  ])('that answers with %s is told', async (_, step, reason) => {
    const service = await fakeService(step);
    const connection = await connectionWith([{ mode: 'CredentialsURI', credentials_uri: service.endpoint }]);
    expect(await failure(connection)).toMatch(reason);
  });

  test('that is no address is told', async () => {
    const connection = await connectionWith([{ mode: 'CredentialsURI', credentials_uri: 'file:///hush' }]);
    expect(await failure(connection)).toContain('credentials_uri');
  });
});

describe('EcsRamRole', () => {
  const ROLES = '/latest/meta-data/ram/security-credentials/';
  const role = 'the role';

  /** The metadata service as an instance sees it. */
  const metadata =
    (withTokens: boolean): Step =>
    (response, seen) => {
      const pages: Record<string, unknown> = {
        [`GET ${ROLES}`]: `${role}\n`,
        [`GET ${ROLES}${encodeURIComponent(role)}`]: issued('ecs', { Code: 'Success', Expiration: inMinutes(60) }),
        ...(withTokens ? { 'PUT /latest/api/token': 'a-token' } : {}),
      };
      const allowed = !withTokens || seen.method === 'PUT' || seen.headers['x-aliyun-ecs-metadata-token'] === 'a-token';
      const page = allowed ? pages[`${seen.method} ${seen.url}`] : undefined;
      answered(page ?? '', page === undefined ? 404 : 200)(response, seen);
    };

  test('gets the keys of the role that the instance has', async () => {
    const service = await fakeService(metadata(true));
    const connection = await connectionWith([{ mode: 'EcsRamRole' }], { metadata: service.endpoint });
    expect(service.seen).toHaveLength(0);
    expect(await connection.credential()).toEqual(asCredential('ecs'));
    expect(service.seen.map(({ method }) => method)).toEqual(['PUT', 'GET', 'GET']);
  });

  test('gets those of the role that the profile names', async () => {
    const service = await fakeService(metadata(true));
    const connection = await connectionWith([{ mode: 'EcsRamRole', ram_role_name: 'another' }], {
      metadata: service.endpoint,
    });
    expect(await failure(connection)).toMatch(/holds no keys/);
    expect(service.seen.at(-1)?.url).toBe(`${ROLES}another`);
  });

  test('falls back to the first version of the service, unless that is forbidden', async () => {
    const service = await fakeService(metadata(false));
    const old = await connectionWith([{ mode: 'EcsRamRole' }], { metadata: service.endpoint });
    expect(await old.credential()).toEqual(asCredential('ecs'));
    const strict = await connectionWith(
      [{ mode: 'EcsRamRole' }],
      { metadata: service.endpoint },
      { ALIBABA_CLOUD_IMDSV1_DISABLED: 'true' },
    );
    expect(await failure(strict)).toMatch(/HTTP 404/);
  });
});

test('an address that keeps silent is given up', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const service = await fakeService((response, seen) => {
    silent(response, seen);
    vi.advanceTimersByTime(60_000);
  });
  const connection = await connectionWith([{ mode: 'CredentialsURI', credentials_uri: service.endpoint }]);
  expect(await failure(connection)).toMatch(/ETIMEDOUT/);
});
