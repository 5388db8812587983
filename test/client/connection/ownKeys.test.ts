import { expect, test, vi } from 'vitest';
import type * as vscode from 'vscode';
import { listOwnKeys, type OwnKeys, removeOwnKeys, saveOwnKeys } from '../../../client/src/connection/ownKeys.ts';

vi.mock('vscode', () => ({}));

const keysOf = (name: string): OwnKeys => ({
  name,
  region: 'cn-hangzhou',
  accessKeyId: `id of ${name}`,
  accessKeySecret: 'a secret',
});

/** A store of secrets that may be locked for a while. */
function storeOf(first?: string) {
  let text = first;
  let isLocked = false;
  const store = {
    get: async () => {
      if (isLocked) throw new Error('The keyring is locked.');
      return text;
    },
    store: async (_: string, value: string) => {
      text = value;
    },
  };
  return {
    secrets: store as unknown as vscode.SecretStorage,
    lock: (value: boolean) => {
      isLocked = value;
    },
  };
}

const names = async (secrets: vscode.SecretStorage) => (await listOwnKeys(secrets)).map(({ name }) => name);

test('keys are added and removed by their names', async () => {
  const { secrets } = storeOf();
  await saveOwnKeys(secrets, keysOf('first'));
  await saveOwnKeys(secrets, keysOf('second'));
  await saveOwnKeys(secrets, { ...keysOf('first'), region: 'cn-shanghai' });
  expect(await names(secrets)).toEqual(['second', 'first']);
  await removeOwnKeys(secrets, 'second');
  expect(await listOwnKeys(secrets)).toEqual([{ ...keysOf('first'), region: 'cn-shanghai' }]);
});

test('a store that cannot be read loses none of them', async () => {
  const { secrets, lock } = storeOf();
  await saveOwnKeys(secrets, keysOf('first'));
  lock(true);
  expect(await names(secrets)).toEqual([]);
  await expect(saveOwnKeys(secrets, keysOf('second'))).rejects.toThrow('The keyring is locked.');
  await expect(removeOwnKeys(secrets, 'second')).rejects.toThrow('The keyring is locked.');
  lock(false);
  expect(await names(secrets)).toEqual(['first']);
});

test.each(['no JSON', '{}', '[{"name": 1}]'])(
  'what somebody else wrote into the store is left aside: %s',
  async (text) => {
    const { secrets } = storeOf(text);
    expect(await names(secrets)).toEqual([]);
    await saveOwnKeys(secrets, keysOf('first'));
    expect(await names(secrets)).toEqual(['first']);
  },
);
