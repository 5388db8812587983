/** `schemas/usage.json`: how often public templates use actions, and operations through the API actions. */
export interface Usage {
  /** By name. */
  readonly actions: Readonly<Record<string, number>>;
  /** By service, then by operation. */
  readonly operations: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const MOST = 10;

/**
 * The popularity of an action by its name, from 0 to 10. It grows with the logarithm of the uses: what tells 1 use from 10 matters
 * as much as what tells 10 from 100.
 */
export function popularityOfActions({ actions }: Usage): (name: string) => number {
  const counts = new Map(Object.entries(actions).map(([name, count]) => [name.toLowerCase(), count]));
  const most = Math.max(1, ...counts.values());
  return (name) => (MOST * Math.log1p(counts.get(name.toLowerCase()) ?? 0)) / Math.log1p(most);
}

/** An operation that public templates use. */
export interface UsedOperation {
  /** The code that they write, in upper case. */
  readonly service: string;
  readonly api: string;
  readonly uses: number;
}

/** Every operation that public templates call, in the order of the file. */
export const usedOperations = ({ operations }: Usage): UsedOperation[] =>
  Object.entries(operations).flatMap(([service, apis]) =>
    Object.entries(apis).map(([api, uses]) => ({ service, api, uses })),
  );

/** The uses of an operation, or, without one, of all operations of a service. */
export function usesOfOperations({ operations }: Usage): (service: string, api?: string) => number {
  const services = Object.entries(operations).map(([service, apis]) => {
    const counts = Object.entries(apis).map(([api, count]) => [api.toLowerCase(), count] as const);
    return [service.toLowerCase(), new Map(counts)] as const;
  });
  const known = new Map(services);
  return (service, api) => {
    const counts = known.get(service.toLowerCase());
    if (api !== undefined) return counts?.get(api.toLowerCase()) ?? 0;
    return [...(counts?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  };
}
