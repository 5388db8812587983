import { once } from 'node:events';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { useEnvironmentProxy } from '../../server/src/cloud/proxy.ts';
import { selfSigned } from '../support/certificate.ts';
import { fakeProxy, refuseWith, tunnelTo } from '../support/fakeProxy.ts';
import { answered, fakeService } from '../support/fakeService.ts';
import { call, connectionTo, holdLimits } from './callFake.ts';

const endpoint = 'https://oos.cn-nowhere.aliyuncs.invalid';
let undo = (): void => undefined;

beforeEach(() => {
  for (const name of ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY']) {
    vi.stubEnv(name, '');
    vi.stubEnv(name.toLowerCase(), '');
  }
  undo = useEnvironmentProxy();
});

afterEach(() => {
  undo();
  vi.unstubAllEnvs();
});

/** A service over TLS whose certificate nobody vouches for; for the length of the test this process takes it. */
async function tlsService(): Promise<number> {
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  const server = https.createServer(selfSigned('oos.cn-nowhere.aliyuncs.invalid'), (_, response) => {
    response.end('{"RequestId":"R-TLS"}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

describe('a call by https', () => {
  test('goes through the proxy of the environment, with its user and password', async () => {
    const proxy = await fakeProxy(tunnelTo(await tlsService()));
    vi.stubEnv('HTTPS_PROXY', `http://me:p%40ss@${proxy.host}`);
    const { answer } = await call(connectionTo(endpoint), 'ListTemplates');
    expect(answer?.requestId).toBe('R-TLS');
    const authorization = `Basic ${Buffer.from('me:p@ss').toString('base64')}`;
    expect(proxy.asked).toEqual([{ target: 'oos.cn-nowhere.aliyuncs.invalid:443', authorization }]);
  });

  test.each<[string, Record<string, string>]>([
    ['NO_PROXY names its domain', { NO_PROXY: '.aliyuncs.invalid' }],
    ['NO_PROXY is a star', { NO_PROXY: '*' }],
    ['only HTTP_PROXY is set', { HTTPS_PROXY: '', HTTP_PROXY: 'http://127.0.0.1:9' }],
  ])('goes straight when %s', async (_, env) => {
    const proxy = await fakeProxy(refuseWith(403));
    vi.stubEnv('HTTPS_PROXY', `http://${proxy.host}`);
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    const { error } = await call(connectionTo(endpoint), 'UpdateTemplate');
    expect(error?.facts.kind).toBe('network');
    expect(proxy.asked).toEqual([]);
  });

  test.each([407, 403, 502])('that the proxy answers with %i is told as trouble with the proxy', async (status) => {
    const proxy = await fakeProxy(refuseWith(status));
    vi.stubEnv('HTTPS_PROXY', `http://me:secret-word@${proxy.host}`);
    const { error } = await call(connectionTo(endpoint), 'ListTemplates');
    expect(error?.facts).toMatchObject({ kind: 'proxy', httpStatus: status });
    expect(error?.message).toContain(proxy.host);
    expect(inspect(error)).not.toContain('secret-word');
    expect(proxy.asked).toHaveLength(1);
  });

  test.each<[string, string, string]>([
    ['of a kind we cannot use', 'socks5://me:secret-word@127.0.0.1:1', 'ERR_PROXY_ADDRESS'],
    ['that is no address', 'http://me:secret-word@:', 'ERR_PROXY_ADDRESS'],
  ])('through a proxy %s is told as trouble with the proxy', async (_, address, code) => {
    vi.stubEnv('HTTPS_PROXY', address);
    const { error } = await call(connectionTo(endpoint), 'UpdateTemplate');
    expect(error?.facts).toMatchObject({ kind: 'proxy', code });
    expect(inspect(error)).not.toContain('secret-word');
  });

  test('through a proxy where nobody listens is told as trouble with the proxy', async () => {
    vi.stubEnv('HTTPS_PROXY', 'http://127.0.0.1:9');
    const { error } = await call(connectionTo(endpoint), 'UpdateTemplate');
    expect(error?.facts.kind).toBe('proxy');
    expect(error?.message).toContain('127.0.0.1:9');
  });

  test('leaves no connection behind when it is cancelled before the proxy has answered', async () => {
    const controller = new AbortController();
    const closed: Promise<unknown>[] = [];
    const proxy = await fakeProxy((socket) => {
      closed.push(once(socket.resume(), 'end'));
      controller.abort();
    });
    vi.stubEnv('HTTPS_PROXY', `http://${proxy.host}`);
    const { error } = await call(connectionTo(endpoint), 'ListTemplates', {}, { signal: controller.signal });
    expect(error?.facts.kind).toBe('cancelled');
    expect(closed).toHaveLength(1);
    await Promise.all(closed);
  });

  test('through a proxy that never answers ends at its limit', async () => {
    const closed: Promise<unknown>[] = [];
    const proxy = await fakeProxy((socket) => {
      closed.push(once(socket.resume(), 'end'));
      vi.advanceTimersByTime(60_000);
    });
    vi.stubEnv('HTTPS_PROXY', `http://${proxy.host}`);
    holdLimits();
    const { error } = await call(connectionTo(endpoint), 'UpdateTemplate');
    expect(error?.facts.kind).toBe('timeout');
    expect(closed).toHaveLength(1);
    await Promise.all(closed);
  });
});

test('this machine is never called through a proxy', async () => {
  const proxy = await fakeProxy(refuseWith(403));
  for (const name of ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY']) vi.stubEnv(name, `http://${proxy.host}`);
  const service = await fakeService(answered({ RequestId: 'R-1' }));
  expect((await call(connectionTo(service.endpoint), 'ListTemplates')).answer?.requestId).toBe('R-1');
  const port = await tlsService();
  const { answer } = await call(connectionTo(`https://127.0.0.1:${port}`), 'ListTemplates');
  expect(answer?.requestId).toBe('R-TLS');
  expect(proxy.asked).toEqual([]);
});

test('a process that did not ask for it uses no proxy, and it can be undone', async () => {
  undo();
  const proxy = await fakeProxy(refuseWith(403));
  vi.stubEnv('HTTPS_PROXY', `http://${proxy.host}`);
  expect((await call(connectionTo(endpoint), 'UpdateTemplate')).error?.facts.kind).toBe('network');
  expect(proxy.asked).toEqual([]);
});
