import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { type Tunnelled, tunnelChannel } from './tunnelReport.ts';

/** The library sends this header with every request, another value each time: by it we find the request that Node reports. */
export const NONCE_HEADER = 'x-acs-signature-nonce';

/** One request of the library, as Node's own reports show it. The library itself hands out neither request nor answer. */
export interface RequestWatch {
  /** Undefined before the request has gone out. */
  readonly request: ClientRequest | undefined;
  /** Undefined before the head of the answer has come. */
  readonly response: IncomingMessage | undefined;
  /** Breaks the connection, now or as soon as the request appears. */
  destroy(): void;
  close(): void;
}

/**
 * Watches for the request with this nonce. `tooLarge` is called when its answer is longer than `mostBytes`. Where a later Node
 * no longer reports requests, nothing is seen: a call then ends without its HTTP status, and its connection by its time limit.
 */
export function watchRequest(nonce: string, mostBytes: number, tooLarge: () => void): RequestWatch {
  let request: ClientRequest | undefined;
  let response: IncomingMessage | undefined;
  let tunnel: Tunnelled | undefined;
  let destroyed = false;

  const tunnelled = (message: unknown): void => {
    const found = message as Tunnelled;
    if (found.request.getHeader(NONCE_HEADER) === nonce) tunnel = found;
  };
  const started = (message: unknown): void => {
    const found = (message as { request: ClientRequest }).request;
    if (found.getHeader(NONCE_HEADER) !== nonce) return;
    request = found;
    if (destroyed) request.destroy();
  };
  const answered = (message: unknown): void => {
    const found = message as { request: ClientRequest; response: IncomingMessage };
    if (found.request.getHeader(NONCE_HEADER) !== nonce) return;
    // What a proxy answers in place of the service comes without the report that the request went out.
    request = found.request;
    response = found.response;
    countBytes(response, mostBytes, tooLarge);
  };
  subscribe(tunnelChannel, tunnelled);
  subscribe('http.client.request.start', started);
  subscribe('http.client.response.finish', answered);
  return {
    get request() {
      return request;
    },
    get response() {
      return response;
    },
    destroy() {
      destroyed = true;
      tunnel?.abort();
      request?.destroy();
    },
    close() {
      unsubscribe(tunnelChannel, tunnelled);
      unsubscribe('http.client.request.start', started);
      unsubscribe('http.client.response.finish', answered);
    },
  };
}

function countBytes(response: IncomingMessage, most: number, tooLarge: () => void): void {
  if (Number(response.headers['content-length']) > most) tooLarge();
  let size = 0;
  // A listener of ours that came before that of the library would take the first piece away from it.
  setImmediate(() => {
    if (response.listenerCount('data') === 0) return;
    response.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size > most) tooLarge();
    });
  });
}
