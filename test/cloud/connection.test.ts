import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeConnection, explicitConnection } from '../../server/src/cloud/connection.ts';
import { endpointUrl } from '../../server/src/cloud/endpoint.ts';
import { OosError } from '../../server/src/cloud/oosError.ts';
import { regions } from '../../server/src/cloud/regions.ts';
import { type ConnectionChoice, resolveConnection } from '../../server/src/cloud/resolveConnection.ts';
import { folderWith } from '../support/folder.ts';

type Env = Record<string, string>;

const ak = (id: string, more: object = {}) => ({
  mode: 'AK',
  access_key_id: id,
  access_key_secret: `of-${id}`,
  ...more,
});
const envKeys = { ALIBABA_CLOUD_ACCESS_KEY_ID: 'env', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'of-env' };
const envRegion = { ALIBABA_CLOUD_REGION_ID: 'cn-shenzhen' };
const envEndpoint = { ALIBABA_CLOUD_ENDPOINT: 'http://127.0.0.1:7777' };

const config = {
  current: 'work',
  profiles: [
    { name: 'work', ...ak('work', { region_id: 'cn-hangzhou' }) },
    { name: 'vpc', ...ak('vpc', { region_id: 'cn-beijing', endpoint_type: 'vpc' }) },
    { name: 'own', ...ak('own', { region_id: 'cn-beijing', endpoint: 'oos.cn-beijing.aliyuncs.com' }) },
    { name: 'near', ...ak('near', { region_id: 'cn-beijing', endpoint: 'https://gate.example.com:8443' }) },
    { name: 'bare', ...ak('bare') },
    { name: 'broken', mode: 'AK' },
  ],
};
const ini =
  '[default]\ntype = access_key\naccess_key_id = ini\naccess_key_secret = of-ini\n[work]\ntype = access_key\naccess_key_id = ini-work\naccess_key_secret = x\n[only]\ntype = access_key\naccess_key_id = ini-only\naccess_key_secret = x\n';

const home = (files: { cli?: unknown; ini?: string }): string =>
  folderWith({
    ...(files.cli === undefined
      ? {}
      : { '.aliyun/config.json': typeof files.cli === 'string' ? files.cli : JSON.stringify(files.cli) }),
    ...(files.ini === undefined ? {} : { '.alibabacloud/credentials': files.ini }),
  });

/** `key region endpoint`, or the reason why there is none. */
async function resolved(choice: ConnectionChoice, env: Env, folder: string): Promise<string> {
  try {
    const connection = await resolveConnection(choice, env, { home: folder });
    const { accessKeyId } = await connection.credential();
    return `${accessKeyId} ${connection.region} ${connection.endpoint.origin}`;
  } catch (error) {
    if (!(error instanceof OosError)) throw error;
    expect(error.facts.kind).toBe('connection');
    expect(error.words.zh).toMatch(/\p{Script=Han}/u);
    return error.message;
  }
}

const at = (region: string, network = 'oos') => `${region} https://${network}.${region}.aliyuncs.com`;

