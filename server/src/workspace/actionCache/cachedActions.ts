import type { ServiceAction, ServiceProperty } from '../../catalog/actions/serviceAction.ts';

/** What ListActions told one account in one region. */
export interface CachedActions {
  /** Tells one account from another, in words for people: the profile, and the access key with its middle left out. */
  readonly account: string;
  readonly region: string;
  readonly fetched: Date;
  readonly actions: readonly ServiceAction[];
}

/** A cache of another format was written by another version of the program, and is not broken. */
export type CacheVerdict =
  | { readonly kind: 'good'; readonly cached: CachedActions }
  | { readonly kind: 'broken' }
  | { readonly kind: 'foreign' };

/** The version of the format of the files. */
const FORMAT = 1;

/** What is written to a file of the cache: JSON, with one action a line. */
export function cacheText({ account, region, fetched, actions }: CachedActions): string {
  const head = JSON.stringify({ format: FORMAT, account, region, fetched: fetched.toISOString() });
  return `${head.slice(0, -1)},"actions":[\n${actions.map((it) => JSON.stringify(it)).join(',\n')}\n]}\n`;
}

/** Reads what `cacheText` wrote. Every part is looked at, since files are edited, cut off and mixed up. */
export function readCacheText(text: string): CacheVerdict {
  const data = parsed(text);
  if (typeof data !== 'object' || data === null) return { kind: 'broken' };
  const { format: found, account, region, fetched, actions } = data as Readonly<Record<string, unknown>>;
  if (Number.isInteger(found) && found !== FORMAT) return { kind: 'foreign' };
  const date = new Date(String(fetched));
  const isComplete =
    found === FORMAT &&
    typeof account === 'string' &&
    typeof region === 'string' &&
    !Number.isNaN(date.getTime()) &&
    Array.isArray(actions) &&
    actions.every(isAction);
  return isComplete ? { kind: 'good', cached: { account, region, fetched: date, actions } } : { kind: 'broken' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isAction(value: unknown): value is ServiceAction {
  const it = value as Partial<ServiceAction> | null;
  return (
    typeof it?.name === 'string' &&
    typeof it.type === 'string' &&
    isOptional(it.description, 'string') &&
    isOptional(it.popularity, 'number') &&
    Array.isArray(it.properties) &&
    it.properties.every(isProperty)
  );
}

function isProperty(value: unknown): value is ServiceProperty {
  const it = value as Partial<ServiceProperty> | null;
  return (
    typeof it?.name === 'string' &&
    isOptional(it.type, 'string') &&
    isOptional(it.description, 'string') &&
    isOptional(it.required, 'boolean') &&
    (it.allowedValues === undefined || Array.isArray(it.allowedValues)) &&
    (it.properties === undefined || (Array.isArray(it.properties) && it.properties.every(isProperty)))
  );
}

const isOptional = (value: unknown, type: 'string' | 'number' | 'boolean'): boolean =>
  value === undefined || typeof value === type;
