import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { createOosApi } from '../../server/src/cloud/api/oosApi.ts';
import { createTransport } from '../../server/src/cloud/createTransport.ts';
import type { OosError } from '../../server/src/cloud/oosError.ts';
import { redactedDeep, redactor } from '../../server/src/cloud/redact.ts';
import type { CallOptions } from '../../server/src/cloud/transport.ts';
import {
  answered,
  brokenOff,
  dropped,
  fakeService,
  refused,
  type Step,
  silent,
  webPage,
} from '../support/fakeService.ts';
import { call, connectionTo, holdLimits, planted, reachLimit } from './callFake.ts';

/** All ways in which a secret may have got into a text. */
const writings = Object.values(planted).flatMap((secret) => [
  secret,
  encodeURIComponent(secret),
  encodeURIComponent(encodeURIComponent(secret)),
  Buffer.from(secret).toString('base64'),
]);

const everything = writings.join(' ');

/** A service, or what stands in between, that gives back all that it got. */
const echo =
  (status: number, body: (said: string) => unknown): Step =>
  (response, seen) =>
    answered(body(`${seen.headers.authorization} ${everything}`), status)(response, seen);

test.each<[string, Step]>([
  ['the message', echo(400, (said) => ({ Code: 'SignatureDoesNotMatch', Message: `not matched: ${said}` }))],
  [
    'the details',
    echo(403, (said) => ({ Code: 'NoPermission', AccessDeniedDetail: { EncodedDiagnosticMessage: said } })),
  ],
  ['the code', echo(400, (said) => ({ Code: said, RequestId: said, HostId: said, Recommend: said }))],
  ['a list', echo(400, (said) => [said])],
  ['a bare text', echo(500, (said) => JSON.stringify(said))],
  ['a web page', echo(502, (said) => `<html>${said}`)],
  ['a success that is none', echo(200, (said) => `<html>${said}`)],
  ['a broken connection', dropped],
  ['a broken answer', brokenOff],
  ['silence', reachLimit(silent)],
  ['an error page', webPage(404)],
])('nothing of the keys is in an error after %s', async (_, step) => {
  const service = await fakeService(step);
  holdLimits();
  const { error } = await call(connectionTo(service.endpoint), 'UpdateTemplate');
  expect(error).toBeDefined();
  const shown = [
    error?.message,
    error?.stack,
    JSON.stringify(error),
    JSON.stringify(error?.words),
    inspect(error, { depth: 9 }),
  ];
  for (const text of shown) {
    expect(writings.filter((it) => text?.includes(it))).toEqual([]);
    expect(text).not.toMatch(/Signature=[^*]/);
  }
});

test('the id of a key stays recognisable', async () => {
  const service = await fakeService(
    answered({ Code: 'InvalidAccessKeyId.NotFound', Message: `no ${planted.accessKeyId}` }, 404),
  );
  const { error } = await call(connectionTo(service.endpoint), 'ListTemplates');
  expect(error?.facts.serviceMessage).toMatch(/^no LTAI\*+0001$/);
});

test('values that the caller names are kept out too', async () => {
  const service = await fakeService(
    echo(400, () => ({ Code: 'InvalidParameter', Message: 'password "hunter22" is weak' })),
  );
  const { error } = await call(connectionTo(service.endpoint), 'StartExecution', {}, { secrets: ['hunter22'] });
  expect(error?.facts.serviceMessage).toBe('password "***" is weak');
});

test('a code of the service is what it is, whatever is secret', async () => {
  const service = await fakeService(echo(404, () => ({ Code: 'EntityNotExists.Template', Message: 'no Template' })));
  const { error } = await call(connectionTo(service.endpoint), 'StartExecution', {}, { secrets: ['Template'] });
  expect(error?.facts).toMatchObject({ code: 'EntityNotExists.Template', serviceMessage: 'no ***' });
});

test('values of parameters are kept out as long as the caller does not say which are secret', async () => {
  const Message = 'the values "hunter22" and "i-12345678" do not fit';
  const service = await fakeService(refused(400, 'InvalidParameter', {}, { Message }));
  const api = createOosApi(createTransport(connectionTo(service.endpoint)));
  const start = (options?: CallOptions) => {
    const Parameters = { password: 'hunter22', more: [{ id: 'i-12345678' }] };
    return api.startExecution({ TemplateName: 'x', Parameters }, options).catch((error: OosError) => error.message);
  };
  expect(await start()).toContain('the values "***" and "***" do not fit');
  expect(await start({ secrets: ['hunter22'] })).toContain('the values "***" and "i-12345678" do not fit');
});

test.each([
  JSON.stringify,
  (text: string) => JSON.stringify(JSON.stringify(text)),
  (text: string) => `'${text.replace(/\\/g, '\\\\')}'`,
])('a redactor knows escapes: %#', (write) => {
  const secret = 'one "two" \\three';
  expect(redactor([secret])(`a ${write(secret)} z`)).toMatch(/^a \W+ z$/);
});

test('a redactor takes text that cannot be sent', () => {
  expect(redactor(['half \ud83d!'])('a half \ufffd! half \ud83d! z')).toBe('a *** *** z');
});

test('a redactor leaves alone what is no secret', () => {
  const redact = redactor(['abc', undefined, '', 'long-secret', 'long-secret-and-more']);
  expect(redact('abc long-secret-and-more long-secret, long')).toBe('abc *** ***, long');
});

test('all texts of a value are looked at, however deep, without an end of the stack', () => {
  const redact = redactor(['hush-hush']);
  expect(redactedDeep({ a: ['hush-hush', 1, null, true, { b: 'x hush-hush' }] }, redact)).toEqual({
    a: ['***', 1, null, true, { b: 'x ***' }],
  });
  const deep = JSON.parse(`${'['.repeat(20_000)}"hush-hush"${']'.repeat(20_000)}`);
  expect(inspect(redactedDeep(deep, redact), { depth: 50 })).not.toContain('hush');
});
