import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildFor } from '../../scripts/vscode/playgroundBuild.mjs';
import { repository } from '../../scripts/vscode/sandbox.mjs';

test.each([
  ['20.20.2', 'darwin', 'arm64', '4.100.3'],
  ['24.1.0', 'linux', 'arm64', '4.139.1'],
  // With a Node of its own, of which there is a package for this machine only.
  ['25.1.0', 'linux', 'x64', '4.100.3'],
  ['25.1.0', 'linux', 'arm64', undefined],
  ['23.0.0', 'darwin', 'arm64', undefined],
])('on Node %s of %s-%s VS Code is %s', (node, platform, arch, build) => {
  expect(buildFor({ versions: { node }, platform, arch })).toBe(build);
});

/** What the playground says on another machine than this one, and how it ends. */
function playgroundOn(machine: object, environment: Record<string, string>) {
  const { versions } = process;
  const parts = Object.entries({ ...machine, versions: { ...versions, ...machine } });
  const code = parts.map(
    ([name, value]) => `Object.defineProperty(process,'${name}',{value:${JSON.stringify(value)}})`,
  );
  const script = join(repository, 'scripts', 'vscode', 'playground.mjs');
  const words = ['--import', `data:text/javascript,${encodeURIComponent(code.join(';'))}`, script, '--no-open'];
  const env = { ...process.env, LC_ALL: 'C', ...environment };
  return new Promise<{ code: unknown; said: string }>((resolve) => {
    execFile(process.execPath, words, { env }, (error, _, said) => resolve({ code: error?.code, said }));
  });
}

test('a Node without a build that is known to work is named, with those that have one', async () => {
  const mac = { node: '25.1.0', platform: 'darwin' };
  const { code, said } = await playgroundOn(mac, { VSCODE_SERVER_VERSION: '' });
  expect(said).toContain('No build of VS Code is known to run on Node 25.1.0. Use Node 20, 22 or 24');
  expect(code).toBe(2);
});
