import type { ActionSpec, Catalog, JsonSchema } from '../catalog.ts';
import { once } from '../once.ts';
import type { OpenApiSource } from '../openApi/openApiData.ts';
import { createOpenApi } from '../openApi/openApiServices.ts';
import { popularityOfActions, type Usage } from '../usage.ts';
import { type AtomicAction, atomicActionSpec } from './atomicAction.ts';
import { inventions } from './inventions.ts';
import { type ProductActions, productActionSpec } from './productAction.ts';

/** Where the data comes from. Each part is read once, when it is first needed. */
export interface CatalogSource {
  atomicActions(): readonly AtomicAction[];
  productActions(): ProductActions;
  usage(): Usage;
  templateSchema(): JsonSchema;
  readonly openApi: OpenApiSource;
}

interface Entry {
  readonly name: string;
  readonly spec: () => ActionSpec;
}

/** Asks `source` for nothing before the first question. Throws what `source` throws, again at each question. */
export function createCatalog(source: CatalogSource): Catalog {
  const usage = once(() => source.usage());
  const entries = once(() => readEntries(source, usage()));
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
    openApi: createOpenApi(source.openApi, usage),
  };
}

/** The actions by their names in lower case, the atomic ones first. */
function readEntries(source: CatalogSource, usage: Usage): ReadonlyMap<string, Entry> {
  const popularity = popularityOfActions(usage);
  const { date, actions } = source.productActions();
  const entries: Entry[] = [
    ...source.atomicActions().map((it) => ({
      name: it.name,
      spec: once(() => atomicActionSpec(it, popularity(it.name))),
    })),
    ...Object.entries(actions).map(([name, it]) => ({
      name,
      spec: once(() => productActionSpec(name, it, { date, popularity: popularity(name) })),
    })),
  ];
  return new Map(entries.map((it) => [it.name.toLowerCase(), it]));
}
