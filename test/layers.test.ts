import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const source = fileURLToPath(new URL('../server/src', import.meta.url));

interface Layer {
  /** The folders that it may import besides itself. */
  readonly layers: readonly string[];
  readonly packages: readonly string[];
}

const reading = ['words', 'syntax', 'expression', 'jq', 'template'];
const thinking = [...reading, 'catalog', 'analysis', 'features'];

/** The house: see docs/architecture.md. */
const house: Readonly<Record<string, Layer>> = {
  words: { layers: [], packages: [] },
  syntax: { layers: [], packages: ['yaml', 'jsonc-parser'] },
  expression: { layers: ['syntax'], packages: [] },
  jq: { layers: ['syntax'], packages: [] },
  template: { layers: ['syntax', 'expression'], packages: ['fastest-levenshtein'] },
  catalog: { layers: ['words'], packages: [] },
  analysis: { layers: [...reading, 'catalog', 'risk'], packages: ['ajv', 'fastest-levenshtein'] },
  features: { layers: [...reading, 'catalog', 'analysis', 'risk'], packages: [] },
  cloud: { layers: ['words'], packages: ['node:', '@alicloud/', 'https-proxy-agent', 'proxy-from-env'] },
  execution: { layers: [...reading, 'catalog'], packages: [] },
  risk: { layers: [...reading, 'catalog'], packages: [] },
  emulator: { layers: [...thinking, 'execution', 'risk'], packages: ['node:'] },
  workspace: { layers: [...thinking, 'cloud', 'risk'], packages: ['node:'] },
  lsp: { layers: [...thinking, 'cloud', 'risk', 'workspace'], packages: ['node:', 'vscode-languageserver', 'diff'] },
  cli: {
    layers: [...thinking, 'cloud', 'execution', 'risk', 'emulator', 'workspace', 'lsp'],
    packages: ['node:', 'diff', 'fastest-levenshtein', 'string-width'],
  },
};

/** Packages that one file, or a family of files, has for itself. */
const owners: Readonly<Record<string, RegExp>> = {
  yaml: /^syntax\/yaml\w*\.ts$/,
  'jsonc-parser': /^syntax\/json\w*\.ts$/,
  ajv: /^analysis\/schemaCheck\.ts$/,
  '@alicloud/openapi-core': /^cloud\/openApiCore\.ts$/,
  '@alicloud/credentials': /^cloud\/exchange\.ts$/,
};

interface Import {
  readonly file: string;
  readonly target: string;
}

const IMPORT = /^(?:import|export)\b[^;']*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;

function imports(): Import[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return files.flatMap((file) => {
    const text = readFileSync(join(source, file), 'utf8');
    const targets = [...text.matchAll(IMPORT)].map(([, from, bare, lazy]) => from ?? bare ?? lazy ?? '');
    return targets.map((target) => ({ file: file.replaceAll('\\', '/'), target }));
  });
}

const all = imports();
const layerOf = (path: string) => path.split('/')[0] ?? '';

describe.each(Object.entries(house))('%s', (name, { layers, packages }) => {
  const own = all.filter(({ file }) => file.startsWith(`${name}/`));

  test('imports only the layers before it', () => {
    const wrong = own.filter(({ file, target }) => {
      if (!target.startsWith('.')) return false;
      const layer = layerOf(relative(source, join(source, dirname(file), target)).replaceAll('\\', '/'));
      return layer !== name && !layers.includes(layer);
    });
    expect(wrong).toEqual([]);
  });

  test('imports only the packages that it may', () => {
    const wrong = own.filter(
      ({ target }) =>
        !target.startsWith('.') &&
        !packages.some(
          (it) =>
            target === it ||
            target.startsWith(/[:/]$/.test(it) ? it : `${it}/`) ||
            (it === 'vscode-languageserver' && target.startsWith(it)),
        ),
    );
    expect(wrong).toEqual([]);
  });
});

test('every folder has its place in the house', () => {
  const folders = readdirSync(source, { withFileTypes: true }).filter((it) => it.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(house).sort());
});

test.each(Object.entries(owners))('%s is imported by its own file alone', (name, owner) => {
  const users = all.filter(({ target }) => target === name || target.startsWith(`${name}/`)).map(({ file }) => file);
  expect(users.length).toBeGreaterThan(0);
  expect(users.filter((file) => !owner.test(file))).toEqual([]);
});
