import * as vscode from 'vscode';
import { templateLanguages } from './languageMode.ts';
import { membersOf } from './membersOf.ts';

/** The template that a command is about: the one it was called for, else the one in the active editor. */
export async function givenTemplate(given: unknown): Promise<vscode.TextDocument> {
  const uri = uriIn(given);
  const document = uri ? await vscode.workspace.openTextDocument(uri) : await documentInFront();
  if (document && templateLanguages.includes(document.languageId)) return document;
  throw new Error(vscode.l10n.t('Open an OOS template first.'));
}

/** On both sides of a comparison with what is published it is the text of the person, on the right. */
async function documentInFront(): Promise<vscode.TextDocument | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const isLeft = input instanceof vscode.TabInputTextDiff && document?.uri.toString() === input.original.toString();
  return isLeft ? vscode.workspace.openTextDocument(input.modified) : document;
}

/** Menus give a URI, lenses and code actions `{ uri }` with its text. */
function uriIn(given: unknown): vscode.Uri | undefined {
  if (given instanceof vscode.Uri) return given;
  const { uri } = membersOf(given);
  if (uri instanceof vscode.Uri) return uri;
  return typeof uri === 'string' ? vscode.Uri.parse(uri) : undefined;
}
