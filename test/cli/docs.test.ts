import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import packageJson from '../../package.json' with { type: 'json' };
import { check } from '../../server/src/cli/commands/check.ts';
import { commands } from '../../server/src/cli/commands/commands.ts';
import { parseSettings } from '../../server/src/workspace/settingsText.ts';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/ci.md'), 'utf8');
const hooks: readonly Hook[] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'));

interface Hook {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly entry: string;
  readonly files: string;
}

function blocks(language: string): string[] {
  return [...page.matchAll(/^```(\w+)\n(.*?)^```/gms)].flatMap(([, name, text]) =>
    name === language ? (text ?? '') : [],
  );
}

test('the page names every format', () => {
  for (const format of check.options.format.choices ?? []) expect(page).toContain(`| \`${format}\` |`);
});

test('the page names no option that oos check does not have', () => {
  const named = [...page.matchAll(/oos check[^\n`]*/g)].flatMap(([line]) => line.match(/(?<=--)[a-z-]+/g) ?? []);
  expect(named).toContain('fix');
  for (const name of named) expect(Object.keys(check.options)).toContain(name);
});

test('the examples on the page can be read', () => {
  expect(blocks('yaml').length).toBeGreaterThan(3);
  for (const text of blocks('yaml')) expect(() => parse(text)).not.toThrow();
  expect(blocks('json')).toHaveLength(1);
  for (const text of blocks('json')) expect(parseSettings(text).problems).toEqual([]);
});

test('the hooks of pre-commit run commands that exist, and are named on the page', () => {
  expect(hooks.length).toBeGreaterThan(0);
  for (const { id, language, entry, files } of hooks) {
    const [program = '', command = '', ...options] = entry.split(' ');
    expect(language).toBe('node');
    expect(packageJson.bin).toHaveProperty(program);
    expect(commands.has(command)).toBe(true);
    for (const option of options) expect(Object.keys(check.options)).toContain(option.slice(2));
    expect(page).toContain(`\`${id}\``);
    for (const name of ['a.oos.yml', 'b/a.oos.yaml', 'a.oos.json']) expect(name).toMatch(new RegExp(files));
    for (const name of ['a.yml', 'package.json', 'a.oos.yml.bak']) expect(name).not.toMatch(new RegExp(files));
  }
});
