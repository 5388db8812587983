import { createHash, createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { explicitConnection } from '../../server/src/cloud/connection.ts';
import {
  answered,
  brokenOff,
  dropped,
  endless,
  fakeService,
  refused,
  type Step,
  silent,
  stuck,
  webPage,
} from '../support/fakeService.ts';
import { call, connectionTo, holdLimits, planted, reachLimit } from './callFake.ts';

test('a call is a signed form, and its answer comes as it is', async () => {
  const service = await fakeService(answered({ RequestId: 'R-1', Templates: [{ TemplateName: '模板' }] }));
  const odd = { Content: "a b&c=ü\n+*~('中')%!\t\"", Tags: '{"k":"v"}', Empty: '' };
  const { answer } = await call(connectionTo(service.endpoint), 'CreateTemplate', odd);
  expect(answer).toEqual({ body: { RequestId: 'R-1', Templates: [{ TemplateName: '模板' }] }, requestId: 'R-1' });
  const [seen] = service.seen;
  expect(seen).toMatchObject({ method: 'POST', url: '/', operation: 'CreateTemplate' });
  expect(seen?.form).toEqual({ RegionId: 'cn-hangzhou', ...odd });
  expect(seen?.headers).toMatchObject({
    'x-acs-version': '2019-06-01',
    'x-acs-security-token': planted.securityToken,
    connection: 'close',
  });
  expect(signatureOf(seen?.headers ?? {})).toBe(/Signature=(\w+)$/.exec(seen?.headers.authorization ?? '')?.[1]);
});

/** What the service would work out by the documented rule, from the headers alone: the path is / and nothing is in the query. */
function signatureOf(headers: Record<string, unknown>): string {
  const names = /SignedHeaders=([^,]+)/.exec(String(headers.authorization))?.[1] ?? '';
  const lines = names.split(';').map((name) => `${name}:${headers[name]}\n`);
  const request = ['POST', '/', '', lines.join(''), names, headers['x-acs-content-sha256']].join('\n');
  const toSign = `ACS3-HMAC-SHA256\n${createHash('sha256').update(request).digest('hex')}`;
  return createHmac('sha256', planted.accessKeySecret).update(toSign).digest('hex');
}

test.each<[string, object, Record<string, string>, string]>([
  ['the body', { RequestId: 'R-1' }, { 'x-acs-request-id': 'R-2' }, 'R-1'],
  ['the body in lower case', { requestId: 'R-1', data: {} }, {}, 'R-1'],
  ['the envelope', { CreateTemplateResponse: { RequestId: 'R-1' } }, {}, 'R-1'],
  ['the header', { Template: {} }, { 'x-acs-request-id': 'R-2' }, 'R-2'],
  ['the data of an envelope', { code: 200, data: { RequestId: 'R-1' } }, {}, 'R-1'],
])('the request id comes from %s', async (_, body, headers, expected) => {
  const service = await fakeService(answered(body, 200, headers));
  const { answer } = await call(connectionTo(service.endpoint), 'GetTemplate');
  expect(answer?.requestId).toBe(expected);
});

/** How each situation ends for an operation that is never repeated. */
test.each<[string, Step, object]>([
  [
    '400 with a code',
    refused(400, 'TemplateValidationError'),
    { kind: 'refused', httpStatus: 400, requestId: 'REQ-1' },
  ],
  [
    '403 with details',
    refused(403, 'NoPermission', {}, { AccessDeniedDetail: { AuthAction: 'oos:X' } }),
    { accessDenied: { AuthAction: 'oos:X' } },
  ],
  [
    '404 in lower case',
    answered({ code: 'EntityNotExists.Template', message: 'm' }, 404),
    { code: 'EntityNotExists.Template' },
  ],
  ['500 with a code', refused(500, 'InternalError'), { kind: 'server', code: 'InternalError', httpStatus: 500 }],
  ['503 as a web page', webPage(503), { kind: 'server', httpStatus: 503, code: undefined }],
  ['503 without a body', answered('', 503), { kind: 'server', httpStatus: 503 }],
  ['403 as a web page', webPage(403), { kind: 'refused', httpStatus: 403, code: undefined }],
  ['an error that is null', answered('null', 400), { kind: 'refused', httpStatus: 400 }],
  ['a redirection', answered('', 302, { location: 'http://127.0.0.1:1/' }), { kind: 'protocol', httpStatus: 302 }],
  ['200 as a web page', webPage(200), { kind: 'protocol', httpStatus: 200 }],
  ['200 without a body', answered(''), { kind: 'protocol', httpStatus: 200 }],
  ['200 cut in the JSON', answered('{"RequestId":"R'), { kind: 'protocol', httpStatus: 200 }],
  ['200 with a list', answered([]), { kind: 'protocol', httpStatus: 200 }],
  ['200 with null', answered('null'), { kind: 'protocol', httpStatus: 200 }],
  ['200 of somebody else', answered({ error: 'please sign in' }), { kind: 'protocol', httpStatus: 200 }],
  ['200 with an empty id', answered({ RequestId: '' }), { kind: 'protocol', httpStatus: 200 }],
  ['an endless answer', endless(200), { kind: 'protocol', httpStatus: 200 }],
  ['an answer that says it is too long', announced, { kind: 'protocol', httpStatus: 200 }],
  ['an endless error', endless(500), { kind: 'protocol', httpStatus: 500 }],
  ['a connection that breaks', dropped, { kind: 'network', code: 'ECONNRESET' }],
  ['an answer that breaks off', brokenOff, { kind: 'network', code: 'ECONNRESET', httpStatus: 200 }],
])('%s', async (_, step, facts) => {
  const service = await fakeService(step);
  const { error } = await call(connectionTo(service.endpoint), 'UpdateTemplate');
  expect(error?.facts).toMatchObject({ operation: 'UpdateTemplate', ...facts });
  expect(error?.words.zh).toMatch(/\p{Script=Han}/u);
  expect(service.seen).toHaveLength(1);
});

test.each([
  [{ error: 'please sign in' }, /127\.0\.0\.1:\d+ answered DeleteExecutions .* a JSON object without the RequestId/],
  [['please sign in'], /127\.0\.0\.1:\d+ answered .* JSON that is not an object/],
  ['<html>please sign in', /127\.0\.0\.1:\d+ answered .* something that is not JSON/],
])('what comes from elsewhere than the service is no success: %j', async (body, words) => {
  const service = await fakeService(answered(body));
  const { error, answer } = await call(connectionTo(service.endpoint), 'DeleteExecutions');
  expect({ answer, message: error?.message }).toEqual({ answer: undefined, message: expect.stringMatching(words) });
  expect(error?.message).not.toContain('please');
});

function announced(response: Parameters<Step>[0]): void {
  response.writeHead(200, { 'content-length': String(17 * 1024 * 1024) });
  response.write('{');
}

test.each<[string, Step]>([
  ['never begins', silent],
  ['never ends', stuck],
])('an answer that %s ends the call at its limit, and the connection with it', async (_, step) => {
  const closed = deferred();
  const service = await fakeService((response, seen) => {
    response.once('close', () => closed.resolve());
    reachLimit(step)(response, seen);
  });
  holdLimits();
  const { error } = await call(connectionTo(service.endpoint), 'UpdateTemplate');
  expect(error?.facts.kind).toBe('timeout');
  expect(error?.message).toContain('not certain whether it took effect');
  await closed.promise;
});

test('a port where nobody listens is named with its host, and certainly nothing happened there', async () => {
  const { error } = await call(connectionTo('http://127.0.0.1:9'), 'UpdateTemplate');
  expect(error?.facts).toMatchObject({ kind: 'network', code: 'ECONNREFUSED' });
  expect(error?.message).toContain('127.0.0.1:9');
  expect(error?.message).not.toContain('took effect');
});

test('keys that no header can hold are told as a trouble with the connection', async () => {
  const service = await fakeService(answered({}));
  const credential = { accessKeyId: 'LTAI\n1234', accessKeySecret: 'x', securityToken: 'a\nb' };
  const { error } = await call(connectionTo(service.endpoint, credential), 'ListTemplates');
  expect(error?.facts.kind).toBe('connection');
  expect(service.seen).toHaveLength(0);
});

test('a cancelled call ends at once, wherever it is', async () => {
  const controller = new AbortController();
  const closed = deferred();
  const service = await fakeService((response) => {
    response.once('close', () => closed.resolve());
    controller.abort();
  });
  const running = await call(connectionTo(service.endpoint), 'ListTemplates', {}, { signal: controller.signal });
  expect(running.error?.facts.kind).toBe('cancelled');
  await closed.promise;
  const before = await call(connectionTo(service.endpoint), 'ListTemplates', {}, { signal: controller.signal });
  expect(before.error?.facts.kind).toBe('cancelled');
  expect(service.seen).toHaveLength(1);
});

test('a cancel ends the waiting before another try, and the waiting for keys', async () => {
  const service = await fakeService(refused(429, 'Throttling'));
  const waiting = new AbortController();
  const wait = () => new Promise<never>(() => waiting.abort());
  const slow = await call(connectionTo(service.endpoint), 'ListTemplates', {}, { signal: waiting.signal, wait });
  expect(slow.error?.facts.kind).toBe('cancelled');
  const asking = new AbortController();
  const connection = { ...connectionTo(service.endpoint), credential: () => new Promise<never>(() => asking.abort()) };
  const keyless = await call(connection, 'ListTemplates', {}, { signal: asking.signal });
  expect(keyless.error?.facts.kind).toBe('cancelled');
  expect(service.seen).toHaveLength(1);
});

test('without an endpoint the public one of the region is called', () => {
  const connection = explicitConnection({ name: 'x', region: 'eu-central-1', credential: planted });
  expect(connection.endpoint.href).toBe('https://oos.eu-central-1.aliyuncs.com/');
});

function deferred() {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
