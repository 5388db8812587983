import type { ServerResponse } from 'node:http';
import { ServiceError, updateFailed } from '../serviceError.ts';
import type { Reply } from '../wire/reply.ts';
import { Dropped } from '../wire/wireRequest.ts';
import type { Faults, Strike } from './faults.ts';

/** What is to go wrong with one call. */
export interface Mishap extends Partial<Strike> {
  /** It strikes before the call is carried out, where it may strike on both sides. */
  readonly early: boolean;
}

export function mishapFor(operation: string, faults: Faults): Mishap {
  const strike = faults.pick(operation);
  return { ...strike, early: strike !== undefined && faults.number(2) === 0 };
}

/** Throws what stops a call before it is carried out. */
export function strikeBefore({ name, code, early }: Mishap, faults: Faults, template: string): void {
  if (name === 'fail' && code !== undefined) {
    throw new ServiceError(code, statusOf(code), 'The Local OOS was told to refuse this call.');
  }
  if (name === 'throttle') {
    throw new ServiceError('Throttling.User', 400, 'Request was denied due to user flow control.');
  }
  if (name === 'race') throw updateFailed(template);
  if (early && name === 'drop') throw new Dropped();
  if (early && name === '5xx') throw trouble(faults);
}

/** What becomes of the answer to a call that was carried out. Throws instead where none is to be given. */
export function strikeAfter({ name }: Mishap, reply: Reply, faults: Faults): Reply {
  switch (name) {
    case 'drop':
      throw new Dropped();
    case '5xx':
      throw trouble(faults);
    case 'html':
      return { ...page, status: [200, 502, 503, 504][faults.number(4)] ?? 502 };
    case 'garble':
      return { ...reply, text: garbled(reply.text, faults.number(reply.text.length)) };
    default:
      return reply;
  }
}

/** Announces the whole answer and ends in the middle. */
export function sendTruncated(response: ServerResponse, { status, type, text }: Reply): void {
  const bytes = Buffer.from(text);
  response.writeHead(status, { 'content-type': type, 'content-length': bytes.length });
  response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
}

/** The statuses that codes usually come with; 400 is that of all others. */
const statuses: readonly (readonly [RegExp, number])[] = [
  [/^User\.NoPermission$/, 401],
  [/^(?:NoPermission|Forbidden|QuotaExceed|TemplateUpdateFailed)/, 403],
  [/^EntityNotExists\b|^InvalidAccessKeyId\.NotFound$/, 404],
  [/^InternalError$/, 500],
  [/^ServiceUnavailable$/, 503],
];

const statusOf = (code: string): number => statuses.find(([pattern]) => pattern.test(code))?.[1] ?? 400;

const trouble = (faults: Faults): ServiceError =>
  faults.number(2) === 0
    ? new ServiceError('InternalError', 500, 'The request processing has failed due to some unknown error.')
    : new ServiceError('ServiceUnavailable', 503, 'The request has failed due to a temporary failure of the server.');

const page = {
  type: 'text/html',
  text: '<html><head><title>Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>',
  headers: {},
};

/** No JSON text has this character anywhere. */
const garbled = (text: string, at: number) => `${text.slice(0, at)}\u0000${text.slice(at)}`;
