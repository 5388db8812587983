import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { commands } from '../../server/src/cli/commands.ts';
import { createOosApi } from '../../server/src/cloud/api/oosApi.ts';
import { explicitConnection } from '../../server/src/cloud/connection.ts';
import { createTransport } from '../../server/src/cloud/createTransport.ts';
import { oos } from '../cli/runOos.ts';
import { folderWith } from '../support/folder.ts';
import { Evidence } from './evidence.ts';
import { files, type Line, lines, mistaken } from './lines.ts';
import { leaksIn, planted } from './planted.ts';
import { type Site, sites } from './sites.ts';

vi.setConfig({ testTimeout: 60_000 });

const region = 'cn-hangzhou';

/** Folders in which programs leave what they leave, the environment that leads to them, and what libraries print meanwhile. */
function surroundings(endpoint: string) {
  const cwd = folderWith(files);
  const home = folderWith({});
  const cache = folderWith({});
  const temporary = folderWith({});
  vi.stubEnv('TMPDIR', temporary);
  const evidence = new Evidence();
  const spies = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write'));
  const consoles = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name));
  onTestFinished(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });
  const env = {
    HOME: home,
    USERPROFILE: home,
    XDG_CACHE_HOME: cache,
    LOCALAPPDATA: cache,
    ALIBABA_CLOUD_ACCESS_KEY_ID: planted.accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: planted.accessKeySecret,
    ALIBABA_CLOUD_SECURITY_TOKEN: planted.securityToken,
    ALIBABA_CLOUD_REGION_ID: region,
    ALIBABA_CLOUD_ENDPOINT: endpoint,
  };
  /** Everything that was written apart from what is in the evidence already. */
  const gather = () => {
    for (const spy of [...spies, ...consoles]) evidence.add('what the process printed', inspect(spy.mock.calls));
    evidence.addFiles(cwd, Object.keys(files));
    for (const folder of [home, cache, temporary]) evidence.addFiles(folder);
    return evidence;
  };
  return { cwd, env, evidence, gather };
}

type Around = ReturnType<typeof surroundings>;

/** Runs a command line, in both languages. */
async function ran({ argv, ...person }: Line, { cwd, env, evidence }: Around) {
  const english = await oos(argv, { cwd, env, ...person });
  const chinese = await oos([...argv, '--lang', 'zh-cn'], { cwd, env, ...person });
  for (const { stdout, stderr } of [english, chinese]) {
    evidence.add(`the output of oos ${argv.slice(0, 3).join(' ')}`, stdout);
    evidence.add(`the messages of oos ${argv.slice(0, 3).join(' ')}`, stderr);
  }
  return english;
}

/** Several command lines, in any order. */
const all = (some: readonly Line[], around: Around) => Promise.all(some.map((it) => ran(it, around)));

async function around(site: Site): Promise<Around> {
  const { endpoint } = await site();
  return surroundings(endpoint);
}

describe('the command line', () => {
  test('knows no command that is not looked at', () => {
    const looked = new Set([...lines(''), ...mistaken].map(({ argv }) => argv[0]));
    const without = ['rules', 'completion', 'emulator', 'lsp'];
    expect([...commands.keys()].filter((name) => !looked.has(name) && !without.includes(name))).toEqual([]);
  });

  test('with a service that does what it is asked', async () => {
    const here = await around(sites['that does what it is asked']);
    let execution = '';
    const codes: string[] = [];
    for (const at of lines('').keys()) {
      const line = lines(execution)[at];
      if (!line) continue;
      const { code, stdout, stderr } = await ran(line, here);
      execution ||= /exec-\w+/.exec(stdout)?.[0] ?? '';
      if (code > 1) codes.push(`${line.argv.join(' ')}: ${code} ${stderr}`);
    }
    expect(codes).toEqual([]);
    expect(here.gather().leaks()).toEqual([]);
  });
});
