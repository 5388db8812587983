import * as vscode from 'vscode';
import { templateLanguages } from '../languageMode.ts';
import type { Toolkit } from '../toolkit.ts';

/** The answer of `oos/taskSnippet`; see docs/protocol.md. */
interface TaskSnippet {
  readonly position: { readonly line: number; readonly character: number };
  readonly snippet: string;
  readonly needsLine: boolean;
}

/** Inserts a task with an action into the template in the active editor, behind the task around the cursor. */
export async function insertAction(toolkit: Toolkit, action: string): Promise<void> {
  const { t } = vscode.l10n;
  const editor = templateEditor();
  if (!editor) throw new Error(t('Open a template that can be edited, and put the cursor where the task should go.'));
  const { document, viewColumn } = editor;
  let version: number;
  let task: TaskSnippet | null;
  let shown: vscode.TextEditor;
  // Whoever writes meanwhile moves the place; then it is looked up again.
  do {
    version = document.version;
    task = await taskFor(toolkit, editor, action);
    if (!task) throw new Error(t('There is no place for a task: the template needs a list under Tasks.'));
    shown = await vscode.window.showTextDocument(document, { ...(viewColumn && { viewColumn }) });
  } while (document.version !== version);
  await insert(shown, task);
}

async function taskFor({ server }: Toolkit, { document, selection }: vscode.TextEditor, action: string) {
  const client = await server();
  const { line, character } = selection.active;
  const params = { uri: document.uri.toString(), action, position: { line, character } };
  return client.sendRequest<TaskSnippet | null>('oos/taskSnippet', params);
}

async function insert(editor: vscode.TextEditor, { position, snippet, needsLine }: TaskSnippet): Promise<void> {
  let at = new vscode.Position(position.line, position.character);
  if (needsLine) {
    await editor.edit((edit) => edit.insert(at, '\n'), { undoStopBefore: true, undoStopAfter: false });
    at = new vscode.Position(at.line + 1, 0);
  }
  await editor.insertSnippet(new vscode.SnippetString(snippet), at);
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The template that is being written: the active one, else the only one that is visible. */
function templateEditor(): vscode.TextEditor | undefined {
  const isWritten = ({ document }: vscode.TextEditor): boolean =>
    templateLanguages.includes(document.languageId) && ['file', 'untitled'].includes(document.uri.scheme);
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  if (activeTextEditor && isWritten(activeTextEditor)) return activeTextEditor;
  const [only, ...others] = visibleTextEditors.filter(isWritten);
  return others.length === 0 ? only : undefined;
}
