import { describe, expect, test } from 'vitest';
import { FaultError, Faults, readFault } from '../../server/src/emulator/faults/faults.ts';
import { localOos } from '../support/localOos.ts';
import { type Body, type Caller, coreCaller, refusal } from './callers.ts';
import { sleeping } from './contents.ts';

async function misbehaving(...faults: string[]) {
  const local = await localOos({ slowness: 300 });
  const call: Caller = coreCaller(local, local.accounts.owner);
  await call('CreateTemplate', { TemplateName: 'nap', Content: sleeping() });
  local.setFaults(faults);
  const versions = async () => {
    local.setFaults([]);
    return (await call('ListTemplateVersions', { TemplateName: 'nap' })).TemplateVersions.length;
  };
  return { local, call, versions, update: () => call('UpdateTemplate', { TemplateName: 'nap', Content: sleeping() }) };
}

describe('faults', () => {
  test('throttle: refused before it is carried out, with the time to wait', async () => {
    const { local, update, versions } = await misbehaving('throttle=1x');
    expect(await refusal(update())).toMatchObject({ code: 'Throttling.User', status: 400 });
    await update();
    expect(await versions()).toBe(2);
    local.setFaults(['throttle=1']);
    const unsigned = await fetch(local.endpoint, { method: 'POST' });
    expect(unsigned.headers.get('x-acs-retry-after')).toBeNull();
  });

  test('clock-skew: a date that is right seems wrong', async () => {
    const { update } = await misbehaving('clock-skew=1');
    expect((await refusal(update())).code).toBe('InvalidTimeStamp.Expired');
  });

  test('race: somebody else was faster, and only updates can lose', async () => {
    const { call, update, versions } = await misbehaving('race=1');
    expect((await call('ListTemplates')).Templates.length).toBeGreaterThan(0);
    expect(await refusal(update())).toMatchObject({
      code: 'TemplateUpdateFailed',
      status: 403,
      message: 'The template nap update failed due to concurrence. Please try again.',
    });
    expect(await versions()).toBe(1);
  });

  test('slow: late, but carried out', async () => {
    const { update, versions } = await misbehaving('slow=1');
    const begin = performance.now();
    await update();
    expect(performance.now() - begin).toBeGreaterThan(280);
    expect(await versions()).toBe(2);
  });

  test.each(['drop', '5xx'])('%s: sometimes carried out and sometimes not', async (fault) => {
    const { update, versions } = await misbehaving(`${fault}@UpdateTemplate=1`);
    for (let count = 0; count < 12; count++) await expect(update()).rejects.toThrow();
    const made = (await versions()) - 1;
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThan(12);
  });

  test.each(['garble', 'html', 'truncated'])('%s: carried out, and the answer cannot be read', async (fault) => {
    const { update, versions } = await misbehaving(`${fault}=1`);
    await expect(update()).rejects.toThrow();
    expect(await versions()).toBe(2);
  });

  test('of one operation leave the others alone, and stop after so many calls', async () => {
    const { call, update } = await misbehaving('5xx@UpdateTemplate=2x');
    await call('ListTemplates');
    await expect(update()).rejects.toThrow();
    await expect(update()).rejects.toThrow();
    expect((await update()).Template.TemplateName).toBe('nap');
  });

  test('with one seed are the same again', () => {
    const picks = (seed: number) => {
      const faults = new Faults(['drop=0.3', 'html@GetTemplate=0.5'], seed);
      return Array.from({ length: 50 }, (_, at) => faults.pick(at % 2 ? 'GetTemplate' : 'ListTemplates')?.name);
    };
    expect(picks(7)).toEqual(picks(7));
    expect(picks(7)).not.toEqual(picks(8));
    expect(new Set(picks(7))).toEqual(new Set(['drop', 'html', undefined]));
  });

  test('every third call is throttled, whatever else goes wrong with the others', () => {
    const faults = new Faults(['html=4x', 'throttle@GetTemplate=3rd'], 1);
    const picks = Array.from({ length: 9 }, () => [
      faults.pick('ListTemplates')?.name,
      faults.pick('GetTemplate')?.name,
    ]);
    expect(picks.map(([, name]) => name)).toEqual([
      ...['html', 'html', 'throttle'],
      ...[undefined, undefined, 'throttle'],
      ...[undefined, undefined, 'throttle'],
    ]);
  });

  test.each([
    ['QuotaExceed', 403],
    ['EntityNotExists.Template', 404],
    ['User.NoPermission', 401],
    ['Throttling.Api', 400],
    ['InternalError', 500],
    ['Something-New.1', 400],
  ])('fail: refused with the code %s and the status %d, and not carried out', async (code, status) => {
    const { update, versions } = await misbehaving(`fail:${code}@UpdateTemplate=1`);
    expect(await refusal(update())).toMatchObject({ code, status, message: expect.stringContaining('was told to') });
    expect(await versions()).toBe(1);
  });

  test.each([
    ['', 'Write NAME=RATE'],
    ['slow', 'Write NAME=RATE'],
    ['slow=', 'RATE is'],
    ['slow=2', 'RATE is'],
    ['slow=-1', 'RATE is'],
    ['slow=x', 'RATE is'],
    ['slow=1.5x', 'RATE is'],
    ['slow=0th', 'RATE is'],
    ['nonsense=1', 'It can be: slow, drop,'],
    ['toString=1', 'It can be: slow, drop,'],
    ['slow@=1', 'There is no operation ""'],
    ['slow@Nope=1', 'There is no operation "Nope". It can be: CreateTemplate, '],
    ['slow@getTemplate=1', 'GetTemplate, '],
    ['race@GetTemplate=1', 'Only UpdateTemplate'],
    ['fail=1', 'fail:QuotaExceed=1x'],
    ['fail:=1', 'fail:QuotaExceed=1x'],
    ['fail:a b=1', 'fail:QuotaExceed=1x'],
    ['slow:QuotaExceed=1', 'fail:QuotaExceed=1x'],
  ])('there is no fault %j: %s', (text, why) => {
    expect(() => readFault(text)).toThrow(why);
    expect(() => new Faults([text], 1)).toThrow(FaultError);
  });
});

describe('the server', () => {
  test('takes only what it can answer', async () => {
    const local = await localOos();
    const code = async (path: string, options: RequestInit) => {
      const answer = await fetch(`${local.endpoint}${path}`, { ...options, headers: { accept: 'application/json' } });
      return ((await answer.json()) as Body).Code;
    };
    const query = '/?Action=ListTemplates&Version=2019-06-01';
    expect(await code(query, {})).toBe('MissingAccessKeyId');
    expect(await code(query, { method: 'PUT' })).toBe('InvalidAction.NotFound');
    expect(await code(`/other${query.slice(1)}`, {})).toBe('InvalidAction.NotFound');
    expect(await code('/?Action=ListTemplates', {})).toBe('InvalidVersion');
    expect(await code(query, { method: 'POST', body: 'x'.repeat(2 ** 20 + 1) })).toBe('RequestTooLarge');
  });

  test('ends while calls are on their way', async () => {
    const local = await localOos({ faults: ['slow=1'], slowness: 60_000 });
    const late = coreCaller(local, local.accounts.owner)('ListTemplates').catch((error: unknown) => error);
    await local.close();
    expect(await late).toBeInstanceOf(Error);
    await expect(fetch(local.endpoint)).rejects.toThrow();
  });

  test('listens to this machine alone', async () => {
    expect((await localOos()).endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });
});
