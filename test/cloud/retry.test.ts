import { describe, expect, test } from 'vitest';
import type { Connection } from '../../server/src/cloud/connection.ts';
import { answered, dropped, fakeService, refused, type Step, silent, webPage } from '../support/fakeService.ts';
import { call, connectionTo, holdLimits, planted, reachLimit } from './callFake.ts';

const fine = answered({ RequestId: 'R-1' });
const throttled = refused(400, 'Throttling.User');

describe('after trouble on the way', () => {
  const troubles: [string, Step][] = [
    ['a broken connection', dropped],
    ['an internal error', refused(500, 'InternalError')],
    ['a web page with 502', webPage(502)],
    ['silence', reachLimit(silent)],
  ];
  const reads = [
    'GetTemplate',
    'ListExecutions',
    'ValidateTemplateContent',
    'DescribeRegions',
    'GenerateExecutionPolicy',
  ];

  test.each(troubles)('a read is repeated after %s', async (_, trouble) => {
    const service = await fakeService(trouble, fine);
    holdLimits();
    const { answer } = await call(connectionTo(service.endpoint), 'ListTemplates');
    expect(answer?.requestId).toBe('R-1');
    expect(service.seen).toHaveLength(2);
  });

  test.each(reads)('%s counts as a read', async (operation) => {
    const service = await fakeService(dropped, fine);
    expect((await call(connectionTo(service.endpoint), operation)).answer).toBeDefined();
  });

  test.each(troubles)('a change is not repeated after %s', async (_, trouble) => {
    const service = await fakeService(trouble, fine);
    holdLimits();
    const { error } = await call(connectionTo(service.endpoint), 'CreateTemplate');
    expect(error).toBeDefined();
    expect(service.seen).toHaveLength(1);
  });

  test.each<[string, Record<string, string>, number]>([
    ['StartExecution', {}, 1],
    ['StartExecution', { ClientToken: '' }, 1],
    ['StartExecution', { ClientToken: 'c-1' }, 2],
    ['CancelExecution', { ClientToken: 'c-1' }, 1],
    ['NotifyExecution', {}, 1],
  ])('%s with %j is sent %i times', async (operation, parameters, times) => {
    const service = await fakeService(dropped, fine);
    await call(connectionTo(service.endpoint), operation, parameters);
    expect(service.seen).toHaveLength(times);
    expect(new Set(service.seen.map(({ form }) => form.ClientToken)).size).toBe(1);
  });

  test('three tries are all, and the last error is told', async () => {
    const service = await fakeService(dropped, webPage(503), refused(500, 'InternalError'), fine);
    const { error, waits } = await call(connectionTo(service.endpoint), 'ListTemplates');
    expect(error?.facts.code).toBe('InternalError');
    expect(service.seen).toHaveLength(3);
    expect(waits).toEqual([375, 750]);
  });

  test.each([refused(400, 'TemplateValidationError'), refused(403, 'QuotaExceed'), answered('[]')])(
    'what the service has decided, or nobody can read, is final',
    async (step) => {
      const service = await fakeService(step, fine);
      expect((await call(connectionTo(service.endpoint), 'ListTemplates')).error).toBeDefined();
      expect(service.seen).toHaveLength(1);
    },
  );
});

describe('a throttled call', () => {
  test('is repeated even if it changes something: it was refused before it ran', async () => {
    const service = await fakeService(throttled, refused(429, 'Whatever'), fine);
    const { answer, waits } = await call(connectionTo(service.endpoint), 'CreateTemplate', { TemplateName: 'a' });
    expect(answer).toBeDefined();
    expect(waits).toEqual([375, 750]);
    expect(service.seen.map(({ form }) => form.TemplateName)).toEqual(['a', 'a', 'a']);
  });

  test('is given up after three tries', async () => {
    const service = await fakeService(throttled);
    expect((await call(connectionTo(service.endpoint), 'UpdateTemplate')).error?.facts.kind).toBe('throttled');
    expect(service.seen).toHaveLength(3);
  });

  test.each<[Record<string, string>, number]>([
    [{ 'x-acs-retry-after': '1200' }, 1200],
    [{ 'retry-after': '2' }, 2000],
    [{ 'x-acs-retry-after': '900000' }, 10_000],
    [{ 'x-acs-retry-after': 'soon' }, 375],
  ])('waits as %j says, but not for ever', async (headers, expected) => {
    const service = await fakeService(refused(400, 'Throttling', headers), fine);
    expect((await call(connectionTo(service.endpoint), 'ListTemplates')).waits).toEqual([expected]);
  });

  test('waits between the half and the whole of its time, as chance has it', async () => {
    const service = await fakeService(throttled);
    const waits = async (random: number) =>
      (await call(connectionTo(service.endpoint), 'ListTemplates', {}, { random: () => random })).waits;
    expect(await waits(0)).toEqual([250, 500]);
    expect(await waits(1)).toEqual([500, 1000]);
  });
});

test('every try is signed anew', async () => {
  const service = await fakeService(dropped, throttled, fine);
  await call(connectionTo(service.endpoint), 'ListTemplates');
  const nonces = service.seen.map(({ headers }) => headers['x-acs-signature-nonce']);
  expect(new Set(nonces).size).toBe(3);
});

describe('temporary keys that ended early', () => {
  const ended = refused(400, 'InvalidStsToken.Expired');
  const renewing = (endpoint: string, asked: boolean[]): Connection => ({
    ...connectionTo(endpoint),
    credential: async ({ fresh = false } = {}) => {
      asked.push(fresh);
      return { ...planted, securityToken: `token-${asked.length}` };
    },
  });

  test.each(['InvalidStsToken', 'ExpiredStsToken', 'InvalidSecurityToken.Expired'])(
    'are renewed after %s',
    async (code) => {
      const asked: boolean[] = [];
      const service = await fakeService(refused(400, code), fine);
      const { answer, waits } = await call(renewing(service.endpoint, asked), 'UpdateTemplate');
      expect(answer).toBeDefined();
      expect(asked).toEqual([false, true]);
      expect(waits).toEqual([]);
      expect(service.seen.map(({ headers }) => headers['x-acs-security-token'])).toEqual(['token-1', 'token-2']);
    },
  );

  test('are renewed once only', async () => {
    const asked: boolean[] = [];
    const service = await fakeService(ended);
    const { error } = await call(renewing(service.endpoint, asked), 'UpdateTemplate');
    expect(error?.facts.code).toBe('InvalidStsToken.Expired');
    expect(asked).toEqual([false, true]);
  });

  test('other trouble with keys is no reason to ask for new ones', async () => {
    const asked: boolean[] = [];
    const service = await fakeService(refused(404, 'InvalidAccessKeyId.NotFound'));
    await call(renewing(service.endpoint, asked), 'UpdateTemplate');
    expect(asked).toEqual([false]);
  });
});
