import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fixture } from '../../support/fixture.ts';
import { closeAll, openUntitled } from './editor.ts';

/** Types at the cursor of a marked text and compares what then stands there, cursor included. */
async function afterTyping(language: string, marked: string, keys: string): Promise<string> {
  const { text, cursors } = fixture(marked);
  const editor = await openUntitled(language, text);
  const at = editor.document.positionAt(cursors[0] ?? Number.NaN);
  editor.selection = new vscode.Selection(at, at);
  for (const key of keys) await vscode.commands.executeCommand('type', { text: key });
  const typed = editor.document.getText();
  const cursor = editor.document.offsetAt(editor.selection.active);
  return `${typed.slice(0, cursor)}<|>${typed.slice(cursor)}`.replaceAll('\r\n', '\n');
}

async function wordAt(language: string, marked: string): Promise<string | undefined> {
  const { text, cursors } = fixture(marked);
  const { document } = await openUntitled(language, text);
  const range = document.getWordRangeAtPosition(document.positionAt(cursors[0] ?? Number.NaN));
  return range && document.getText(range);
}

describe('typing', () => {
  afterEach(closeAll);

  it('closes an expression', async () => {
    assert.equal(await afterTyping('oos-yaml', "a: '<|>'\n", '{{ '), "a: '{{ <|> }}'\n");
    assert.equal(await afterTyping('oos-json', '{ "a": "<|>" }\n', '{{ '), '{ "a": "{{ <|> }}" }\n');
  });

  it('types over what was closed', async () => {
    assert.equal(await afterTyping('oos-yaml', "a: '<|>'\n", '{{a}}'), "a: '{{a}}<|>'\n");
  });

  it('indents under a key', async () => {
    assert.equal(await afterTyping('oos-yaml', 'Parameters:<|>', '\n'), 'Parameters:\n  <|>');
    assert.equal(await afterTyping('oos-yaml', '  commandContent: |<|>', '\n'), '  commandContent: |\n    <|>');
  });

  it('goes on inside a list item', async () => {
    assert.equal(await afterTyping('oos-yaml', 'Tasks:\n  - Name: a<|>', '\n'), 'Tasks:\n  - Name: a\n    <|>');
    assert.equal(await afterTyping('oos-yaml', '  - Properties:<|>', '\n'), '  - Properties:\n      <|>');
  });

  it('comments a line of YAML out', async () => {
    const editor = await openUntitled('oos-yaml', 'Tasks: []\n');
    await vscode.commands.executeCommand('editor.action.commentLine');
    assert.equal(editor.document.getText(), '# Tasks: []\n');
  });

  for (const language of ['oos-yaml', 'oos-json']) {
    it(`takes names whole in ${language}`, async () => {
      assert.equal(await wordAt(language, '"ACS::ECS::Run<|>Command"'), 'ACS::ECS::RunCommand');
      assert.equal(await wordAt(language, '"Fn<|>::If": '), 'Fn::If');
      assert.equal(await wordAt(language, '"{{ my-<|>task.out }}"'), 'my-task');
      assert.equal(await wordAt(language, 'Na<|>me: x'), 'Name');
      assert.equal(await wordAt(language, '"ACS::<|>"'), 'ACS::');
    });
  }
});
