import { request as overHttp } from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';

/** Documents with keys have a few hundred bytes. */
const MOST_BYTES = 64 * 1024;

interface SmallRequest {
  readonly method: 'GET' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  /** From the connection to the last byte, in milliseconds. */
  readonly limit: number;
}

/** Asks a place that issues keys. Rejects with an error whose `code` is all that may be shown. */
export function smallRequest(
  url: URL,
  { method, headers, limit }: SmallRequest,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    // Looked up at the call: in a process of ours it may have been replaced, to go through a proxy.
    const send = url.protocol === 'https:' ? https.request : overHttp;
    const { hostname, port, pathname, search, protocol } = url;
    const target = { protocol, hostname: hostname.replace(/^\[|\]$/g, ''), port, path: `${pathname}${search}` };
    const request = send({ ...target, method, headers, agent: false, timeout: limit }, (response) => {
      let size = 0;
      response.on('data', (piece: Buffer) => {
        size += piece.length;
        if (size > MOST_BYTES) request.destroy(codedError('ETOOLARGE'));
      });
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
    });
    const timer = setTimeout(() => request.destroy(codedError('ETIMEDOUT')), limit);
    request.once('error', reject);
    request.once('close', () => clearTimeout(timer));
    request.end();
  });
}

function codedError(code: string): Error {
  return Object.assign(new Error(code), { code });
}
