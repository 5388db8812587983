import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createCatalog } from '../catalog/actions.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Words } from '../words/words.ts';

/** The data that comes with the program is missing or damaged. `words` name the file and say what to do. */
export class BrokenInstallationError extends Error {
  readonly words: Words;

  constructor(words: Words, cause?: unknown) {
    super(words.en, { cause });
    this.words = words;
  }
}

let bundled: Catalog | undefined;

/** The catalogue that comes with the program, one for the process. Its files are read when it is first asked something. */
export function bundledCatalog(): Catalog {
  bundled ??= catalogIn(schemasFolder);
  return bundled;
}

/** A catalogue over a folder laid out as `schemas/`. Its questions throw a BrokenInstallationError where it is not so. */
export function catalogIn(folder: () => string): Catalog {
  return createCatalog({
    atomicActions: () => {
      const actions = join(folder(), 'actions');
      return jsonFilesIn(actions).map((file) => readJson(join(actions, file)));
    },
    productActions: () => readJson(join(folder(), 'product-actions.json')),
    templateSchema: () => readJson(join(folder(), 'oos-template.schema.json')),
  });
}

/**
 * `schemas/` stands beside the package.json that is nearest to the running file, which is a bundle in `dist/` or this
 * source. In bundles, which are CommonJS, esbuild.mjs turns `import.meta.dirname` into `__dirname`.
 */
function schemasFolder(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return join(folder, 'schemas');
    if (dirname(folder) === folder) throw new BrokenInstallationError(missing(join(import.meta.dirname, '../schemas')));
  }
}

function jsonFilesIn(folder: string): string[] {
  try {
    // Sorted, because the order that the system gives is not the same everywhere.
    return readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .sort();
  } catch (cause) {
    throw new BrokenInstallationError(missing(folder), cause);
  }
}

function readJson<T>(path: string): T {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new BrokenInstallationError(missing(path), cause);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BrokenInstallationError(damaged(path), cause);
  }
}

const missing = (path: string): Words => ({
  en: `"${path}", which belongs to this program, cannot be read. Install the program again.`,
  zh: `无法读取本程序自带的“${path}”。请重新安装本程序。`,
});

const damaged = (path: string): Words => ({
  en: `"${path}", which belongs to this program, is not valid JSON. Install the program again.`,
  zh: `本程序自带的“${path}”不是有效的 JSON。请重新安装本程序。`,
});
