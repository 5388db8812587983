import { expect, test } from 'vitest';
import { folderWith } from '../../support/folder.ts';
import { oos } from '../runOos.ts';
import { expectNoSecret, planted, sharedService } from './service.ts';

const service = sharedService();
const { accessKeyId, accessKeySecret } = planted;

const home = (more: object[] = []) => {
  const usual = { name: 'work', mode: 'AK', access_key_id: accessKeyId, access_key_secret: accessKeySecret };
  const profiles = [
    { ...usual, region_id: 'cn-beijing' },
    { name: 'bare', mode: 'AK', access_key_id: accessKeyId },
  ];
  return folderWith({ '.aliyun/config.json': JSON.stringify({ current: 'work', profiles: [...profiles, ...more] }) });
};

async function profiles(env: Record<string, string>, ...argv: string[]) {
  const done = await oos(['profiles', ...argv], { env });
  expectNoSecret(done.stdout + done.stderr);
  return done;
}

test('shows every profile with its mode, its region, and why it cannot be used', async () => {
  const HOME = home([{ name: 'odd', mode: 'BearerToken', bearer_token: accessKeySecret }]);
  const { code, stdout, stderr } = await profiles({ HOME });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^\* +work +AK +LTAI\*+0001 +cn-beijing +from .*config\.json +yes$/m);
  expect(stdout).toMatch(/^ +bare +AK +LTAI\*+0001 +- +from .*access_key_secret/m);
  expect(stdout).toMatch(/^ +odd +BearerToken /m);
  expect((await profiles({ HOME }, '--lang', 'zh-cn')).stdout).toMatch(/名称 +方式 +密钥 ID +地域/);
});

test('says that the current one is missing, and which one has no region', async () => {
  const usual = { mode: 'AK', access_key_id: accessKeyId, access_key_secret: accessKeySecret };
  const config = { current: 'gone', profiles: [{ ...usual, name: 'placeless' }] };
  const HOME = folderWith({ '.aliyun/config.json': JSON.stringify(config) });
  const none = { ALIBABA_CLOUD_REGION_ID: '', ALIBABA_CLOUD_ACCESS_KEY_ID: '', ALIBABA_CLOUD_ACCESS_KEY_SECRET: '' };
  const { stdout, stderr } = await profiles({ ...none, HOME });
  expect(stdout).toMatch(/ placeless .* only with --region: it has no region$/m);
  expect(stderr).toContain('oos: The current profile "gone" does not exist among the profiles from ');
  expect((await profiles({ ...none, HOME, ALIBABA_CLOUD_REGION_ID: 'cn-beijing' })).stdout).toMatch(/ yes$/m);
  const json = JSON.parse((await profiles({ ...none, HOME }, '--format', 'json')).stdout);
  expect(json).toMatchObject({ problems: [], noCurrent: expect.stringContaining('"gone"') });
});

test('the credentials file has types of its own', async () => {
  const text = `[default]\ntype = sts\naccess_key_id = ${accessKeyId}\naccess_key_secret = ${accessKeySecret}\n`;
  const { stdout } = await profiles({ HOME: folderWith({ '.alibabacloud/credentials': text }) });
  expect(stdout).toContain('The types of the credentials file are access_key, ram_role_arn and ecs_ram_role');
});

test('tells programs the same as JSON', async () => {
  const { stdout } = await profiles({ HOME: home() }, '--format', 'json');
  const found = JSON.parse(stdout);
  expect(found).toMatchObject({
    version: 1,
    profiles: [
      { name: 'work', mode: 'AK', region: 'cn-beijing', source: { kind: 'cli' }, current: true, usable: true },
      { name: 'bare', current: false, usable: false, problem: expect.stringContaining('access_key_secret') },
    ],
    problems: [],
  });
});

test('says what to do where there is none, and what is wrong with a file', async () => {
  const none = await profiles({ HOME: folderWith({}) });
  expect(none).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('aliyun configure') });
  const broken = folderWith({ '.aliyun/config.json': `{"profiles": [{"access_key_secret": "${accessKeySecret}"` });
  expect((await profiles({ HOME: broken })).stderr).toMatch(/oos: .*config\.json/);
});

test('--profile, --region and --endpoint choose for one call', async () => {
  const HOME = home();
  const none = { ALIBABA_CLOUD_ACCESS_KEY_ID: '', ALIBABA_CLOUD_ACCESS_KEY_SECRET: '', ALIBABA_CLOUD_REGION_ID: '' };
  const argv = ['tags', 'add', 'x', '--tag', 'a=b', '--profile', 'work', '--endpoint', service.emulator.endpoint];
  const surroundings = { env: { ...none, HOME }, terminal: true, answers: ['n'] };
  const own = await service.oos(argv, surroundings);
  expect(own.stderr).toMatch(/^Profile: {2}work \(AK, LTAI\*+0001\), from .*config\.json$/m);
  expect(own.stderr).toContain(`Region:   cn-beijing\nEndpoint: ${service.emulator.endpoint}\n`);
  const other = await service.oos([...argv, '--region', 'cn-shanghai', '--lang', 'zh-cn'], surroundings);
  expect(other.stderr).toContain('地域：　cn-shanghai');
  const unusable = await service.oos(['tags', 'list', '--profile', 'bare'], { env: { ...none, HOME } });
  expect(unusable.code).toBe(3);
  expect(unusable.stderr).toContain('access_key_secret');
  const unsafe = await service.oos(['tags', 'list', '--endpoint', 'http://example.com']);
  expect(unsafe).toMatchObject({ code: 2, stdout: '' });
  const nowhere = await service.oos(['tags', 'list', '--region', 'Hangzhou']);
  expect(nowhere).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('"Hangzhou" is not the id') });
});

test('oos profiles takes options only', async () => {
  expect((await profiles({}, 'work')).stderr).toContain('oos profiles --format json');
});
