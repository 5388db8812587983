import { expect, test, vi } from 'vitest';
import { type Connections, Untrusted } from '../../../client/src/connection/connections.ts';
import { PublishedTemplates } from '../../../client/src/templates/publishedTemplates.ts';

const world = vi.hoisted(() => ({
  address: 'oos-template:/second/cn-hangzhou/nap@v1.oos.yml',
  files: undefined as { readFile(uri: unknown): Promise<Uint8Array> } | undefined,
  trust: (): void => undefined,
  changed: [] as string[],
}));

vi.mock('vscode', () => {
  const never = () => ({ dispose: () => undefined });
  const uriOf = (text: string) => ({ scheme: 'oos-template', path: text.replace(/^[^:]+:/, ''), toString: () => text });
  class TabInputText {
    readonly uri = uriOf(world.address);
  }
  return {
    env: { language: 'en' },
    l10n: { t: (text: string) => text },
    Uri: { parse: uriOf },
    Disposable: { from: never },
    EventEmitter: class {
      fire = (changes: readonly { uri: unknown }[]) => world.changed.push(...changes.map(({ uri }) => String(uri)));
    },
    FileChangeType: { Changed: 1 },
    TabInputText,
    TabInputTextDiff: class {},
    window: {
      tabGroups: { all: [{ tabs: [{ input: new TabInputText() }] }] },
      onDidChangeActiveTextEditor: never,
    },
    workspace: {
      registerFileSystemProvider: (_: string, files: NonNullable<typeof world.files>) => {
        world.files = files;
      },
      onDidGrantWorkspaceTrust: (hear: () => void) => {
        world.trust = hear;
      },
      onDidOpenTextDocument: never,
      onDidChangeTextDocument: never,
    },
  };
});

test('a document of a workspace that nobody trusts says so, and is read again once somebody does', async () => {
  const connections = { choice: {}, cloud: () => Promise.reject(new Untrusted()), onDidChange: () => undefined };
  const published = new PublishedTemplates(connections as unknown as Connections);
  const { Uri } = await import('vscode');
  const text = new TextDecoder().decode(await world.files?.readFile(Uri.parse(world.address)));
  expect(text).toContain('This workspace is not trusted');
  expect(world.changed).toEqual([]);
  world.trust();
  expect(world.changed).toEqual([world.address]);
  published.dispose();
});
