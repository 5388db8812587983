import { expect, test } from 'vitest';
import { CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { guarded } from '../../server/src/lsp/handlers/guarded.ts';

function setUp(handle: (text: string) => string) {
  const logged: string[] = [];
  const log = { error: (message: string) => void logged.push(message) };
  return { logged, request: guarded(log, 'shout', 'nothing', handle) };
}

test('answers with what the feature says', () => {
  const { logged, request } = setUp((text) => text.toUpperCase());
  expect(request('a', CancellationToken.None)).toBe('A');
  expect(logged).toEqual([]);
});

test('answers a fault with the fallback and logs the feature and the stack', () => {
  const { logged, request } = setUp(() => {
    throw new RangeError('planted');
  });
  expect(request('a', CancellationToken.None)).toBe('nothing');
  expect(logged).toEqual([expect.stringMatching(/^shout: RangeError: planted\n +at /)]);
});

test('refuses a request that was cancelled before its start', () => {
  const { request } = setUp(() => {
    throw new Error('must not run');
  });
  const answer = request('a', CancellationToken.Cancelled);
  expect(answer).toBeInstanceOf(ResponseError);
  expect(answer).toMatchObject({ code: LSPErrorCodes.RequestCancelled });
});