describe('keys, region and endpoint come from one source', () => {
  test.each<[string, ConnectionChoice, Env, string]>([
    ['the current profile', {}, {}, `work ${at('cn-hangzhou')}`],
    [
      'the current profile, whatever region or endpoint the environment has',
      {},
      { ...envRegion, ...envEndpoint },
      `work ${at('cn-hangzhou')}`,
    ],
    [
      'the keys of the environment first',
      {},
      { ...envKeys, ...envRegion, ALIBABA_CLOUD_PROFILE: 'vpc' },
      `env ${at('cn-shenzhen')}`,
    ],
    [
      'the environment with its endpoint',
      {},
      { ...envKeys, ...envRegion, ...envEndpoint },
      'env cn-shenzhen http://127.0.0.1:7777',
    ],
    [
      'a chosen profile before the environment',
      { profile: 'vpc' },
      { ...envKeys, ...envRegion, ...envEndpoint },
      `vpc ${at('cn-beijing', 'oos-vpc')}`,
    ],
    [
      'the profile that the environment names',
      {},
      { ALIBABA_CLOUD_PROFILE: 'own', ...envRegion },
      `own ${at('cn-beijing')}`,
    ],
    [
      'that profile with the endpoint of the environment',
      {},
      { ALIBABA_CLOUD_PROFILE: 'bare', ...envRegion, ...envEndpoint },
      'bare cn-shenzhen http://127.0.0.1:7777',
    ],
    ['a region that is missing, from the environment', { profile: 'bare' }, envRegion, `bare ${at('cn-shenzhen')}`],
    ['a region by flag', { region: 'eu-central-1' }, envRegion, `work ${at('eu-central-1')}`],
    [
      'a region by flag for another endpoint type',
      { profile: 'vpc', region: 'cn-hangzhou' },
      {},
      `vpc ${at('cn-hangzhou', 'oos-vpc')}`,
    ],
    [
      'a region by flag, not the endpoint of the old one',
      { profile: 'own', region: 'cn-hangzhou' },
      {},
      `own ${at('cn-hangzhou')}`,
    ],
    [
      'a region by flag behind an address of its own',
      { profile: 'near', region: 'cn-hangzhou' },
      {},
      'near cn-hangzhou https://gate.example.com:8443',
    ],
    [
      'an endpoint by flag',
      { profile: 'own', endpoint: 'http://localhost:1' },
      envEndpoint,
      'own cn-beijing http://localhost:1',
    ],
    ['the CLI before the credentials file', { profile: 'work' }, {}, `work ${at('cn-hangzhou')}`],
    ['a profile that only the credentials file has', { profile: 'only' }, envRegion, `ini-only ${at('cn-shenzhen')}`],
    [
      'the file that is asked for',
      { profile: 'work', source: 'credentials' },
      envRegion,
      `ini-work ${at('cn-shenzhen')}`,
    ],
    [
      'the environment when it is asked for',
      { source: 'environment' },
      { ...envKeys, ...envRegion, ALIBABA_CLOUD_PROFILE: 'vpc' },
      `env ${at('cn-shenzhen')}`,
    ],
    [
      'the credentials file when the CLI is turned off',
      {},
      { ALIBABA_CLOUD_CLI_PROFILE_DISABLED: 'TRUE', ...envRegion },
      `ini ${at('cn-shenzhen')}`,
    ],
  ])('%s', async (_, choice, env, expected) => {
    expect(await resolved(choice, env, home({ cli: config, ini }))).toBe(expected);
  });

  test('without the CLI the default section of the credentials file is taken', async () => {
    expect(await resolved({}, envRegion, home({ ini }))).toBe(`ini ${at('cn-shenzhen')}`);
  });
});

describe('nothing is passed over, since the next may be another account', () => {
  test.each<[string, ConnectionChoice, Env, { cli?: unknown; ini?: string }, RegExp]>([
    ['a region that is nowhere', { profile: 'bare' }, {}, { cli: config }, /"bare" from .* has no region.*--region/],
    [
      'an unknown profile',
      { profile: 'x' },
      envKeys,
      { cli: config, ini },
      /no profile "x".*work, vpc, own, near, bare, broken, default, only/,
    ],
    ['an unknown profile of the environment', {}, { ALIBABA_CLOUD_PROFILE: 'x' }, { cli: config }, /no profile "x"/],
    [
      'a profile that cannot be used',
      { profile: 'broken' },
      {},
      { cli: config, ini },
      /"broken" from .*config\.json cannot be used\. It lacks/,
    ],
    [
      'half a pair',
      {},
      { ALIBABA_CLOUD_ACCESS_KEY_ID: 'env', ...envRegion },
      { cli: config },
      /lacks ALIBABA_CLOUD_ACCESS_KEY_SECRET/,
    ],
    ['a broken file', {}, envRegion, { cli: '{', ini }, /config\.json cannot be read/],
    [
      'a broken file, for a chosen profile',
      { profile: 'only' },
      envRegion,
      { cli: '{', ini },
      /config\.json cannot be read/,
    ],
    [
      'a current profile that is gone',
      {},
      {},
      { cli: { ...config, current: 'gone' }, ini },
      /current profile "gone" does not exist/,
    ],
    [
      'a credentials file without a default',
      {},
      envRegion,
      { ini: '[a]\ntype=ecs_ram_role\n[b]\n' },
      /--profile: a, b/,
    ],
    ['no keys in the environment', { source: 'environment' }, envRegion, { cli: config }, /not set/],
    ['nothing at all', {}, {}, {}, /No keys were found.*oos emulator/],
    ['nothing to choose from', { profile: 'x' }, {}, {}, /nor any other/],
    [
      'something else for a region',
      {},
      {},
      { cli: { current: 'a', profiles: [{ name: 'a', ...ak('a', { region_id: 'hush/hush' }) }] } },
      /^Profile "a" from .* cannot be used. Its region_id is not the id of a region. Ids look like [a-z-]+ or [-a-z\d]+\.$/,
    ],
    ['a region that is none', { region: 'evil.example.com/' }, {}, { cli: config }, /not the id of a region/],
    [
      'a region of the environment that is none',
      { profile: 'bare' },
      { ALIBABA_CLOUD_REGION_ID: 'x@evil' },
      { cli: config },
      /not the id of a region/,
    ],
    ['an endpoint without encryption', { endpoint: 'http://oos.example.com' }, {}, { cli: config }, /https/],
  ])('%s', async (_, choice, env, files, reason) => {
    const by = { profile: '--profile', region: '--region' };
    expect(await resolved({ ...choice, by }, env, home(files))).toMatch(reason);
  });

  test('a broken file does not matter to the keys of the environment', async () => {
    expect(await resolved({}, { ...envKeys, ...envRegion }, home({ cli: '{' }))).toMatch(/^env /);
  });
});

