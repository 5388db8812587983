import { type AtomicAction, atomicActionSpec } from './atomicAction.ts';
import type { ActionSpec, Catalog, JsonSchema } from './catalog.ts';
import { inventions } from './inventions.ts';
import { type ProductAction, productActionSpec } from './productAction.ts';

/** Where the data comes from. Each part is read once, when it is first needed. */
export interface CatalogSource {
  atomicActions(): readonly AtomicAction[];
  /** By name. */
  productActions(): Readonly<Record<string, ProductAction>>;
  templateSchema(): JsonSchema;
}

interface Entry {
  readonly name: string;
  readonly spec: () => ActionSpec;
}

/** Asks `source` for nothing before the first question. Throws what `source` throws, again at each question. */
export function createCatalog(source: CatalogSource): Catalog {
  const entries = once(() => readEntries(source));
  const templateSchema = once(() => source.templateSchema());
  return {
    action: (name) => entries().get(name.toLowerCase())?.spec(),
    get actionNames() {
      return [...entries().values()].map(({ name }) => name);
    },
    get templateSchema() {
      return templateSchema();
    },
    invention: (name) => inventions.get(name.toLowerCase()),
  };
}

/** The actions by their names in lower case, the atomic ones first. */
function readEntries(source: CatalogSource): ReadonlyMap<string, Entry> {
  const entries: Entry[] = [
    ...source.atomicActions().map((it) => ({ name: it.name, spec: once(() => atomicActionSpec(it)) })),
    ...Object.entries(source.productActions()).map(([name, it]) => ({
      name,
      spec: once(() => productActionSpec(name, it)),
    })),
  ];
  return new Map(entries.map((it) => [it.name.toLowerCase(), it]));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
