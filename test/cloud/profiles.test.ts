import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Profile } from '../../server/src/cloud/profile.ts';
import { listProfiles } from '../../server/src/cloud/profiles.ts';
import { folderWith } from '../support/folder.ts';

const NOW = Date.UTC(2026, 10, 21);
const later = NOW / 1000 + 3600;
const earlier = NOW / 1000 - 1;
const keys = { access_key_id: 'LTAI5t6789abcdef', access_key_secret: 'hush-hush-1' };

/** A home with this file of the CLI; a text is taken as it is. */
const cliHome = (config: unknown): string =>
  folderWith({ '.aliyun/config.json': typeof config === 'string' ? config : JSON.stringify(config) });

const iniHome = (text: string): string => folderWith({ '.alibabacloud/credentials': text });

async function only(profile: object, env: Record<string, string> = {}): Promise<Profile> {
  const home = cliHome({ profiles: [{ name: 'it', ...profile }] });
  const { profiles } = await listProfiles(env, home, NOW);
  const [found] = profiles;
  if (!found || profiles.length !== 1) throw new Error('expected one profile');
  return found;
}

describe('each mode of the CLI', () => {
  const role = { ram_role_arn: 'acs:ram::1:role/r' };
  const oidc = { mode: 'OIDC', oidc_provider_arn: 'p', oidc_token_file: '/t', ...role };
  const sso = {
    mode: 'CloudSSO',
    cloud_sso_sign_in_url: 'https://signin.example/x',
    cloud_sso_account_id: '1',
    cloud_sso_access_config: 'ac-1',
    access_token: 'hush-hush-2',
  };
  const oauth = { mode: 'OAuth', oauth_site_type: 'CN', oauth_access_token: 'hush-hush-3' };

  test.each<[string, object]>([
    ['AK', { mode: 'AK', ...keys }],
    ['AK', { mode: 'ak', ...keys }],
    ['StsToken', { mode: 'StsToken', ...keys, sts_token: 'hush-hush-4' }],
    ['StsToken', { mode: 'StsToken', ...keys, sts_token: 'hush-hush-4', sts_expiration: later }],
    ['RamRoleArn', { mode: 'RamRoleArn', ...keys, ...role }],
    ['EcsRamRole', { mode: 'EcsRamRole' }],
    ['OIDC', oidc],
    ['External', { mode: 'External', process_command: 'tool --json' }],
    ['CredentialsURI', { mode: 'CredentialsURI', credentials_uri: 'http://localhost/keys' }],
    ['CloudSSO', { ...sso, cloud_sso_access_token_expire: later }],
    ['OAuth', { ...oauth, oauth_access_token_expire: later }],
  ])('%s can be used when it is whole', async (mode, profile) => {
    expect(await only({ ...profile, region_id: 'cn-hangzhou' })).toMatchObject({
      name: 'it',
      mode,
      region: 'cn-hangzhou',
      source: { kind: 'cli' },
      problem: undefined,
    });
  });

  test.each<[object, RegExp]>([
    [{ mode: 'AK', access_key_id: 'LTAI1' }, /lacks access_key_secret/],
    [{ mode: 'AK' }, /lacks access_key_id, access_key_secret/],
    [{ mode: 'StsToken', ...keys }, /lacks sts_token/],
    [{ mode: 'StsToken', ...keys, sts_token: 't', sts_expiration: earlier }, /have expired/],
    [{ mode: 'RamRoleArn', ...keys }, /lacks ram_role_arn/],
    [{ mode: 'OIDC', ...role }, /lacks oidc_provider_arn, oidc_token_file/],
    [{ mode: 'ChainableRamRoleArn', ...role }, /lacks source_profile/],
    [{ mode: 'ChainableRamRoleArn', ...role, source_profile: 'gone' }, /"gone" does not exist/],
    [{ mode: 'ChainableRamRoleArn', ...role, source_profile: 'it' }, /circle/],
    [{ mode: 'External' }, /lacks process_command/],
    [{ mode: 'CredentialsURI' }, /lacks credentials_uri/],
    [
      { ...sso, cloud_sso_access_token_expire: earlier },
      /sign-in has expired.*aliyun configure --profile it --mode CloudSSO/,
    ],
    [sso, /sign-in has expired/],
    [{ ...oauth, oauth_access_token_expire: earlier }, /aliyun configure --profile it --mode OAuth/],
    [{ ...oauth, oauth_site_type: 'MARS', oauth_access_token_expire: later }, /neither CN nor INTL/],
    [{ mode: 'RsaKeyPair' }, /not supported/],
    [{ mode: 'RamRoleArnWithRoleName' }, /ChainableRamRoleArn/],
    [{ mode: 'BearerToken', bearer_token: 'x' }, /bearer tokens/],
    [{ mode: 'Anonymous' }, /signature/],
    [{ mode: 'Telepathy' }, /mode is not known/],
    [{ ...keys }, /names no mode/],
  ])('%j says why it cannot', async (profile, reason) => {
    const { problem } = await only(profile);
    expect(problem?.en).toMatch(reason);
    expect(problem?.zh).toMatch(/\p{Script=Han}/u);
  });

  test('what could be a key in the wrong place is not repeated', async () => {
    const region = await only({ mode: 'AK', ...keys, region_id: 'hush-hush/2' });
    expect(region).toMatchObject({ region: undefined, problem: { en: expect.stringContaining('region_id') } });
    const mode = await only({ mode: 'hush2hush', ...keys });
    expect(mode).toMatchObject({ mode: '?', problem: { en: expect.stringContaining('mode is not known') } });
    expect(JSON.stringify([region, mode])).not.toContain('hush');
  });

  test.each([
    [{ mode: 'External', process_command: 'x' }, 'ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS'],
    [{ mode: 'CredentialsURI', credentials_uri: 'http://localhost' }, 'ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS'],
    [{ mode: 'EcsRamRole' }, 'ALIBABA_CLOUD_ECS_METADATA_DISABLED'],
  ])('%j is off when the environment says so', async (profile, name) => {
    expect((await only(profile, { [name]: 'true' })).problem?.en).toContain(name);
    expect((await only(profile, { [name]: 'false' })).problem).toBeUndefined();
  });

  test('a chain is as good as its end', async () => {
    const chain = (name: string, source: string) => ({
      name,
      mode: 'ChainableRamRoleArn',
      source_profile: source,
      ...role,
    });
    const end = { name: 'end', mode: 'AK' };
    const profiles = [chain('a', 'b'), chain('b', 'end')];
    const bad = await listProfiles({}, cliHome({ profiles: [...profiles, end] }), NOW);
    expect(bad.profiles[0]?.problem?.en).toMatch(/source profile "end" cannot be used: It lacks access_key_id/);
    const good = await listProfiles({}, cliHome({ profiles: [...profiles, { ...end, ...keys }] }), NOW);
    expect(good.profiles.map(({ problem }) => problem)).toEqual([undefined, undefined, undefined]);
  });
});

