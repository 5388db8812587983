import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createCatalog } from '../catalog/actions/actions.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { BrokenInstallationError, jsonFilesIn, missing, readJson } from './bundledFile.ts';
import { openApiIn } from './openApiBlocks.ts';

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
    usage: () => readJson(join(folder(), 'usage.json')),
    templateSchema: () => readJson(join(folder(), 'oos-template.schema.json')),
    openApi: openApiIn(() => join(folder(), 'openapi')),
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
