import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answered, fakeService } from '../../support/fakeService.ts';
import { folderWith } from '../../support/folder.ts';
import { away, sharedService } from './service.ts';

const service = sharedService();
const refresh = ['actions', 'refresh'];

test('keeps what the service lists, for oos actions list', async () => {
  const env = { XDG_CACHE_HOME: folderWith({}) };
  const { code, stdout, stderr } = await service.oos(refresh, { env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^\d+ actions, as the service in cn-hangzhou lists them for environment \(LTAI\*+0001\)\.\n$/);
  const list = await service.oos(['actions', 'list', 'reboot'], { env });
  expect(list.stderr).toContain('as the service in cn-hangzhou listed them for environment (LTAI');
  const json = await service.oos([...refresh, '--format', 'json', '--region', 'cn-beijing'], { env });
  expect(JSON.parse(json.stdout)).toMatchObject({ version: 1, region: 'cn-beijing', actions: expect.any(Number) });
});

test('counts on a terminal', async () => {
  const { stderr, stdout } = await service.oos([...refresh, '--lang', 'zh-cn'], {
    env: { XDG_CACHE_HOME: folderWith({}) },
    terminal: true,
  });
  expect(stderr).toMatch(/正在向 cn-hangzhou 查询动作：[1-9]/);
  expect(stderr.endsWith('\r\u001b[K')).toBe(true);
  expect(stdout).toMatch(/^共 \d+ 个动作/);
});

test('leaves what is known as it was when the service does not answer, refuses, or lists nothing', async () => {
  const env = { XDG_CACHE_HOME: folderWith({}) };
  await service.oos(refresh, { env });
  const before = (await service.oos(['actions', 'list'], { env })).stdout;
  const lost = await service.oos(refresh, { env: { ...env, ...away } });
  expect(lost).toMatchObject({ code: 3, stdout: '', stderr: expect.stringContaining('ECONNREFUSED') });
  const powerless = service.envOf(service.emulator.accounts.powerless);
  const refused = await service.oos(refresh, { env: { ...env, ...powerless } });
  expect(refused).toMatchObject({ code: 3, stdout: '', stderr: expect.stringContaining('User.NoPermission') });
  const { endpoint } = await fakeService(answered({ RequestId: 'R', Actions: [] }));
  const nothing = await service.oos(refresh, { env: { ...env, ALIBABA_CLOUD_ENDPOINT: endpoint } });
  expect(nothing).toMatchObject({ code: 3, stdout: '', stderr: expect.stringContaining('listed no actions') });
  expect((await service.oos(['actions', 'list'], { env })).stdout).toBe(before);
});

test('takes a name that the service misspells the key of', async () => {
  const { endpoint } = await fakeService(
    answered({ RequestId: 'R', Actions: [{ OOSSActionName: 'ACS::NEWP::A' }, { OOSSActionName: 'ACS::NEWP::B' }] }),
  );
  const env = { XDG_CACHE_HOME: folderWith({}), ALIBABA_CLOUD_ENDPOINT: endpoint };
  expect((await service.oos(refresh, { env })).stdout).toMatch(/^2 actions, /);
  expect((await service.oos(['actions', 'list', 'NEWP'], { env })).stdout).toContain('ACS::NEWP::B');
});

test('says where it cannot keep them', async () => {
  expect((await service.oos(refresh)).stderr).toContain('Set XDG_CACHE_HOME');
  const cache = folderWith({});
  mkdirSync(join(cache, 'oos-toolkit'));
  writeFileSync(join(cache, 'oos-toolkit', 'actions'), 'a file in the way');
  const { code, stderr } = await service.oos(refresh, { env: { XDG_CACHE_HOME: cache } });
  expect(code).toBe(2);
  expect(stderr).toMatch(/The actions cannot be kept in ".*" \(\w+\)\..+ or set XDG_CACHE_HOME to another one\./);
});
