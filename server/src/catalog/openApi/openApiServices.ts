import { once } from '../once.ts';
import { type Usage, usedOperations, usesOfOperations } from '../usage.ts';
import type { ApiService, OpenApi } from './openApi.ts';
import type { OpenApiIndex, OpenApiSource, ServiceRow } from './openApiData.ts';
import { createService } from './openApiService.ts';

/**
 * Asks `source` for nothing before the first question, and for a block of a service before the first question that needs it.
 * Throws what `source` throws, again at each question.
 */
export function createOpenApi(source: OpenApiSource, usage: () => Usage): OpenApi {
  const index = once(() => source.index());
  const codes = once(() => [...new Set([...Object.keys(index().services), ...Object.keys(index().aliases)])].sort());
  const uses = once(() => usesOfOperations(usage()));
  const used = once(() => usedOperations(usage()));
  const services = new Map<string, ApiService>();
  return {
    get serviceCodes() {
      return codes();
    },
    service: (name) => {
      const code = name.toUpperCase();
      const known = services.get(code);
      if (known) return known;
      const service = createService(code, rowsOf(index(), code), source);
      if (service) services.set(code, service);
      return service;
    },
    uses: (service, api) => uses()(service, api),
    get used() {
      return used();
    },
  };
}

/** The services that a code stands for, in the order in which an operation is looked for in them. */
function rowsOf({ services, aliases }: OpenApiIndex, code: string): ServiceRow[] {
  const codes = own(aliases, code) ?? [code];
  return codes.flatMap((it) => {
    const row = own(services, it);
    return row ? [row] : [];
  });
}

const own = <T>(map: Readonly<Record<string, T>>, name: string) => (Object.hasOwn(map, name) ? map[name] : undefined);
