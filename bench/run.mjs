// Bundles the benchmark and runs it: the program is measured as it is shipped, without a loader in between.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const outfile = fileURLToPath(new URL('../out/bench/check.mjs', import.meta.url));
await esbuild.build({
  entryPoints: [fileURLToPath(new URL('check.ts', import.meta.url))],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  mainFields: ['module', 'main'],
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  logLevel: 'warning',
});
process.exitCode = spawnSync(process.execPath, [outfile], { stdio: 'inherit' }).status ?? 1;