test('a key id is shown masked, and nothing else of the keys', async () => {
  const home = cliHome({ profiles: [{ name: 'it', mode: 'StsToken', ...keys, sts_token: 'hush-hush-4' }] });
  const list = await listProfiles({}, home, NOW);
  expect(list.profiles[0]?.accessKeyId).toBe('LTAI****cdef');
  expect(JSON.stringify(list)).not.toMatch(/hush|6789ab/);
  expect((await only({ mode: 'AK', access_key_id: 'short', access_key_secret: 's' })).accessKeyId).toBe('****');
});

describe('the credentials file', () => {
  test('has its types under the names of the CLI', async () => {
    const home = iniHome(
      [
        '; comment',
        '[default]',
        'type = access_key   ',
        'access_key_id = LTAI5t6789abcdef',
        'access_key_secret = "with = and # inside"',
        '',
        '[ecs]\r\ntype=ecs_ram_role\rrole_name=r',
        '[role]',
        'type = ram_role_arn',
        'access_key_id = a',
        'access_key_secret = b',
        'role_arn = acs:ram::1:role/r',
        '[sts]',
        'type = sts',
        '[untyped]',
        'access_key_id = a',
      ].join('\n'),
    );
    const { profiles, problems } = await listProfiles({}, home, NOW);
    expect(profiles.map(({ name, mode, problem }) => [name, mode, problem === undefined])).toEqual([
      ['default', 'AK', true],
      ['ecs', 'EcsRamRole', true],
      ['role', 'RamRoleArn', true],
      ['sts', 'sts', false],
      ['untyped', '', false],
    ]);
    expect(problems).toEqual([]);
  });

  test('may lie elsewhere', async () => {
    const home = folderWith({ 'elsewhere.ini': '[x]\ntype=ecs_ram_role\n' });
    const path = join(home, 'elsewhere.ini');
    const { profiles } = await listProfiles({ ALIBABA_CLOUD_CREDENTIALS_FILE: path }, home, NOW);
    expect(profiles).toMatchObject([{ name: 'x', source: { kind: 'credentials', path } }]);
  });

  test('with odd lines tells their numbers, and the rest counts', async () => {
    const home = iniHome('hush = 1\n[default]\ntype = ecs_ram_role\nhush-hush\n');
    const { profiles, problems } = await listProfiles({}, home, NOW);
    expect(profiles.map(({ name }) => name)).toEqual(['default']);
    expect(problems.map(({ en }) => /^Line (\d+) of/.exec(en)?.[1])).toEqual(['1', '4']);
    expect(JSON.stringify(problems)).not.toContain('hush');
  });
});

