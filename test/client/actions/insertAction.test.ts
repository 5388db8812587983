import { expect, test, vi } from 'vitest';
import { insertAction } from '../../../client/src/actions/insertAction.ts';
import type { Toolkit } from '../../../client/src/toolkit.ts';

/** The editor in front, in which somebody may be writing. */
const front = vi.hoisted(() => ({
  document: { version: 1, languageId: 'oos-yaml', uri: { scheme: 'file', toString: () => 'file:///a.oos.yml' } },
  selection: { active: { line: 1, character: 0 } },
  inserted: [] as unknown[],
  async insertSnippet({ value }: { readonly value: string }, { line }: { readonly line: number }) {
    front.inserted.push([value, line]);
  },
  revealRange: () => undefined,
}));

vi.mock('vscode', () => ({
  env: { language: 'en' },
  l10n: { t: (text: string) => text },
  Position: class {
    readonly line: number;
    constructor(line: number) {
      this.line = line;
    }
  },
  Range: class {},
  SnippetString: class {
    readonly value: string;
    constructor(value: string) {
      this.value = value;
    }
  },
  TextEditorRevealType: {},
  window: { activeTextEditor: front, visibleTextEditors: [front], showTextDocument: async () => front },
}));

test('a task goes where it belongs in the text as it is, also when somebody writes while it is looked up', async () => {
  const asked: unknown[] = [];
  const sendRequest = async (_: string, { position }: { readonly position: { readonly line: number } }) => {
    asked.push(position.line);
    if (asked.length === 1) {
      // Three lines more, and the cursor goes on with them.
      front.document.version += 1;
      front.selection.active.line = 4;
    }
    return { position: { line: position.line + 1, character: 0 }, snippet: '- Name: task', needsLine: false };
  };
  await insertAction({ server: async () => ({ sendRequest }) } as unknown as Toolkit, 'ACS::Sleep');
  expect(front.inserted).toEqual([['- Name: task', 5]]);
  expect(asked).toEqual([1, 4]);
});
