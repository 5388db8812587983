import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Installed, installedPackage, node } from '../../support/bundles.ts';
import { folderWith } from '../../support/folder.ts';
import { away, expectNoSecret, planted, sharedService, sleeping, sleepless } from './service.ts';

// Programs are bundled and started, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const service = sharedService();
let installed: Installed;

beforeAll(async () => {
  installed = await installedPackage();
});
afterAll(() => installed.remove());

/** Runs the program in a folder with templates, without a terminal, until it ends by itself. */
async function oos(argv: readonly string[], more: Record<string, string> = {}) {
  const cwd = folderWith({ 'good.oos.yml': sleeping('good'), 'bad.oos.yml': sleepless });
  const env = { HOME: cwd, USERPROFILE: cwd, ...service.envOf(planted), ...more };
  const done = await node([join(installed.folder, 'dist/oos.cjs'), ...argv], env, cwd);
  expectNoSecret(done.stdout + done.stderr);
  return done;
}

const powerless = () => service.envOf(service.emulator.accounts.powerless);

describe('oos as a program, with a service', () => {
  /** In this order: each line finds what the one before it left. */
  const lines: readonly (readonly [line: string, stdout: string | RegExp])[] = [
    ['validate good.oos.yml', 'good.oos.yml: valid, 1 parameter, 1 task, 1 output\n'],
    ['publish good.oos.yml --tag a=b --yes', /created as v1\n$/],
    ['publish good.oos.yml', 'good (good.oos.yml): unchanged, v1 is the same\n'],
    ['templates list good', /^good +v1 +YAML +Private .* good$/m],
    ['templates show good', sleeping('good')],
    ['templates versions good', /^v1 /m],
    ['tags add good --tag c=d --yes', 'The tags are changed.\n'],
    ['tags list good', /^template +good +a +b\ntemplate +good +c +d\n/m],
    ['tags remove good --all --yes', 'The tags are changed.\n'],
    ['api GetTemplate --TemplateName good', /"TemplateVersion": "v1"/],
    ['actions refresh', /^\d+ actions, as the service in cn-hangzhou lists them/],
    ['profiles', /^\* +environment +AK +LTAI\*+0001 +cn-hangzhou +from the environment +yes$/m],
    ['templates delete good --yes', 'Deleted good.\n'],
  ];

  test('does what it is told', async () => {
    for (const [line, expected] of lines) {
      const { code, stdout } = await oos(line.split(' '));
      expect({ line, code }).toEqual({ line, code: 0 });
      expect(stdout).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));
    }
  });

  test('finds the mistake that the service finds', async () => {
    const { code, stdout } = await oos(['validate', 'bad.oos.yml', 'good.oos.yml']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^bad\.oos\.yml:11:7 error .*TemplateValidationError/);
  });
});

test('goes through the proxy of the environment', async () => {
  const proxy = { HTTPS_PROXY: 'http://127.0.0.1:9', ALIBABA_CLOUD_ENDPOINT: 'https://oos.example.com' };
  const { code, stderr } = await oos(['templates', 'list'], proxy);
  expect(code).toBe(3);
  expect(stderr).toContain('did not get through the proxy 127.0.0.1:9 (ECONNREFUSED)');
});

const calls = [
  'validate good.oos.yml',
  'publish good.oos.yml --yes',
  'templates list',
  'templates show good',
  'templates versions good',
  'templates delete good --yes',
  'tags list good',
  'tags add good --tag c=d --yes',
  'tags remove good --all --yes',
  'api GetTemplate --TemplateName good',
  'actions refresh',
];

test.each(calls)('oos %s tells a refusal, and a service that is away', async (line) => {
  const refused = await oos(line.split(' '), powerless());
  expect(refused.code).toBe(3);
  expect(refused.stderr).toMatch(/User\.NoPermission, HTTP 401, request ID/);
  const lost = await oos([...line.split(' '), '--lang', 'zh-cn'], away);
  expect(lost.code).toBe(3);
  expect(lost.stderr).toContain('请检查接入点');
});

test.each([
  'publish good.oos.yml',
  'templates delete good',
  'tags add good --tag c=d',
  'api DeleteTemplate --TemplateName good',
])('oos %s changes nothing where nobody can be asked', async (line) => {
  await service.oos(['publish', '-', '--name', 'good', '--yes'], { stdin: sleeping('kept') });
  const { code, stderr } = await oos(line.split(' '));
  expect(code).toBe(2);
  expect(stderr).toContain('Add --yes');
  expect((await service.oos(['templates', 'show', 'good'])).stdout).toBe(sleeping('kept'));
});
