import type { ServerResponse } from 'node:http';
import type { Answer } from '../house.ts';
import type { ServiceError } from '../serviceError.ts';
import { headerOf, parametersOf, type WireRequest } from './wireRequest.ts';
import { toXml } from './xml.ts';

/** An answer, ready to be sent. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

export type Format = 'json' | 'xml';

/** XML is what the old protocol answers unless it is told otherwise. */
export function formatFor(request: WireRequest): Format {
  const named = parametersOf(request).get('Format')?.toLowerCase();
  if (named === 'json' || named === 'xml') return named;
  const accepted = headerOf(request, 'accept') ?? '';
  if (/\bjson\b/.test(accepted)) return 'json';
  if (/\bxml\b/.test(accepted)) return 'xml';
  return headerOf(request, 'authorization') === undefined ? 'xml' : 'json';
}

export function replyWith(body: Answer, root: string, format: Format, status = 200): Reply {
  // Envelopes have no place in XML: there the root is one.
  const [only] = Object.keys(body).length === 1 ? Object.values(body) : [];
  const inside = `${root}` in body ? only : body;
  return {
    status,
    type: format === 'json' ? 'application/json;charset=utf-8' : 'text/xml;charset=utf-8',
    text: format === 'json' ? JSON.stringify(body) : toXml(root, inside),
    headers: {},
  };
}

/** How long to wait after too many calls, in milliseconds. */
const retryAfter = '200';

export function replyWithError(
  { code, status, message, more }: ServiceError,
  requestId: string,
  format: Format,
): Reply {
  const body = { RequestId: requestId, HostId: 'local-oos', Code: code, Message: message, ...more };
  const reply = replyWith(body, 'Error', format, status);
  return code.includes('Throttling') ? { ...reply, headers: { 'x-acs-retry-after': retryAfter } } : reply;
}

export function send(response: ServerResponse, { status, type, text, headers }: Reply, requestId: string): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(text),
    'x-acs-request-id': requestId,
    ...headers,
  });
  response.end(text);
}
