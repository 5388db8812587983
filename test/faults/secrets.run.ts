import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ResponseError } from 'vscode-languageserver/node';
import { commands } from '../../server/src/cli/commands/commands.ts';
import { type Around, around } from './around.ts';
import { allCommands } from './editor.ts';
import { thrown } from './errors.ts';
import { homes } from './homes.ts';
import { type Line, lines, mistaken } from './lines.ts';
import { sites } from './sites.ts';

/** Runs command lines at the same time; in scripts nobody minds in which order they fail. */
async function failing(some: readonly Line[], here: Around): Promise<void> {
  const codes = await Promise.all(some.map(async (line) => (await here.oos(line)).code));
  expect(codes.filter((code) => code > 0).length).toBeGreaterThan(some.length / 2);
}

const { 'that does what it is asked': good, 'that shows what is secret': showing, ...bad } = sites;
const away = async () => ({ endpoint: 'http://127.0.0.1:9' });

describe('the command line', () => {
  test('has no command that is not looked at', () => {
    const looked = new Set([...lines(), ...mistaken].map(({ argv }) => argv[0]));
    const without = ['rules', 'completion', 'emulator', 'lsp'];
    expect([...commands.keys()].filter((name) => !looked.has(name) && !without.includes(name))).toEqual([]);
  });

  test('keeps secrets with a service that does what it is asked', async () => {
    const here = await around(good);
    const ids: string[] = [];
    for (const at of lines().keys()) {
      const [line] = lines(ids[0], ids.at(-1)).slice(at);
      const { code, stdout, stderr } = await here.oos(line ?? { argv: [] });
      if (line?.argv[0] === 'run') ids.push(...(/exec-\w+/.exec(stdout) ?? []));
      expect(`${code > 1 ? line?.argv : ''} ${code > 1 ? stderr : ''}`).toBe(' ');
    }
    const evidence = here.gathered();
    expect(evidence.leaks()).toEqual([]);
    expect(evidence.seen).toContain('oos.journal');
    const kept = readFileSync(join(here.data, 'oos.journal'), 'utf8');
    expect(ids.filter((id) => !kept.includes(id))).toEqual([]);
    expect(ids.length).toBeGreaterThan(3);
  });

  test('keeps what is secret in a template, even when the service shows it', async () => {
    const here = await around(showing);
    for (const line of lines().filter(({ argv: [name] }) => name === 'publish' || name === 'run')) {
      expect((await here.oos(line)).code).toBeLessThan(2);
    }
    expect(here.gathered().leaks()).toEqual([]);
  });

  test('keeps what is secret among its mistakes', async () => {
    const here = await around(good);
    await failing(mistaken, here);
    expect(here.gathered().leaks()).toEqual([]);
  });

  test.each([...Object.entries(bad), ['that is away', away] as const])(
    'keeps secrets with a service %s',
    async (_name, site) => {
      const here = await around(site);
      await failing(lines(), here);
      expect(here.gathered().leaks()).toEqual([]);
    },
  );
});

describe('files with keys', () => {
  const commands = ['profiles', 'profiles --format json', 'validate set.oos.yml', 'templates list'];

  test.each(Object.keys(homes('')))('keep them where there is %s', async (name) => {
    const { endpoint } = await bad['that quotes what it refuses']();
    const here = await around(async () => ({ endpoint }), homes(endpoint)[name]);
    const codes = await Promise.all(commands.map(async (it) => (await here.oos({ argv: it.split(' ') })).code));
    expect(codes.slice(2)).toEqual([3, 3]);
    const answers = await allCommands(here);
    expect(answers).not.toContainEqual(expect.objectContaining({ ok: true, requestId: expect.anything() }));
    expect(here.gathered().leaks()).toEqual([]);
  });
});

describe('the language server', () => {
  test.each([...Object.entries(sites), ['that is away', away] as const])(
    'keeps secrets with a service %s',
    async (_name, site) => {
      const here = await around(site);
      await allCommands(here);
      expect(here.gathered().leaks()).toEqual([]);
    },
  );

  test('keeps secrets that its client repeats', async () => {
    const here = await around(good);
    const reply = (_operation: string, { Parameters = 'nothing' }: Record<string, string>) =>
      new ResponseError(1, `refused: ${Parameters}`, { code: 'InvalidParameter', httpStatus: 400 });
    await allCommands(here, {
      initializationOptions: { cloud: 'client' },
      answer: (connection) =>
        connection.onRequest('oos/callApi', ({ operation, parameters }) => reply(operation, parameters)),
    });
    expect(here.gathered().leaks()).toEqual([]);
  });
});

describe('the API', () => {
  test.each([...Object.entries(bad), ['that is away', away] as const])(
    'keeps secrets out of its errors with a service %s',
    async (_name, site) => {
      const here = await around(site);
      const errors = await thrown(here.env.ALIBABA_CLOUD_ENDPOINT ?? '');
      for (const error of errors) here.evidence.add('an error', error);
      expect(here.gathered().leaks()).toEqual([]);
    },
  );
});