describe('a broken file of the CLI', () => {
  test.each<[string, string, RegExp]>([
    ['cut off', '{"profiles": [\n {"name": "hush"', /broken at line 2, column 17/],
    ['without a comma', '{\n "current": "hush"\n "profiles": []\n}', /broken at line 3, column 2/],
    ['with a line break in a text', '{"current": "hush\nhush"}', /broken at line 1, column 13/],
    ['with a comment', '// hush\n{}', /broken at line 1, column 1/],
    ['with a comma too many', '{"profiles": [{"name": "hush"},]}', /broken at line 1, column 32/],
    ['with two values', '{} {"hush": 1}', /broken at line 1, column 4/],
    ['empty', '', /broken at line 1, column 1/],
    ['a list', '["hush"]', /must be a list in an object/],
    ['with profiles as an object', '{"profiles": {"hush": 1}}', /must be a list in an object/],
    ['not UTF-8', '\u0000', /broken/],
  ])('%s is named by its place, and never quoted', async (_, text, problem) => {
    const home = cliHome(text);
    const { profiles, problems } = await listProfiles({}, home, NOW);
    expect(profiles).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.en).toMatch(problem);
    expect(problems[0]?.en).toContain(join(home, '.aliyun', 'config.json'));
    expect(JSON.stringify(problems)).not.toContain('hush');
  });

  test('that is no file, too large, or in another encoding, says so', async () => {
    const folder = folderWith({ '.aliyun/config.json/x': '' });
    expect((await listProfiles({}, folder)).problems[0]?.en).toContain('not a file');
    expect((await listProfiles({}, cliHome(' '.repeat(1024 * 1024 + 1)))).problems[0]?.en).toContain('1 MiB');
    const latin = cliHome('');
    writeFileSync(join(latin, '.aliyun/config.json'), Buffer.from([0x7b, 0xe9, 0x7d]));
    expect((await listProfiles({}, latin)).problems[0]?.en).toContain('not UTF-8');
  });

  test('with a byte-order mark is read', async () => {
    const home = cliHome(`\uFEFF${JSON.stringify({ profiles: [{ name: 'it', mode: 'AK', ...keys }] })}`);
    expect((await listProfiles({}, home)).profiles).toMatchObject([{ name: 'it', problem: undefined }]);
  });

  test('with single bad profiles keeps the others', async () => {
    const home = cliHome({ profiles: [7, { mode: 'AK' }, { name: 'it', mode: 'AK', ...keys }] });
    const { profiles, problems } = await listProfiles({}, home);
    expect(profiles.map(({ name }) => name)).toEqual(['it']);
    expect(problems.map(({ en }) => /number (\d)/.exec(en)?.[1])).toEqual(['1', '2']);
  });
});

describe('what counts when nobody chooses', () => {
  const config = { current: 'b', profiles: [{ name: 'a' }, { name: 'b', mode: 'AK', ...keys }] };
  const both = (): string =>
    folderWith({
      '.aliyun/config.json': JSON.stringify(config),
      '.alibabacloud/credentials': '[default]\ntype = ecs_ram_role\n',
    });
  const current = async (env: Record<string, string>, home: string) =>
    (await listProfiles(env, home, NOW)).profiles
      .filter((it) => it.current)
      .map(({ name, source }) => [name, source.kind]);

  test.each<[string, Record<string, string>, string[][]]>([
    ['the current profile', {}, [['b', 'cli']]],
    ['what the environment names', { ALIBABA_CLOUD_PROFILE: 'a' }, [['a', 'cli']]],
    [
      'the keys of the environment',
      { ALIBABA_CLOUD_ACCESS_KEY_ID: 'x', ALIBABA_CLOUD_PROFILE: 'a' },
      [['environment', 'environment']],
    ],
    [
      'the credentials file, without the CLI',
      { ALIBABA_CLOUD_CLI_PROFILE_DISABLED: 'true' },
      [['default', 'credentials']],
    ],
    ['nothing, when the name is unknown', { ALIBABA_CLOUD_PROFILE: 'nobody' }, []],
  ])('%s', async (_, env, expected) => {
    expect(await current(env, both())).toEqual(expected);
  });
});

test('half a pair in the environment is listed with what it lacks', async () => {
  const { profiles } = await listProfiles({ ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAI5t6789abcdef' }, folderWith({}), NOW);
  expect(profiles[0]?.problem?.en).toBe('It lacks ALIBABA_CLOUD_ACCESS_KEY_SECRET.');
});

test('a machine with nothing has an empty list and no problems', async () => {
  const home = folderWith({});
  mkdirSync(join(home, '.aliyun'));
  expect(await listProfiles({}, home)).toEqual({ profiles: [], problems: [] });
  expect(await listProfiles({}, undefined)).toEqual({ profiles: [], problems: [] });
});