test('the home folder is that of the environment', async () => {
  const folder = home({ cli: config });
  const env = process.platform === 'win32' ? { USERPROFILE: folder } : { HOME: folder };
  expect((await resolveConnection({}, env)).source).toEqual({
    kind: 'cli',
    path: join(folder, '.aliyun', 'config.json'),
  });
});

test.each([
  ['oos.cn-hangzhou.aliyuncs.com', 'https://oos.cn-hangzhou.aliyuncs.com'],
  ['https://host.example:8443/', 'https://host.example:8443'],
  ['127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['http://localhost:8080', 'http://localhost:8080'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
  ['https://127.0.0.1', 'https://127.0.0.1'],
])('the endpoint %s is %s', (text, origin) => expect(endpointUrl(text).origin).toBe(origin));

test.each([
  'http://oos.cn-hangzhou.aliyuncs.com',
  'http://127.0.0.1.example.com',
  'http://localhost.example.com',
  'ftp://127.0.0.1',
  'https://host/path',
  'https://host/?x=1',
  'https://user:hush@host',
  'https://',
  'a b',
  '',
])('%j is no endpoint', (text) => {
  const attempt = (): URL => endpointUrl(text);
  expect(attempt).toThrow(OosError);
  expect(attempt).not.toThrow(/hush/);
});

test('every known region can be called', () => {
  const credential = { accessKeyId: 'a', accessKeySecret: 'b' };
  for (const region of regions) {
    const { endpoint } = explicitConnection({ name: 'x', region, credential });
    expect(endpoint.origin).toBe(`https://oos.${region}.aliyuncs.com`);
  }
  expect(regions).toHaveLength(39);
});

test('who calls, and where, is told in both languages without the keys', async () => {
  const sts = {
    mode: 'StsToken',
    access_key_id: 'STS.NTabcdefgh1234',
    access_key_secret: 'hush',
    sts_token: 'hush',
    region_id: 'cn-hangzhou',
  };
  const folder = home({ cli: { current: 'prod', profiles: [{ name: 'prod', ...sts }] } });
  const words = describeConnection(await resolveConnection({}, {}, { home: folder }));
  const path = join(folder, '.aliyun', 'config.json');
  expect(words.en).toBe(
    `Profile:  prod (StsToken, STS.****1234), from ${path}\nRegion:   cn-hangzhou\nEndpoint: https://oos.cn-hangzhou.aliyuncs.com`,
  );
  expect(words.zh).toContain('STS.****1234');
  const local = explicitConnection({
    name: 'Local',
    region: 'local-1',
    endpoint: 'http://127.0.0.1:1',
    credential: { accessKeyId: 'LTAIlocal1234567', accessKeySecret: 'hush' },
  });
  expect(describeConnection(local).en).toContain('Local (AK, LTAI****4567), handed over by the program');
});
