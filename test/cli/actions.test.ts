import { mkdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeCache } from '../../server/src/workspace/actionCache/cacheFiles.ts';
import { folderWith } from '../support/folder.ts';
import { oos } from './runOos.ts';

/** A machine on which the service has told of one action that the program does not know. */
async function machine() {
  const home = folderWith({});
  await writeCache(join(home, 'oos-toolkit', 'actions'), {
    account: 'me',
    region: 'cn-test',
    fetched: new Date(Date.now() - 3 * 86_400_000),
    actions: [
      {
        name: 'ACS::ECS::Polish',
        type: 'Product.ECS',
        description: 'Polishes.\u001b[2J',
        properties: [{ name: 'cloth', type: 'String', allowedValues: ['wool', 'silk'], defaultValue: 'wool' }],
      },
    ],
  });
  return { XDG_CACHE_HOME: home };
}

test('lists the actions with a word in their name, and says where the knowledge comes from', async () => {
  const bundled = await oos(['actions', 'list', 'rebootinstance']);
  expect(bundled.stdout).toContain('ACS::ECS::RebootInstance');
  expect(bundled.stderr).toMatch(/^\d+ actions, as they come with this program\.\n$/);
  const none = await oos(['actions', 'list', 'nothing-like-it']);
  expect(none).toMatchObject({ code: 0, stdout: '' });
  expect(none.stderr).toMatch(/^None has "nothing-like-it" in its name\. \d+ actions, /);
  const env = await machine();
  const told = await oos(['actions', 'list', 'polish'], { env });
  expect(told).toMatchObject({ code: 0, stdout: 'ACS::ECS::Polish  Product.ECS  Polishes.\uFFFD[2J\n' });
  expect(told.stderr).toMatch(/; 1 of them as the service in cn-test listed them for me, 3 days ago\.\n$/);
  expect((await oos(['actions', 'list', 'polish', '--lang', 'zh-cn'], { env })).stderr).toContain('3 天前');
});

test('shows one action', async () => {
  const { stdout } = await oos(['actions', 'show', 'acs::ecs::polish'], { env: await machine() });
  expect(stdout.split('\n')).toEqual([
    'ACS::ECS::Polish  Product.ECS',
    'Polishes.\uFFFD[2J',
    '',
    'Properties',
    '  cloth  String  one of: wool, silk  default: "wool"',
    '',
    'As the service in cn-test listed it 3 days ago.',
    '',
  ]);
  const reboot = await oos(['actions', 'show', 'ACS::ECS::RebootInstance']);
  expect(reboot.stdout).toMatch(/instanceId +String, required/);
  expect(reboot.stdout).toMatch(/\n {2}ECS +RebootInstance\n/i);
});

test('tells programs the same as JSON', async () => {
  const { stdout } = await oos(['actions', 'show', 'ACS::ECS::Polish', '--format', 'json'], { env: await machine() });
  expect(JSON.parse(stdout)).toMatchObject({
    version: 1,
    source: { kind: 'service', region: 'cn-test', account: 'me' },
    actions: [{ name: 'ACS::ECS::Polish', source: 'service', properties: [{ name: 'cloth', required: false }] }],
  });
});

test('clears what was fetched', async () => {
  const env = await machine();
  const { code, stdout } = await oos(['actions', 'clear', '--format', 'json'], { env });
  expect([code, JSON.parse(stdout)]).toEqual([0, { version: 1, cleared: 1 }]);
  expect((await oos(['actions', 'list', 'polish'], { env })).stdout).toBe('');
  expect((await oos(['actions', 'clear'], { env })).stderr).toBe('There was nothing to clear.\n');
});

