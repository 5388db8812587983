import { expect, test, vi } from 'vitest';
import type * as vscode from 'vscode';
import { Dismissed } from '../../../client/src/connection/connections.ts';
import { errorsIn } from '../../../client/src/errorsIn.ts';
import { openScene } from '../../../client/src/run/scene.ts';
import type { Toolkit } from '../../../client/src/toolkit.ts';

vi.mock('vscode', () => ({
  EventEmitter: class {},
  env: { language: 'en' },
  workspace: {
    openTextDocument: async () => ({ getText: () => 'text', languageId: 'oos-yaml' }),
  },
}));
vi.mock('../../../client/src/errorsIn.ts', () => ({ errorsIn: vi.fn() }));

const facts = { description: 'Naps', parameters: [], groups: [], tasks: [], riskyTasks: [] };
const client = { sendRequest: vi.fn(async () => facts) };
const toolkit = { connections: { cloud: async () => ({}) }, server: async () => client } as unknown as Toolkit;
const source = {
  kind: 'file',
  uri: { path: '/nap.oos.yml', toString: () => 'file:///nap.oos.yml' } as vscode.Uri,
} as const;

test('a form tells how many errors there are, and comes without where nobody wants to wait for that', async () => {
  vi.mocked(errorsIn).mockResolvedValueOnce(3);
  expect(await openScene(toolkit, source)).toMatchObject({ facts, errors: 3 });
  vi.mocked(errorsIn).mockRejectedValueOnce(new Dismissed());
  expect(await openScene(toolkit, source)).toMatchObject({ facts, errors: 0 });
  vi.mocked(errorsIn).mockRejectedValueOnce(new Error('The server is gone.'));
  await expect(openScene(toolkit, source)).rejects.toThrow('The server is gone.');
});

test('the language server learns where the text is from, so that it looks at the templates beside it', async () => {
  await openScene(toolkit, source);
  const subject = { text: 'text', format: 'YAML', uri: 'file:///nap.oos.yml' };
  expect(client.sendRequest).toHaveBeenLastCalledWith('oos/template', expect.objectContaining(subject));
});
