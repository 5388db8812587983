import { beforeAll, describe, expect, test } from 'vitest';
import { folderWith } from '../../support/folder.ts';
import { away, sharedService, sleeping } from './service.ts';

const service = sharedService();

beforeAll(async () => {
  for (const word of ['first', 'second']) await publish('nap', sleeping(word), '--version-name', `the ${word}`);
  await publish('siesta', sleeping('after lunch'), '--tag', 'team=kitchen');
});

async function publish(name: string, text: string, ...more: string[]) {
  const argv = ['publish', '-', '--name', name, '--yes', ...more];
  expect(await service.oos(argv, { stdin: text })).toMatchObject({ code: 0 });
}

const names = (stdout: string) => stdout.split('\n').flatMap((line) => /^(\S+) +v\d/.exec(line)?.[1] ?? []);

describe('oos templates list', () => {
  test('shows the templates with their latest versions', async () => {
    const argv = ['templates', 'list', '--share-type', 'private', '--sort', 'name', '--order', 'ascending'];
    const { code, stdout, stderr } = await service.oos(argv);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^Name +Version +Format +Share +Updated +Description\nnap +v2 +YAML +Private +\S+ +second\n/,
    );
    expect(names(stdout)).toEqual(['nap', 'siesta']);
    expect((await service.oos([...argv, '--lang', 'zh-cn'])).stdout).toMatch(/^名称 +版本 /);
  });

  test.each([
    [['nap'], ['nap']],
    [['--tag', 'team=kitchen'], ['siesta']],
    [['--created-by', 'ACS', '--has-trigger', 'true'], ['ACS-Local-NightlySleep']],
    [['--share-type', 'private', '--created-before', '2020-01-01T00:00:00Z'], []],
    [['--share-type', 'private', '--created-before', '2h'], []],
    [
      ['--share-type', 'private', '--created-after', '7d', '--created-before', '2999-01-01', '--sort', 'name'],
      ['siesta', 'nap'],
    ],
    [['--share-type', 'private', '--notation', 'json'], []],
  ])('shows those that %j names', async (argv, expected) => {
    const { stdout, stderr } = await service.oos(['templates', 'list', ...argv]);
    expect(names(stdout)).toEqual(expected);
    expect(stderr).toBe(expected.length > 0 ? '' : 'Nothing was found.\n');
  });

  test('tells in one language what was written in several', async () => {
    const list = async (language: string) =>
      (await service.oos(['templates', 'list', 'NightlySleep', '--lang', language])).stdout;
    expect(await list('en')).toMatch(/ Waits for a time of the day, then sleeps a minute$/m);
    expect(await list('zh-cn')).toMatch(/ 等到每天的指定时间，然后休眠一分钟$/m);
  });

  test('stops at the limit and says so', async () => {
    const { stdout, stderr } = await service.oos(['templates', 'list', '--limit', '1']);
    expect(names(stdout)).toHaveLength(1);
    expect(stderr).toContain('there are more');
    const json = await service.oos(['templates', 'list', '--limit', '1', '--format', 'json']);
    expect(json.stderr).toBe('');
    expect(JSON.parse(json.stdout)).toMatchObject({
      version: 1,
      templates: [{ TemplateName: expect.any(String), Hash: expect.any(String) }],
      more: true,
    });
  });
});

describe('oos templates show and versions', () => {
  test('puts the text of a version on standard output, as it is', async () => {
    expect(await service.oos(['templates', 'show', 'nap'])).toEqual({
      code: 0,
      stdout: sleeping('second'),
      stderr: '',
    });
    expect((await service.oos(['templates', 'show', 'nap', '--version', 'v1'])).stdout).toBe(sleeping('first'));
    const json = await service.oos(['templates', 'show', 'nap', '--version', 'v1', '--format', 'json']);
    expect(JSON.parse(json.stdout)).toMatchObject({
      version: 1,
      template: { TemplateVersion: 'v1', VersionName: 'the first' },
      content: sleeping('first'),
      contentIsOriginal: true,
    });
  });

  test('makes it safe on a terminal', async () => {
    await publish('sneaky', sleeping('"x\u202ey"'));
    const { stdout, stderr } = await service.oos(['templates', 'show', 'sneaky'], { terminal: true });
    expect(stdout).toBe(sleeping('"x\uFFFDy"'));
    expect(stderr).toContain('sneaky v1, saved ');
  });

  test('lists the versions', async () => {
    const { stdout } = await service.oos(['templates', 'versions', 'nap']);
    expect(stdout).toMatch(/^v2 +the second +YAML/m);
    const json = await service.oos(['templates', 'versions', 'nap', '--format', 'json']);
    const { versions } = JSON.parse(json.stdout);
    expect(versions.map((it: { TemplateVersion: string }) => it.TemplateVersion).sort()).toEqual(['v1', 'v2']);
  });

  test('tells what is not there', async () => {
    const { code, stdout, stderr } = await service.oos(['templates', 'show', 'nothing', '--lang', 'zh-cn']);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(/没有可见的模板“nothing”.*EntityNotExists\.Template.*请求 ID/);
  });
});

