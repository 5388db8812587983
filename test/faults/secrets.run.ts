import { describe, expect, test } from 'vitest';
import { commands } from '../../server/src/cli/commands.ts';
import { type Around, around } from './around.ts';
import { type Line, lines, mistaken } from './lines.ts';
import { sites } from './sites.ts';

/** Runs command lines at the same time; in scripts nobody minds in which order they fail. */
async function failing(some: readonly Line[], here: Around): Promise<void> {
  const codes = await Promise.all(some.map(async (line) => (await here.oos(line)).code));
  expect(codes.filter((code) => code > 0).length).toBeGreaterThan(some.length / 2);
}

describe('the command line', () => {
  test('has no command that is not looked at', () => {
    const looked = new Set([...lines(), ...mistaken].map(({ argv }) => argv[0]));
    const without = ['rules', 'completion', 'emulator', 'lsp'];
    expect([...commands.keys()].filter((name) => !looked.has(name) && !without.includes(name))).toEqual([]);
  });

  test('keeps secrets with a service that does what it is asked', async () => {
    const here = await around(sites['that does what it is asked']);
    const ids: string[] = [];
    for (const at of lines().keys()) {
      const [line] = lines(ids[0], ids.at(-1)).slice(at);
      const { code, stdout, stderr } = await here.oos(line ?? { argv: [] });
      ids.push(...(/exec-\w+/.exec(stdout) ?? []));
      expect(`${code > 1 ? line?.argv : ''} ${code > 1 ? stderr : ''}`).toBe(' ');
    }
    expect(here.gathered().leaks()).toEqual([]);
  });

  test('keeps what is secret in a template, even when the service shows it', async () => {
    const here = await around(sites['that shows what is secret']);
    for (const line of lines().filter(({ argv: [name] }) => name === 'publish' || name === 'run')) {
      expect((await here.oos(line)).code).toBeLessThan(2);
    }
    expect(here.gathered().leaks()).toEqual([]);
  });

  test('keeps what is secret among its mistakes', async () => {
    const here = await around(sites['that does what it is asked']);
    await failing(mistaken, here);
    expect(here.gathered().leaks()).toEqual([]);
  });

  const { 'that does what it is asked': _, 'that shows what is secret': __, ...bad } = sites;
  test.each(Object.entries(bad))('keeps secrets with a service %s', async (_name, site) => {
    const here = await around(site);
    await failing(lines(), here);
    expect(here.gathered().leaks()).toEqual([]);
  });

  test('keeps secrets where there is no service', async () => {
    const here = await around(async () => ({ endpoint: 'http://127.0.0.1:9' }));
    await failing(lines(), here);
    expect(here.gathered().leaks()).toEqual([]);
  });
});
