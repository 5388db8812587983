import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { ServiceError } from '../serviceError.ts';

/** A request as it came. */
export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly query: ReadonlyMap<string, string>;
  readonly form: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** There is nobody to answer, or nobody is to be answered: the connection is cut. */
export class Dropped extends Error {}

/** A template of 64 KB becomes at most three times as long in a form; nothing else is long. */
const longestBody = 1024 * 1024;

/** Reads a request to its end. Rejects with a ServiceError for a body that no operation takes. */
export async function readRequest(message: IncomingMessage): Promise<WireRequest> {
  const url = new URL(message.url ?? '/', 'http://localhost');
  const body = await bodyOf(message);
  return {
    method: message.method ?? 'GET',
    path: url.pathname,
    headers: message.headers,
    query: new Map(url.searchParams),
    form: isForm(message.headers) ? new Map(new URLSearchParams(body.toString('utf8'))) : new Map(),
    body,
  };
}

/** What the operation is given: the query and the form together. */
export const parametersOf = ({ query, form }: WireRequest): ReadonlyMap<string, string> => new Map([...query, ...form]);

export function headerOf({ headers }: Pick<WireRequest, 'headers'>, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(',') : value;
}

const isForm = (headers: IncomingHttpHeaders) =>
  /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of message) {
      size += part.length;
      if (size <= longestBody) parts.push(part);
    }
  } catch {
    throw new Dropped('the request has no end');
  }
  if (size > longestBody) throw new ServiceError('RequestTooLarge', 413, 'The request is larger than 1 MiB.');
  return Buffer.concat(parts);
}
