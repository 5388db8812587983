import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** A request as the service got it. */
export interface Seen {
  readonly operation: string;
  readonly form: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
  readonly method: string;
  readonly url: string;
}

/** How one request is answered. */
export type Step = (response: ServerResponse, seen: Seen) => void;

export interface FakeService {
  readonly endpoint: string;
  readonly seen: readonly Seen[];
}

/** A service on this machine that answers as scripted, one step a request; the last step goes on for ever. */
export async function fakeService(...steps: [Step, ...Step[]]): Promise<FakeService> {
  const seen: Seen[] = [];
  const endpoint = await listening(async (request, response) => {
    const body = await text(request).catch(() => '');
    const { method = '', url = '', headers } = request;
    const form = Object.fromEntries(new URLSearchParams(body));
    const operation = String(headers['x-acs-action'] ?? '');
    const one: Seen = { operation, form, headers, method, url };
    seen.push(one);
    steps[Math.min(seen.length, steps.length) - 1]?.(response, one);
  });
  return { endpoint, seen };
}

/** Serves on a free port of this machine until the test is over; gives the address. */
export async function listening(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export const answered =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Step =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json;charset=utf-8', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

/** The service says no. */
export const refused = (status: number, code: string, headers: Record<string, string> = {}, more: object = {}): Step =>
  answered({ Code: code, Message: `about ${code}`, RequestId: 'REQ-1', ...more }, status, headers);

export const webPage = (status: number): Step =>
  answered('<html>Sorry</html>', status, { 'content-type': 'text/html' });

/** Takes the request and never says a word. */
export const silent: Step = () => undefined;

/** Breaks the connection without an answer. */
export const dropped: Step = (response) => response.destroy();

/** Sends the head and the beginning of an answer, then breaks off. */
export const brokenOff: Step = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"RequestId":"R', () => response.destroy());
};

/** Sends the head and the beginning, and leaves it at that. */
export const stuck: Step = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"RequestId":"R');
};

/** Sends without end. */
export const endless =
  (status: number): Step =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    const piece = 'x'.repeat(1024 * 1024);
    const more = (): void => {
      while (!response.destroyed && response.write(piece));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  };
