import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Asks `probe` until it gives something other than undefined and false. */
export async function waitFor<T>(what: string, probe: () => T | undefined | false, limit = 20_000): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const value = probe();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) assert.fail(`waited ${limit} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Returns when all that was asked of the editor before has been done: its messages keep their order. */
export async function settle(): Promise<void> {
  await vscode.languages.getLanguages();
  await vscode.languages.getLanguages();
}

export function uriOf(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Writes a file into the workspace, whose folder belongs to this run, and opens it in an editor. */
export async function openFile(name: string, text: string): Promise<vscode.TextEditor> {
  const uri = uriOf(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  // Not openTextDocument, which keeps the document alive for minutes after its editor was closed.
  await vscode.commands.executeCommand('vscode.open', uri);
  return waitFor(`an editor for ${name}`, () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.toString() === uri.toString() && editor;
  });
}

export async function openUntitled(language: string, text: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language, content: text });
  return vscode.window.showTextDocument(document);
}

export async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit), 'the edit was applied');
}

export function ownDiagnostics(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'oos');
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
