import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { redactedDeep, redactor } from '../../server/src/cloud/redact.ts';
import { answered, brokenOff, dropped, fakeService, type Step, silent, webPage } from '../support/fakeService.ts';
import { call, connectionTo, planted } from './callFake.ts';

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
  ['silence', silent],
  ['an error page', webPage(404)],
])('nothing of the keys is in an error after %s', async (_, step) => {
  const service = await fakeService(step);
  const { error } = await call(connectionTo(service.endpoint), 'UpdateTemplate', {}, { timeout: 200 });
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
