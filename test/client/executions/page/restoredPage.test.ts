import { describe, expect, test, vi } from 'vitest';
import { type Connections, Dismissed, Untrusted } from '../../../../client/src/connection/connections.ts';
import { cloudOfKept, keptCaller } from '../../../../client/src/connection/keptCaller.ts';
import { readFromExecution } from '../../../../client/src/executions/page/executionMessages.ts';
import { readKeptPage } from '../../../../client/src/executions/page/keptPage.ts';
import { explicitConnection } from '../../../../server/src/cloud/connection.ts';

vi.mock('vscode', () => ({
  env: { language: 'en' },
  l10n: { t: (text: string, ...values: string[]) => text.replace(/\{(\d)\}/g, (_, index) => values[index] ?? '') },
}));

const connectionOf = (name: string, region: string) =>
  explicitConnection({ name, region, credential: { accessKeyId: 'LTAI5tNotARealKeyId', accessKeySecret: 'secret' } });

/** A window that has chosen this connection. */
const windowWith = (name: string, region: string) =>
  ({
    choice: { kind: 'profile' },
    cloud: async () => ({ connection: connectionOf(name, region) }),
  }) as unknown as Connections;

describe('what comes back with a window', () => {
  const wanted = keptCaller(connectionOf('work', 'cn-hangzhou'));

  test('has the name of its connection and no key', () => {
    expect(wanted).toEqual({ account: 'work (LTAI****eyId)', region: 'cn-hangzhou' });
    const local = explicitConnection({
      ...{ name: 'Local OOS', region: 'cn-hangzhou', endpoint: 'http://127.0.0.1:1' },
      credential: { accessKeyId: 'another each time', accessKeySecret: '' },
    });
    expect(keptCaller(local).account).toBe('Local OOS');
  });

  test('uses that connection and no other one', async () => {
    const same = await cloudOfKept(windowWith('work', 'cn-hangzhou'), 'exec-1', wanted);
    expect(same.connection.name).toBe('work');
    const how = 'exec-1 was opened with work (LTAI****eyId) in cn-hangzhou. Choose that connection to see it again.';
    await expect(cloudOfKept(windowWith('work', 'cn-beijing'), 'exec-1', wanted)).rejects.toThrow(how);
    await expect(cloudOfKept(windowWith('home', 'cn-hangzhou'), 'exec-1', wanted)).rejects.toThrow(how);
    const asked = vi.fn(() => Promise.reject(new Dismissed()));
    const none = { choice: undefined, cloud: asked } as unknown as Connections;
    await expect(cloudOfKept(none, 'exec-1', wanted)).rejects.toThrow(how);
    expect(asked).not.toHaveBeenCalled();
  });

  test('names that connection where the chosen one cannot be used, unless nothing is sent anyway', async () => {
    const failing = (error: Error) =>
      ({ choice: { kind: 'own' }, cloud: () => Promise.reject(error) }) as unknown as Connections;
    await expect(cloudOfKept(failing(new Error('The keys are gone.')), 'exec-1', wanted)).rejects.toThrow(
      'exec-1 was opened with work (LTAI****eyId) in cn-hangzhou. The chosen connection cannot be used: The keys are gone.',
    );
    await expect(cloudOfKept(failing(new Dismissed()), 'exec-1', wanted)).rejects.toBeInstanceOf(Dismissed);
    await expect(cloudOfKept(failing(new Untrusted()), 'exec-1', wanted)).rejects.toBeInstanceOf(Untrusted);
  });
});

describe('the state of a page', () => {
  const kept = { id: 'exec-1', account: 'work (LTAI****5678)', region: 'cn-hangzhou' };

  test('tells which execution it was', () => {
    expect(readKeptPage({ open: [], kept: { ...kept, more: 1 } })).toEqual(kept);
  });

  test.each([
    ['none', undefined],
    ['nothing', null],
    ['a text', 'exec-1'],
    ['no execution', { open: [] }],
    ['another kind of id', { kept: { ...kept, id: 1 } }],
    ['an id that leads elsewhere', { kept: { ...kept, id: '../exec-1' } }],
    ['no account', { kept: { ...kept, account: '' } }],
    ['a region in two lines', { kept: { ...kept, region: 'cn-hangzhou\nx' } }],
  ])('is not taken for an execution when it is %s', (_, state) => {
    expect(readKeptPage(state)).toBeUndefined();
  });
});

test('what was typed are texts, whatever a page says', () => {
  expect(readFromExecution({ type: 'typed', typed: { 'note t1': 'fine', other: 1 } })).toEqual({
    ...{ type: 'typed', typed: { 'note t1': 'fine', other: '1' } },
  });
  expect(readFromExecution({ type: 'typed' })).toEqual({ type: 'typed', typed: {} });
});
