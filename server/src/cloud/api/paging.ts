import { OosError } from '../oosError.ts';
import type { CallOptions } from '../transport.ts';
import { cancelled } from '../transportErrors.ts';

export interface PagingOptions extends CallOptions {
  /** At most so many items; all of them without it. */
  readonly most?: number | undefined;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Of the next page; undefined on the last one. */
  readonly token: string | undefined;
}

/** More pages than any account has: 100,000 items of the usual 100 a page. */
const MOST_PAGES = 1000;

/**
 * The items of all pages, one by one; a page is fetched when it is needed. A token that comes again would lead round in
 * circles, so the list ends there.
 */
export async function* eachItem<T>(
  operation: string,
  fetchPage: (token: string | undefined) => Promise<Page<T>>,
  { signal, most = Number.POSITIVE_INFINITY }: PagingOptions,
): AsyncGenerator<T, void, undefined> {
  const used = new Set<string>();
  let left = most;
  let token: string | undefined;
  for (let pages = 0; left > 0; pages += 1) {
    if (pages === MOST_PAGES) throw endless(operation);
    if (signal?.aborted) throw cancelled(operation);
    const page = await fetchPage(token);
    for (const item of page.items.slice(0, left)) {
      if (signal?.aborted) throw cancelled(operation);
      yield item;
    }
    left -= page.items.length;
    token = page.token;
    if (token === undefined || used.has(token)) return;
    used.add(token);
  }
}

function endless(operation: string): OosError {
  return new OosError(
    {
      en: `${operation} did not come to an end after ${MOST_PAGES} pages. Narrow the search, or check that the endpoint is one of OOS.`,
      zh: `${operation} 在 ${MOST_PAGES} 页之后仍未结束。请缩小查询范围，或检查接入点是否属于 OOS。`,
    },
    { kind: 'protocol', operation },
  );
}
