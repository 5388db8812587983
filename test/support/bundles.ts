import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'esbuild';
import { programs } from '../../scripts/bundles.mjs';

const root = join(import.meta.dirname, '../..');

/** The programs, bundled as for a release and laid out as the published package in a folder far from this one. */
export interface Installed {
  readonly folder: string;
  remove(): void;
}

export async function installedPackage(): Promise<Installed> {
  const folder = mkdtempSync(join(tmpdir(), 'oos-installed-'));
  cpSync(join(root, 'schemas'), join(folder, 'schemas'), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  await Promise.all(programs(join(folder, 'dist')).map((options) => build(options)));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a Node program until it ends by itself; its input stays open. */
export async function node(
  argv: readonly string[],
  env: Record<string, string>,
  cwd: string,
  input = '',
): Promise<Ended> {
  const child = spawn(process.execPath, argv, { cwd, env });
  child.stdin.write(input);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, stdout, stderr };
}
