import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { type Installed, installedPackage } from '../support/bundles.ts';
import { folderWith } from '../support/folder.ts';
import { template } from './runOos.ts';

// Programs are started, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let installed: Installed;

beforeAll(async () => {
  installed = await installedPackage();
});

afterAll(() => installed.remove());

function start(argv: readonly string[], cwd: string, more: Record<string, string> = {}) {
  const { LANG, LC_ALL, FORCE_COLOR, NO_COLOR, ...env } = process.env;
  return spawn(process.execPath, [join(installed.folder, 'dist/oos.cjs'), ...argv], { cwd, env: { ...env, ...more } });
}

/** The packages in the bundle of which something ran. */
async function packagesRunBy(argv: readonly string[], cwd: string): Promise<Set<string>> {
  const coverage = folderWith({});
  const child = start(argv, cwd, { NODE_V8_COVERAGE: coverage });
  child.stdout.resume();
  await once(child, 'close');
  const names = readdirSync(coverage).flatMap((file): string[] =>
    JSON.parse(readFileSync(join(coverage, file), 'utf8')).result.flatMap(({ url, functions }: ScriptCoverage) =>
      url.endsWith('/oos.cjs') ? functions.flatMap((it) => (it.ranges[0]?.count ? it.functionName : [])) : [],
    ),
  );
  return new Set(names.flatMap((name) => /^node_modules\/([^/]+)/.exec(name)?.[1] ?? []));
}

/** What V8 writes about one script, in part. */
interface ScriptCoverage {
  readonly url: string;
  readonly functions: readonly { readonly functionName: string; readonly ranges: readonly { count: number }[] }[];
}

async function finished(argv: readonly string[], cwd: string, stdin: string | Uint8Array = '') {
  const child = start(argv, cwd);
  child.stdin.end(stdin);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, stdout, stderr };
}

/** So many that their findings do not fit into a pipe at once. */
const many = Object.fromEntries(
  Array.from({ length: 300 }, (_, index) => [`${index}.yml`, 'FormatVersion: OOS-1\na: [\nb: "\n']),
);

test.runIf(existsSync('/dev/full')).each(['rules', 'emulator'])(
  'a full disk is told in a sentence by oos %s, and is no finding',
  (name) => {
    const full = openSync('/dev/full', 'w');
    const { LANG, LC_ALL, ...env } = process.env;
    const { status: code, stderr } = spawnSync(process.execPath, [join(installed.folder, 'dist/oos.cjs'), name], {
      cwd: folderWith({}),
      env,
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    const said = 'oos: The output could not be written (ENOSPC): no space is left. What is there is not all of it.\n';
    expect({ code, stderr }).toEqual({ code: 2, stderr: said });
  },
);

describe('oos as a program', () => {
  test('runs in any folder', async () => {
    const cwd = folderWith({ 'a.yml': template() });
    expect(await finished(['--version'], cwd)).toEqual({ code: 0, stdout: `${packageJson.version}\n`, stderr: '' });
  });

  test('finds mistakes by the real rules', async () => {
    const cwd = folderWith({ 'a.yml': 'FormatVersion: OOS-2019-06-01\nTasks:\n  - Name: a\n   Action: [\n' });
    const { code, stdout } = await finished(['check', 'a.yml'], cwd);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^a\.yml:\d+:\d+ error /);
  });

  test('reads standard input to its end', async () => {
    const long = `${template()}${'# 注释\n'.repeat(5000)}Taks: []\n`;
    const { stdout } = await finished(['check', '-', '--format', 'json'], tmpdir(), long);
    const [{ path, diagnostics }] = JSON.parse(stdout).files;
    expect({ path, last: diagnostics.at(-1) }).toMatchObject({ path: '-', last: { range: { start: { line: 5003 } } } });
  });

  test('writes a long answer into a pipe whole', async () => {
    const { code, stdout } = await finished(['check', '--format', 'json'], folderWith(many));
    expect(code).toBe(1);
    expect(JSON.parse(stdout).summary.files).toBe(300);
  });

  test('repairs a file in its place and standard input on its way', async () => {
    const before = `${template()}Parameters:\n  name:\n    type: String\n`;
    const after = before.replace('type:', 'Type:');
    const cwd = folderWith({ 'a.yml': before });
    const file = await finished(['check', 'a.yml', '--fix', '--quiet'], cwd);
    expect(readFileSync(join(cwd, 'a.yml'), 'utf8')).toBe(after);
    expect((await finished(['check', '-', '--fix'], cwd, before)).stdout).toBe(after);
    expect((await finished(['check', 'a.yml', '--fix', '--quiet'], cwd)).stdout).toBe(file.stdout);
  });

  test.each(['sarif', 'junit', 'github'])('writes many findings as %s into a pipe whole', async (format) => {
    const { code, stdout } = await finished(['check', '--format', format], folderWith(many));
    expect(code).toBe(1);
    expect(stdout).toContain('299.yml');
    expect(stdout.endsWith(format === 'junit' ? '</testsuites>\n' : '\n')).toBe(true);
    if (format === 'sarif') expect(JSON.parse(stdout).runs[0].artifacts).toHaveLength(300);
  });

  test('lists and explains the rules', async () => {
    const { stdout } = await finished(['rules'], tmpdir());
    expect(stdout).toMatch(/^unknown-parameter +error +\S/m);
    expect((await finished(['rules', 'unknown-parameter'], tmpdir())).stdout).toMatch(/^unknown-parameter\n/);
  });

  test('does not complain when its reader goes away', async () => {
    const child = start(['check', '--quiet'], folderWith(many));
    child.stdout.destroy();
    const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    expect(code).toBe(1);
    expect(stderr).toBe('');
  });

  test('says of five megabytes only that they are too many', async () => {
    const cwd = folderWith({ 'a.yml': `${template()}${'a: [\n'.repeat(1_000_000)}` });
    const { code, stdout } = await finished(['check', 'a.yml', '--format', 'json'], cwd);
    const rules = JSON.parse(stdout).files[0].diagnostics.map(({ rule }: { rule: string }) => rule);
    expect({ code, rules }).toEqual({ code: 1, rules: ['content-too-large'] });
  });

  test('loads only what the command needs', async () => {
    const cwd = folderWith({ 'a.yml': template() });
    const forVersion = await packagesRunBy(['--version'], cwd);
    expect(forVersion).not.toContain('yaml');
    const forCheck = await packagesRunBy(['check', 'a.yml'], cwd);
    expect(forCheck).toContain('yaml');
    expect([...forCheck].filter((name) => name.startsWith('vscode-'))).toEqual([]);
  });

  test('starts the language server', async () => {
    const child = start(['lsp', '--stdio'], tmpdir());
    const send = (message: object) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
    const [stdout, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
    expect(stdout).toContain('"capabilities"');
    expect(code).toBe(0);
  });
});
