import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface FakeProxy {
  /** Without user and password. */
  readonly host: string;
  /** What it was asked to open: host and port, and the authorization. */
  readonly asked: readonly { target: string; authorization: string | undefined }[];
}

/** A proxy that opens its tunnels to `port` of this machine, wherever they should lead. */
export const tunnelTo =
  (port: number) =>
  (socket: Socket): void => {
    const there = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      there.pipe(socket).pipe(there);
    });
    there.on('error', () => socket.destroy());
  };

/** A proxy that says no with this status. */
export const refuseWith =
  (status: number) =>
  (socket: Socket): void => {
    socket.end(`HTTP/1.1 ${status} No\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>`);
  };

export async function fakeProxy(answer: (socket: Socket) => void): Promise<FakeProxy> {
  const asked: { target: string; authorization: string | undefined }[] = [];
  const sockets: Socket[] = [];
  const server = createServer();
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    asked.push({ target: request.url ?? '', authorization: request.headers['proxy-authorization'] });
    answer(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
