import * as vscode from 'vscode';
import { templateLanguages } from '../languageMode.ts';

/** The template that a command is about: the one it was called for, else the one in the active editor. */
export async function subjectOf(given: unknown): Promise<vscode.TextDocument> {
  const uri = uriIn(given);
  const document = uri ? await vscode.workspace.openTextDocument(uri) : vscode.window.activeTextEditor?.document;
  if (document && templateLanguages.includes(document.languageId)) return document;
  throw new Error(vscode.l10n.t('Open an OOS template first.'));
}

/** Menus give a URI, lenses and code actions `{ uri }` with its text. */
function uriIn(given: unknown): vscode.Uri | undefined {
  if (given instanceof vscode.Uri) return given;
  const { uri } = { ...(given as { readonly uri?: unknown } | null | undefined) };
  if (uri instanceof vscode.Uri) return uri;
  return typeof uri === 'string' ? vscode.Uri.parse(uri) : undefined;
}
