// Bundles the benchmarks and runs them: the program is measured as it is shipped, without a loader in between.
//   npm run bench                  all of them
//   npm run bench -- answers       one of them
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { programs } from '../scripts/bundles.mjs';

const benchmarks = process.argv[2] ? [process.argv[2]] : ['check', 'answers', 'preflight'];
const outdir = fileURLToPath(new URL('../out/bench', import.meta.url));
await esbuild.build({
  entryPoints: benchmarks.map((name) => fileURLToPath(new URL(`${name}.ts`, import.meta.url))),
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  mainFields: ['module', 'main'],
  // As in dist/; the bare parse takes the package as Node finds it.
  alias: { yaml: fileURLToPath(new URL('../node_modules/yaml/browser/index.js', import.meta.url)) },
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  logLevel: 'warning',
});
if (benchmarks.some((name) => name !== 'check')) {
  await Promise.all(programs(outdir).map((options) => esbuild.build({ ...options, minify: true })));
}
for (const name of benchmarks) {
  const { status } = spawnSync(process.execPath, [`${outdir}/${name}.mjs`], { stdio: 'inherit' });
  process.exitCode ||= status ?? 1;
}
