// Bundles the three programs of the package. `--watch` rebuilds on change, `--tests` also bundles the VS Code suite.
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

/** The build of `yaml` for Node looks at the environment at every token; the other one is the same code and faster. */
const yaml = fileURLToPath(new URL('node_modules/yaml/browser/index.js', import.meta.url));

const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: !process.argv.includes('--watch'),
  outExtension: { '.js': '.cjs' },
  // The ESM builds are smaller than what `main` names: jsonc-parser's `main` is UMD, which esbuild cannot follow.
  mainFields: ['module', 'main'],
  alias: { yaml },
  // Bundles are CommonJS, where this is how a module knows its folder.
  define: { 'import.meta.dirname': '__dirname' },
  logLevel: 'warning',
};

const builds = [
  {
    ...common,
    outdir: 'dist',
    entryPoints: { 'oos-language-server': 'server/src/main.ts', oos: 'server/src/cli/main.ts' },
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...common, outdir: 'dist', entryPoints: { extension: 'client/src/extension.ts' }, external: ['vscode'] },
];
if (process.argv.includes('--tests')) {
  builds.push({
    ...common,
    minify: false,
    outdir: 'out/vscode-suite',
    entryPoints: { index: 'test/vscode/suite/index.ts' },
    external: ['vscode', 'mocha'],
  });
}

if (process.argv.includes('--watch')) {
  await Promise.all(builds.map(async (options) => (await esbuild.context(options)).watch()));
} else {
  await Promise.all(builds.map((options) => esbuild.build(options)));
}
