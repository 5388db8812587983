// Runs Neovim with its own language client against the built server. The exit code is 0 only when every case passed.
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import * as os from 'node:os';
import * as path from 'node:path';

import * as esbuild from 'esbuild';
import { ensureProgram } from '../../scripts/vscode/install.mjs';

const here = import.meta.dirname;
const repository = path.resolve(here, '../..');
const bundle = path.join(repository, 'out', 'neovim', 'cases.cjs');
const neovim = process.env.NVIM ?? ensureProgram('/usr/bin/nvim', ['neovim'], 'NVIM');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'oos-neovim-'));

await esbuild.build({
  entryPoints: [path.join(here, 'cases.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
});
const { writeCases } = createRequire(import.meta.url)(bundle);
writeCases(folder);

const script = path.join(here, 'client.lua');
const { status, signal } = spawnSync(
  neovim,
  ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${script}`],
  {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 180_000,
    env: {
      ...process.env,
      OOS_CASES: path.join(folder, 'cases.json'),
      OOS_SERVER: JSON.stringify([
        process.execPath,
        path.join(repository, 'dist', 'oos-language-server.cjs'),
        '--stdio',
      ]),
    },
  },
);
fs.rmSync(folder, { recursive: true, force: true });
if (signal) console.error(`Neovim was ended by ${signal}: the cases took too long.`);
process.exitCode = status ?? 1;
