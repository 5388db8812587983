// Bundles the programs of the package. `--watch` rebuilds on change, `--tests` also bundles the VS Code suite.
import * as esbuild from 'esbuild';
import { common, extension, programs } from './scripts/bundles.mjs';

const watching = process.argv.includes('--watch');
const builds = [...programs('dist'), extension('dist')].map((options) => ({ ...options, minify: !watching }));
if (process.argv.includes('--tests')) {
  builds.push({
    ...common,
    outdir: 'out/vscode-suite',
    entryPoints: { index: 'test/vscode/suite/index.ts' },
    external: ['vscode', 'mocha'],
  });
}

if (watching) {
  await Promise.all(builds.map(async (options) => (await esbuild.context(options)).watch()));
} else {
  await Promise.all(builds.map((options) => esbuild.build(options)));
}
