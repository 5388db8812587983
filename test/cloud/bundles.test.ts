import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { programs } from '../../scripts/bundles.mjs';
import { type Installed, installedPackage, node } from '../support/bundles.ts';
import { fakeProxy, refuseWith } from '../support/fakeProxy.ts';
import { answered, fakeService } from '../support/fakeService.ts';
import { folderWith } from '../support/folder.ts';

// Programs are bundled and started, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let installed: Installed;

beforeAll(async () => {
  installed = await installedPackage();
  const [bundles] = programs(join(installed.folder, 'dist'));
  await build({ ...bundles, entryPoints: { probe: 'test/support/cloudProbe.ts' } });
});

afterAll(() => installed.remove());

const recorder = join(import.meta.dirname, '../support/accessLog.cjs');

/** A user with keys in every place where they may be. */
function homeWithKeys(): string {
  const profile = {
    name: 'default',
    mode: 'AK',
    access_key_id: 'LTAIhome',
    access_key_secret: 's',
    region_id: 'cn-beijing',
  };
  return folderWith({
    '.aliyun/config.json': JSON.stringify({ current: 'default', profiles: [profile] }),
    '.alibabacloud/credentials': '[default]\ntype = access_key\naccess_key_id = LTAIhome\naccess_key_secret = s\n',
  });
}

/** What a program touched. */
async function touchedBy(argv: readonly string[], input = '', env: Record<string, string> = {}) {
  const home = homeWithKeys();
  const log = join(home, 'log.json');
  const whole = { PATH: process.env.PATH ?? '', HOME: home, USERPROFILE: home, ACCESS_LOG: log, ...env };
  const ended = await node(['--require', recorder, ...argv], whole, home, input);
  const { modules, credentials, connections } = JSON.parse(readFileSync(log, 'utf8'));
  const libraries = modules.filter((it: string) => /oos-transport|oos-credentials|@alicloud/.test(it));
  return { ...ended, libraries, credentials, connections };
}

const nothing = { libraries: [], credentials: [], connections: 0 };
const bundle = (name: string): string => join(installed.folder, 'dist', `${name}.cjs`);

describe('the programs without a call', () => {
  const environment = {
    ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAIenv',
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'secret',
    HTTPS_PROXY: 'http://127.0.0.1:9',
  };

  test('oos check touches neither the cloud code nor keys nor the network', async () => {
    const file = join(folderWith({}), 'a.oos.yml');
    writeFileSync(file, 'FormatVersion: OOS-2019-06-01\nTasks:\n  - Name: a\n    Action: ACS::Sleep\n');
    const touched = await touchedBy([bundle('oos'), 'check', file], '', environment);
    expect(touched.stdout).toContain('missing-sleep-time');
    expect(touched).toMatchObject(nothing);
  });

  test('the start of the language server does not either', async () => {
    const message = (body: object): string => {
      const text = JSON.stringify({ jsonrpc: '2.0', ...body });
      return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
    };
    const initialize = { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } };
    const textDocument = { uri: 'file:///a.oos.yml', languageId: 'oos-yaml', version: 1, text: 'Tasks: []\n' };
    const input = [
      initialize,
      { method: 'initialized', params: {} },
      { method: 'textDocument/didOpen', params: { textDocument } },
      { id: 2, method: 'shutdown' },
      { method: 'exit' },
    ];
    const argv = [bundle('oos-language-server'), '--stdio'];
    const touched = await touchedBy(argv, input.map(message).join(''), environment);
    expect(touched.stdout).toContain('"capabilities"');
    expect(touched).toMatchObject({ ...nothing, code: 0 });
  });
});

describe('the bundles with the official libraries', () => {
  test('are loaded by a call, from any folder', async () => {
    const service = await fakeService(answered({ RequestId: 'R-1', Regions: [] }));
    const touched = await touchedBy([bundle('probe'), 'call', service.endpoint]);
    expect(JSON.parse(touched.stdout)).toEqual({ RequestId: 'R-1', Regions: [] });
    expect(touched.libraries).toEqual(['./oos-transport.cjs']);
    expect(touched.connections).toBe(1);
    expect(service.seen[0]).toMatchObject({ operation: 'DescribeRegions', form: { RegionId: 'cn-hangzhou' } });
  });

  test('are loaded by a profile whose keys must be exchanged, and its files are read', async () => {
    const profile = {
      name: 'role',
      mode: 'OIDC',
      oidc_provider_arn: 'p',
      oidc_token_file: join(tmpdir(), 'no-such-token'),
    };
    const home = folderWith({
      '.aliyun/config.json': JSON.stringify({ profiles: [{ ...profile, ram_role_arn: 'acs:ram::1:role/r' }] }),
    });
    const touched = await touchedBy([bundle('probe'), 'keys', 'role'], '', { HOME: home, USERPROFILE: home });
    expect(JSON.parse(touched.stdout)).toMatchObject({ name: 'OosError', message: expect.stringContaining('ENOENT') });
    expect(touched.libraries).toEqual(['./oos-credentials.cjs']);
    expect(touched.credentials.length).toBeGreaterThan(0);
  });

  test('go through the proxy of the environment, and tell when that refuses', async () => {
    const proxy = await fakeProxy(refuseWith(407));
    const argv = [bundle('probe'), 'call', 'https://oos.cn-nowhere.aliyuncs.invalid'];
    const touched = await touchedBy(argv, '', { HTTPS_PROXY: `http://me:hush@${proxy.host}` });
    expect(JSON.parse(touched.stdout)).toEqual({
      name: 'OosError',
      message: expect.stringMatching(`did not get through the proxy ${proxy.host} .HTTP 407`),
    });
    expect(proxy.asked).toMatchObject([{ target: 'oos.cn-nowhere.aliyuncs.invalid:443' }]);
  });

  test('print nothing about requests when DEBUG asks libraries for it', async () => {
    const service = await fakeService(answered({ RequestId: 'R-1' }));
    const touched = await touchedBy([bundle('probe'), 'call', service.endpoint], '', { DEBUG: '*' });
    expect(touched.stdout + touched.stderr).not.toMatch(/authorization|x-acs/i);
    expect(touched.code).toBe(0);
  });
});
