import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before a service, passes calls on, and keeps some to itself without an answer. */
export interface Gate {
  readonly endpoint: string;
  /** The operations that have come so far, in their order. */
  readonly seen: readonly string[];
  /** A call has come that gets no answer. */
  readonly held: Promise<void>;
  close(): void;
}

/** `hold`: the operation whose calls never reach the service, from the `nth` one on. */
export async function gateBefore(service: string, hold: string, nth = 1): Promise<Gate> {
  const seen: string[] = [];
  const calls = new EventEmitter();
  const held = once(calls, 'held').then(() => undefined);
  const server = createServer((message, response) => {
    const operation = String(message.headers['x-acs-action'] ?? '');
    seen.push(operation);
    if (operation === hold && seen.filter((it) => it === hold).length >= nth) calls.emit('held');
    else passOn(message, response, service);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    held,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** With all headers as they are, also that of the host: the signature covers it. */
function passOn(message: IncomingMessage, response: ServerResponse, service: string): void {
  const { method, headers, url } = message;
  const onwards = request(new URL(url ?? '/', service), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onwards.on('error', () => response.destroy());
  message.pipe(onwards);
}
