// What the bundles of the package are made of. esbuild.mjs writes them to dist/, tests to folders of their own.
import crypto from 'node:crypto';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The build of `yaml` for Node looks at the environment at every token; the other one is the same code and faster. */
const yaml = fileURLToPath(new URL('../node_modules/yaml/browser/index.js', import.meta.url));

/**
 * Modules with bundles of their own. The official libraries are large, and only who calls the cloud shall load them; the language
 * server is a quarter of what `oos` would be with it, and each start pays for all of a bundle.
 */
const ownBundles = {
  openApiCore: { name: 'oos-transport', folder: 'server/src/cloud' },
  exchange: { name: 'oos-credentials', folder: 'server/src/cloud' },
  startServer: { name: 'oos-lsp', folder: 'server/src/lsp' },
};

/** Where the other bundles import such a module, they load its file, which lies beside them. */
const loadedOnDemand = {
  name: 'loaded-on-demand',
  setup(build) {
    build.onResolve({ filter: /\/(?:openApiCore|exchange|startServer)\.ts$/ }, ({ kind, path }) => {
      const { name } = ownBundles[basename(path, '.ts')];
      return kind === 'dynamic-import' ? { path: `./${name}.cjs`, external: true } : undefined;
    });
  },
};

/** Modules that take longer to load than a template to check, and are seldom needed: each of their members loads them. */
const lateModules = {
  name: 'late-modules',
  setup(build) {
    const late = { namespace: 'late' };
    build.onResolve({ filter: /^node:crypto$/ }, ({ path, namespace }) =>
      namespace === 'late' ? { path, external: true } : { path, ...late },
    );
    build.onLoad({ filter: /^node:crypto$/, ...late }, () => ({
      contents: `for (const name of ${JSON.stringify(Object.keys(crypto))}) {
        Object.defineProperty(exports, name, { enumerable: true, get: () => require('node:crypto')[name] });
      }`,
    }));
    build.onResolve({ filter: /^string-width$/ }, ({ path, namespace }) =>
      namespace === 'late' ? undefined : { path, ...late },
    );
    build.onLoad({ filter: /^string-width$/, ...late }, () => ({
      contents: `const plain = /^[ -~]*$/;
        module.exports = (text) => (plain.test(text) ? text.length : require('string-width').default(text));`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    }));
  },
};

/** With DEBUG in the environment, libraries would print headers and signatures. */
const withoutDebugOutput = {
  name: 'without-debug-output',
  setup(build) {
    build.onResolve({ filter: /^debug$/ }, () => ({ path: 'debug', namespace: 'silent' }));
    build.onLoad({ filter: /^/, namespace: 'silent' }, () => ({
      contents: 'module.exports = () => Object.assign(() => undefined, { enabled: false });',
    }));
  },
};

export const common = {
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  outExtension: { '.js': '.cjs' },
  // The ESM builds are smaller than what `main` names: jsonc-parser's `main` is UMD, which esbuild cannot follow.
  mainFields: ['module', 'main'],
  alias: { yaml },
  // Bundles are CommonJS, where this is how a module knows its folder.
  define: { 'import.meta.dirname': '__dirname' },
  // What a bundle loads from another one is CommonJS too, so require does.
  supported: { 'dynamic-import': false },
  plugins: [loadedOnDemand, lateModules, withoutDebugOutput],
  logLevel: 'warning',
};

/** The builds of everything that runs without VS Code. */
export function programs(outdir) {
  const libraries = Object.entries(ownBundles).map(([module, { name, folder }]) => [name, `${folder}/${module}.ts`]);
  return [
    {
      ...common,
      outdir,
      entryPoints: { 'oos-language-server': 'server/src/main.ts', oos: 'server/src/cli/main.ts' },
      banner: { js: '#!/usr/bin/env node' },
    },
    { ...common, outdir, entryPoints: Object.fromEntries(libraries) },
  ];
}

/** More than half of the code of the extension: it goes with the language server, so it is loaded with the first template. */
const clientLibrary = { module: 'vscode-languageclient/node', bundle: 'oos-language-client' };

const withoutClientLibrary = {
  name: 'without-client-library',
  setup(build) {
    build.onResolve({ filter: /^vscode-languageclient\/node$/ }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: `./${clientLibrary.bundle}.cjs`, external: true },
    );
  },
};

/** The builds of what runs inside VS Code. */
export function extension(outdir) {
  return {
    ...common,
    outdir,
    entryPoints: { extension: 'client/src/extension.ts', [clientLibrary.bundle]: clientLibrary.module },
    external: ['vscode'],
    plugins: [...common.plugins, withoutClientLibrary],
  };
}
