import { describe, expect, test } from 'vitest';
import { limits } from '../../server/src/emulator/wire/limits.ts';
import { localOos } from '../support/localOos.ts';
import { coreCaller, popCaller } from './callers.ts';
import { everyOperation } from './everyOperation.ts';

describe('official clients', () => {
  test.each(['body', 'query'] as const)('openapi-core calls every operation, parameters in the %s', async (place) => {
    const local = await localOos();
    expect(await everyOperation(coreCaller(local, local.accounts.owner, place))).toEqual(new Set(Object.keys(limits)));
  });

  test.each(['POST', 'GET'] as const)('pop-core calls every operation by %s', async (method) => {
    const local = await localOos();
    expect(await everyOperation(popCaller(local, local.accounts.owner, method))).toEqual(new Set(Object.keys(limits)));
  });

  test('temporary keys are worth something with their token', async () => {
    const local = await localOos();
    for (const caller of [coreCaller, popCaller]) {
      expect((await caller(local, local.accounts.temporary)('ListTemplates')).Templates.length).toBeGreaterThan(0);
    }
  });
});
