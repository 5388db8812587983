import type { Catalog } from '../catalog/catalog.ts';
import type { KnownKey } from './callers/accounts.ts';
import type { Pages } from './operations/pages.ts';
import type { Clock } from './running/clock.ts';
import type { Runner } from './running/runner.ts';
import type { Store } from './store/store.ts';
import type { Parameters } from './wire/parameters.ts';

/** How much there may be of something before QuotaExceed is answered. */
export interface Quotas {
  /** Private templates in a region. */
  readonly templates: number;
  /** Versions of a template. The reference of 2019 knows v1 to v200. */
  readonly versions: number;
  /** Executions in a region that are not over. */
  readonly executions: number;
  /** Executions that run at a time; more than these are Queued instead. */
  readonly running: number;
}

export const usualQuotas: Quotas = { templates: 1000, versions: 200, executions: 1000, running: 100 };

/** What operations work with. */
export interface House {
  readonly catalog: Catalog;
  readonly clock: Clock;
  readonly store: Store;
  readonly pages: Pages;
  readonly runner: Runner;
  readonly quotas: Quotas;
}

/** A call that has been let in. */
export interface Call extends House {
  readonly operation: string;
  readonly parameters: Parameters;
  readonly region: string;
  readonly caller: KnownKey;
}

/** The members of an answer as today's API has them, with data where that has JSON as text: `shapes.ts` renders it. */
export type Answer = Readonly<Record<string, unknown>>;

/** Throws a ServiceError for what the service refuses. */
export type Handler = (call: Call) => Answer;
