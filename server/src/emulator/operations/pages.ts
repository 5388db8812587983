import { randomBytes } from 'node:crypto';
import { invalid } from '../serviceError.ts';
import type { Parameters } from '../wire/parameters.ts';

export interface Page<T> {
  readonly items: readonly T[];
  readonly maxResults: number;
  /** How many there are on all pages. */
  readonly total: number;
  /** Undefined on the last page. */
  readonly nextToken: string | undefined;
}

interface Listing {
  readonly question: string;
  readonly items: readonly unknown[];
}

/** Lists that are being paged through, so many at a time. */
const kept = 500;

/**
 * Cuts lists into pages. What follows the first page is kept as it was when the list was asked for, so that nothing is lost or
 * doubled while entries come, go, or change their place; a token may be used again.
 */
export class Pages {
  readonly #listings = new Map<string, Listing>();

  /** A token for another question, or one that is too old, is refused with a ServiceError. */
  cut<T>(operation: string, parameters: Parameters, list: () => readonly T[], size?: number): Page<T> {
    const maxResults = size ?? parameters.number('MaxResults');
    const question = `${operation} ${parameters.fingerprint(['MaxResults', 'NextToken'])}`;
    const token = parameters.text('NextToken');
    const [id, start] = token === undefined ? [undefined, 0] : readToken(token);
    const items = id === undefined ? list() : (this.#continued(id, question) as readonly T[]);
    const total = items.length;
    const end = start + maxResults;
    if (end >= total) return { items: items.slice(start), maxResults, total, nextToken: undefined };
    return {
      items: items.slice(start, end),
      maxResults,
      total,
      nextToken: `${id ?? this.#keep({ question, items })}.${end}`,
    };
  }

  #continued(id: string, question: string): readonly unknown[] {
    const listing = this.#listings.get(id);
    if (listing?.question !== question) throw invalid('NextToken', 'it belongs to no page of this list');
    return listing.items;
  }

  #keep(listing: Listing): string {
    const id = randomBytes(18).toString('base64url');
    this.#listings.set(id, listing);
    const [oldest] = this.#listings.keys();
    if (this.#listings.size > kept && oldest !== undefined) this.#listings.delete(oldest);
    return id;
  }
}

function readToken(token: string): [id: string, start: number] {
  const [, id = '', start = ''] = /^([\w-]{24})\.(\d{1,9})$/.exec(token) ?? [];
  if (id === '') throw invalid('NextToken', 'it is no token of this service');
  return [id, Number(start)];
}
