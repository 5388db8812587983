import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ServerEnds } from '../../../client/src/languageServer/serverEnds.ts';

vi.mock('vscode', () => ({ env: { language: 'en' }, l10n: { t: (text: string) => text } }));
vi.mock('vscode-languageclient/node', () => ({
  CloseAction: { DoNotRestart: 1, Restart: 2 },
  ErrorAction: { Continue: 1, Shutdown: 2 },
}));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** In a channel that keeps nothing. */
function serverEnds(): ServerEnds {
  return new ServerEnds(Object.assign(Object.create(null), { error: () => undefined, warn: () => undefined }));
}

test('messages that a server does not get any more do not keep it from being started again', async () => {
  const ends = serverEnds();
  for (let count = 0; count < 20; count++) expect(ends.error(new Error('EPIPE')).action).toBe(1);
  const closed = ends.closed();
  await vi.runAllTimersAsync();
  expect((await closed).action).toBe(2);
});
