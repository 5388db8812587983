import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { extension } from '../../scripts/bundles.mjs';
import { standIn } from './standIn.ts';

const require = createRequire(import.meta.url);
const loader = require('node:module') as { _load(request: string, ...rest: unknown[]): unknown };
const load = loader._load;
const { vscode, context, called } = standIn();
// As modules are known by their real paths.
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'oos-extension-')));

beforeAll(async () => {
  await build({ ...extension(folder), minify: true });
  loader._load = (request, ...rest) => (request === 'vscode' ? vscode : load.call(loader, request, ...rest));
  require(join(folder, 'extension.cjs')).activate(context);
}, 60_000);

afterAll(() => {
  loader._load = load;
  rmSync(folder, { recursive: true, force: true });
});

test('activation loads neither the client of the language server nor anything for the cloud', () => {
  const loaded = Object.keys(require.cache).filter((file) => file.startsWith(folder));
  expect(loaded.map((file) => basename(file))).toEqual(['extension.cjs']);
});

test('activation registers, and asks VS Code for no file, no search and no watch', () => {
  const registering =
    /^(?:commands\.register|languages\.register|workspace\.(?:register|onDid)|window\.(?:create|register|onDid)|EventEmitter|Disposable\.)/;
  const paths = called.filter((path) => !/^(?:context|env|l10n)\.|\(\)/.test(path));
  expect(paths.filter((path) => registering.test(path)).length).toBeGreaterThan(50);
  // The one command tells the views whether a connection is chosen.
  expect(paths.filter((path) => !registering.test(path))).toEqual(['commands.executeCommand']);
});