describe('of the lists of several accounts and regions', () => {
  const listed = (region: string, name: string) => ({
    account: `${name} (LTAI****beef)`,
    region,
    fetched: new Date(),
    actions: [{ name: `ACS::ECS::Of${name}In${region.replace('-', '')}`, type: 'Product.ECS', properties: [] }],
  });
  const profile = (name: string) => ({
    name,
    mode: 'AK',
    access_key_id: `LTAIofNobody${name}`,
    access_key_secret: 'none',
    region_id: 'cn-one',
  });

  /** A machine whose profiles are `a`, which is current, and `b`; the list of `b` was fetched last. */
  async function machines() {
    const home = folderWith({
      '.aliyun/config.json': JSON.stringify({ current: 'a', profiles: [profile('a'), profile('b')] }),
    });
    for (const [day, it] of [listed('cn-one', 'a'), listed('cn-two', 'a'), listed('cn-one', 'b')].entries()) {
      const path = await writeCache(join(home, 'cache', 'oos-toolkit', 'actions'), it);
      utimesSync(path, new Date(2020, 0, 1 + day), new Date(2020, 0, 1 + day));
    }
    return { HOME: home, USERPROFILE: home, XDG_CACHE_HOME: join(home, 'cache') };
  }
  const list = async (env: Readonly<Record<string, string>>, ...options: string[]) => {
    const { stdout, stderr } = await oos(['actions', 'list', 'ACS::ECS::Of', ...options], { env });
    return { name: stdout.split(' ')[0], stderr };
  };

  test('the one counts that would be called now', async () => {
    const env = await machines();
    expect((await list(env)).name).toBe('ACS::ECS::OfaIncnone');
    expect((await list({ ...env, ALIBABA_CLOUD_PROFILE: 'b' })).name).toBe('ACS::ECS::OfbIncnone');
    const cwd = folderWith({
      'a.oos.yml': 'FormatVersion: OOS-2019-06-01\nTasks:\n  - Name: a\n    Action: ACS::ECS::OfaIncnone\n',
    });
    expect((await oos(['check', 'a.oos.yml'], { cwd, env })).stdout).not.toContain('unknown-product-action');
    const other = { ...env, ALIBABA_CLOUD_PROFILE: 'b' };
    expect((await oos(['check', 'a.oos.yml'], { cwd, env: other })).stdout).toContain('unknown-product-action');
  });

  test('or that the command line names', async () => {
    const env = await machines();
    expect((await list(env, '--profile', 'b')).name).toBe('ACS::ECS::OfbIncnone');
    expect((await list(env, '--region', 'cn-two')).name).toBe('ACS::ECS::OfaIncntwo');
    expect((await list(env, '--profile', 'nobody')).stderr).toContain('There is no profile "nobody"');
    const none = await list(env, '--profile', 'b', '--region', 'cn-two');
    expect(none.stderr).toMatch(/^Nothing has been fetched for b in cn-two so far; "oos actions refresh" does it\.\n/);
  });

  test('and without a connection the one that was fetched last', async () => {
    const { XDG_CACHE_HOME } = await machines();
    expect((await list({ XDG_CACHE_HOME })).name).toBe('ACS::ECS::OfbIncnone');
  });
});

test('says that it cannot clear', async () => {
  const env = await machine();
  mkdirSync(join(env.XDG_CACHE_HOME, 'oos-toolkit', 'actions', 'cn-x.0.json'));
  const { code, stderr } = await oos(['actions', 'clear'], { env });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringMatching(/^oos: What .* cannot be removed from ".*" \(\w+\)/),
  });
});

test('oos check knows what the service told', async () => {
  const cwd = folderWith({
    'a.oos.yml': 'FormatVersion: OOS-2019-06-01\nTasks:\n  - Name: a\n    Action: ACS::ECS::Polish\n',
  });
  const before = await oos(['check', 'a.oos.yml'], { cwd });
  expect(before.stdout).toContain('unknown-product-action');
  expect(before.stderr).toMatch(/^An action that is not known .* oos actions refresh asks the service/m);
  const after = await oos(['check', 'a.oos.yml'], { cwd, env: await machine() });
  expect(after.stdout + after.stderr).not.toMatch(/unknown-product-action|oos actions refresh/);
});

test.each([
  [['actions'], 'Say what to do'],
  [['actions', 'fly'], 'Say what to do'],
  [['actions', 'show'], 'oos actions show NAME'],
  [['actions', 'show', 'ACS::ECS::RebotInstance'], 'ACS::ECS::RebootInstance'],
  [['actions', 'show', 'ECS::RunComand'], 'Did you mean ACS::ECS::RunCommand?'],
  [['actions', 'show', 'ACS::StatusTrigger'], 'Did you mean ACS::EventTrigger or ACS::AlarmTrigger?'],
  [['actions', 'show', 'ACS::ECS::Polish'], 'No action ACS::ECS::Polish is known. "oos actions list WORD" finds'],
  [['actions', 'show', 'a', 'b'], 'too much at once'],
  [['actions', 'show', 'runcommand'], 'These are called so: ACS::'],
  [['actions', 'list', '--endpoint', 'x.example'], '--endpoint has no meaning for oos actions list'],
  [['actions', 'clear', '--region', 'cn-test'], '--region has no meaning for oos actions clear'],
])('refuses %j', async (argv, message) => {
  const { code, stderr, stdout } = await oos(argv);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});