describe('oos templates delete', () => {
  const exists = async (name: string) => (await service.oos(['templates', 'show', name])).code === 0;

  test('wants the name typed', async () => {
    await publish('doomed', sleeping('x'));
    const run = (answer: string | undefined) =>
      service.oos(['templates', 'delete', 'doomed'], { terminal: true, answers: [answer] });
    expect((await run('y')).code).toBe(2);
    expect((await run(undefined)).code).toBe(2);
    expect(await exists('doomed')).toBe(true);
    const { code, stdout, stderr } = await run('doomed');
    expect(code).toBe(0);
    expect(stderr).toContain('with all its versions (the latest is v1)');
    expect(stdout).toBe('Deleted doomed.\n');
    expect(await exists('doomed')).toBe(false);
  });

  test('needs --yes where nobody can be asked', async () => {
    await publish('doomed', sleeping('x'));
    const without = await service.oos(['templates', 'delete', 'doomed']);
    expect(without.code).toBe(2);
    expect(without.stderr).toContain('Add --yes');
    expect(await exists('doomed')).toBe(true);
    const { code, stdout } = await service.oos(['templates', 'delete', 'doomed', '--yes', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ version: 1, deleted: 'doomed', requestId: expect.any(String) });
  });

  test('does not ask about what cannot be deleted', async () => {
    const argv = ['templates', 'delete', 'ACS-Local-NightlySleep'];
    const official = await service.oos(argv, { terminal: true, answers: ['x'] });
    expect(official.code).toBe(2);
    expect(official.stderr).toContain('kept for official templates');
    const missing = await service.oos(['templates', 'delete', 'nothing'], { terminal: true, answers: ['nothing'] });
    expect(missing.code).toBe(3);
    expect(missing.stderr).not.toContain('Type nothing');
    const env = service.envOf(service.emulator.accounts.reader);
    const reader = await service.oos(['templates', 'delete', 'nap', '--yes'], { env });
    expect(reader.code).toBe(3);
    expect(reader.stderr).toMatch(/NoPermission/);
  });
});

test.each([['list'], ['show', 'nap'], ['versions', 'nap'], ['delete', 'nap', '--yes']])(
  'oos templates %s tells that the service is away',
  async (...argv) => {
    const { code, stdout, stderr } = await service.oos(['templates', ...argv], { env: away });
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain('ECONNREFUSED');
  },
);

test.each<[string[], string]>([
  [[], 'one of list, show, versions, delete'],
  [['shwo'], 'Did you mean show?'],
  [['show'], 'Something is missing: oos templates show NAME'],
  [['delete', 'a', 'b'], 'too much at once: oos templates delete NAME'],
  [['list', '--yes'], '--yes has no meaning for oos templates list'],
  [['list', '--limit', '0'], '--limit needs a whole number'],
  [['list', '--created-after', 'yesterday'], '--created-after needs a time such as 2h, 7d, 2025-01-31'],
])('refuses oos templates %j', async (argv, message) => {
  const { code, stdout, stderr } = await service.oos(['templates', ...argv]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});

test('its help has examples in both languages', async () => {
  expect((await service.oos(['templates', '--help'])).stdout).toMatch(/^Examples:\n {2}oos templates list /m);
  const { stdout } = await service.oos(['help', 'templates', '--lang', 'zh-cn']);
  expect(stdout).toMatch(/^示例：\n {2}oos templates list /m);
  expect(stdout).toContain('用法：oos templates list [WORD] | show NAME | versions NAME | delete NAME [OPTIONS]');
});

test('the folder of a file is no part of its name', async () => {
  const cwd = folderWith({ 'a/b.oos.json': JSON.stringify({ FormatVersion: 'OOS-2019-06-01', Tasks: [] }) });
  const { stdout } = await service.oos(['publish', 'a/b.oos.json', '--dry-run', '--force'], { cwd });
  expect(stdout).toContain('nothing is published as b yet');
});
