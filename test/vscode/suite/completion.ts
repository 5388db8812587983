import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { acceptedCases } from '../../support/acceptedCases.ts';
import { fixture } from '../../support/fixture.ts';
import { closeAll, openUntitled, waitFor } from './editor.ts';

const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

async function openMarked(language: string, marked: string): Promise<vscode.TextEditor> {
  const { text, cursors } = fixture(marked);
  const editor = await openUntitled(language, text);
  const at = editor.document.positionAt(cursors[0] ?? Number.NaN);
  editor.selection = new vscode.Selection(at, at);
  return editor;
}

async function offered({ document, selection }: vscode.TextEditor): Promise<vscode.CompletionItem[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    selection.active,
  );
  // VS Code offers words of the text as well; the items of the server say how they are sorted.
  const own = items.filter(({ sortText }) => /^\d{5}$/.test(sortText ?? ''));
  return own.sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

/** Opens the list and takes what is chosen in it, as Enter does. */
async function acceptFirst({ document }: vscode.TextEditor): Promise<string> {
  const before = document.getText();
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
  // Nothing tells when the list is there; until then the command does nothing.
  let changed = false;
  for (let tries = 0; tries < 400 && !changed; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
    changed = document.getText() !== before;
  }
  assert.ok(changed, `nothing was accepted in\n${before}`);
  return document.getText().replaceAll('\r\n', '\n');
}

describe('completion', () => {
  afterEach(closeAll);

  for (const { language, marked, label, after } of acceptedCases) {
    it(`offers and writes ${label} in ${language}`, async () => {
      const editor = await openMarked(language, marked);
      const [first] = await offered(editor);
      assert.equal(first && labelOf(first), label);
      assert.equal(await acceptFirst(editor), after);
    });
  }

  it('opens the list while an action is typed', async () => {
    const marked = 'FormatVersion: OOS-2019-06-01\nTasks:\n  - Name: restart\n    Action: <|>\n';
    const editor = await openMarked('oos-yaml', marked);
    for (const text of 'ACS::ECS::Reboot') await vscode.commands.executeCommand('type', { text });
    await waitFor('the typed text', () => editor.document.getText().includes('Reboot'));
    assert.match(await acceptFirst(editor), /Action: ACS::ECS::RebootInstance\n {4}Properties:\n {6}instanceId: /);
  });
});
