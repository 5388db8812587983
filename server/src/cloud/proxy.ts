/// <reference path="./proxyFromEnv.d.ts" />
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest, RequestOptions } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { getProxyForUrl } from 'proxy-from-env';
import { isLoopback } from './endpoint.ts';
import { noteProxyTrouble } from './proxyTrouble.ts';
import { reportTunnelled } from './tunnelReport.ts';

/** A proxy that does not open the tunnel within so many milliseconds is given up where the request names no limit. */
const DEFAULT_LIMIT = 15_000;

type Send = (options: RequestOptions, ...rest: never[]) => ClientRequest;

/**
 * Sends the https requests of this process through the proxy that HTTPS_PROXY and NO_PROXY name. The official libraries ignore
 * proxies and keep their agents to themselves, so `https.request` is replaced, as VS Code does it in its own process: only a
 * process that is ours may call this. Plain http stays on this machine or inside the cloud, so it is left alone. Gives back
 * what undoes it.
 */
export function useEnvironmentProxy(): () => void {
  const original = https.request;
  const direct = original as unknown as Send;
  const proxied: Send = (options, ...rest) => {
    const proxy = typeof options === 'object' && !(options instanceof URL) ? proxyFor(options) : '';
    return proxy === ''
      ? direct(options, ...rest)
      : throughProxy(proxy, options, (through) => direct(through, ...rest));
  };
  https.request = proxied as unknown as typeof https.request;
  return () => {
    https.request = original;
  };
}

/** Empty where the request goes straight to its host. */
function proxyFor({ hostname, host, port }: RequestOptions): string {
  const name = hostname ?? host ?? 'localhost';
  const bracketed = name.includes(':') && !name.startsWith('[') ? `[${name}]` : name;
  return isLoopback(bracketed) ? '' : getProxyForUrl(`https://${bracketed}:${port ?? 443}`);
}

function throughProxy(
  address: string,
  options: RequestOptions,
  send: (options: RequestOptions) => ClientRequest,
): ClientRequest {
  const proxy = proxyUrl(address);
  const agent = new TunnelAgent(proxy);
  const request = send({ ...options, agent });
  // Until the tunnel stands, the request has no socket, so that none of its own limits works.
  const timer = setTimeout(() => agent.abort(), options.timeout ?? DEFAULT_LIMIT);
  let connected = false;
  request.once('proxyConnect', ({ statusCode }: { statusCode: number }) => {
    clearTimeout(timer);
    connected = true;
    if (statusCode !== 200) noteProxyTrouble(request, { proxy: proxy.host, status: statusCode });
  });
  request.once('error', (error) => {
    clearTimeout(timer);
    if (!connected) noteProxyTrouble(error, { proxy: proxy.host, status: undefined });
  });
  reportTunnelled({ request, abort: () => agent.abort() });
  return request;
}

type Connect = HttpsProxyAgent<string>['connect'];

/** For one request. Knows its connection to the proxy, which the library keeps to itself until the proxy has answered. */
class TunnelAgent extends HttpsProxyAgent<string> {
  private socket: Socket | undefined;

  override connect(...[request, options]: Parameters<Connect>): ReturnType<Connect> {
    const note = (message: unknown): void => {
      this.socket = (message as { socket: Socket }).socket;
    };
    // The library makes the socket before it first waits for anything.
    subscribe('net.client.socket', note);
    try {
      return super.connect(request, options);
    } finally {
      unsubscribe('net.client.socket', note);
    }
  }

  abort(): void {
    this.socket?.destroy(Object.assign(new Error('given up'), { code: 'ETIMEDOUT' }));
  }
}

function proxyUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  // The address may hold a password, so the error has only what stands for the host.
  const error = Object.assign(new Error('unusable proxy'), { code: 'ERR_PROXY_ADDRESS' });
  noteProxyTrouble(error, { proxy: url?.host ?? '', status: undefined });
  throw error;
}
