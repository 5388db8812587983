import { beforeEach, expect, test, vi } from 'vitest';
import type * as vscode from 'vscode';
import { forgetName, rememberName, templateName } from '../../../client/src/publish/templateName.ts';

/** What the box proposes, and what the person makes of it. */
const box = vi.hoisted(() => ({ proposed: [] as unknown[], answer: undefined as string | undefined }));

vi.mock('vscode', () => ({
  env: { language: 'en' },
  l10n: { t: (text: string) => text },
  window: {
    showInputBox: async ({ value }: { readonly value: unknown }) => {
      box.proposed.push(value);
      return box.answer;
    },
  },
}));

beforeEach(() => {
  box.proposed = [];
  box.answer = undefined;
});

function memento(): vscode.Memento {
  const values = new Map<string, unknown>();
  const update = async (key: string, value: unknown) => void values.set(key, value);
  return { keys: () => [...values.keys()], get: (key: string) => values.get(key), update } as vscode.Memento;
}

function documentAt(scheme: string, path: string): vscode.TextDocument {
  const uri = { scheme, path, toString: () => `${scheme}:${path}` };
  return { uri, isUntitled: scheme === 'untitled' } as vscode.TextDocument;
}

test.each([
  ['file', '/templates/restart.oos.yml', 'restart'],
  ['untitled', 'Untitled-1', 'Untitled-1'],
])(
  'a name is asked for until it is known, and again when another one is wanted (%s)',
  async (scheme, path, proposed) => {
    const document = documentAt(scheme, path);
    const state = memento();
    box.answer = 'web';
    expect(await templateName(state, document, 'OOS: Publish')).toBe('web');
    await rememberName(state, document, 'web');
    expect(await templateName(state, document, 'OOS: Publish')).toBe('web');
    expect(box.proposed).toEqual([proposed]);
    await forgetName(state, document);
    box.answer = 'db';
    expect(await templateName(state, document, 'OOS: Publish')).toBe('db');
    expect(box.proposed).toEqual([proposed, 'web']);
  },
);

test('a published version has its name, and another one when the person wants that', async () => {
  const document = documentAt('oos-template', '/me/cn-hangzhou/restart@v2.oos.yml');
  const state = memento();
  expect(await templateName(state, document, 'OOS: Publish')).toBe('restart');
  expect(box.proposed).toEqual([]);
  await forgetName(state, document);
  box.answer = 'db';
  expect(await templateName(state, document, 'OOS: Publish')).toBe('db');
  expect(box.proposed).toEqual(['restart']);
  await rememberName(state, document, 'db');
  expect(await templateName(state, document, 'OOS: Publish')).toBe('db');
});
