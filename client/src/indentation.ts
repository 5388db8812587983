import * as vscode from 'vscode';
import { templateLanguages } from './languageMode.ts';

/**
 * VS Code restores a window before it knows our languages, so that an empty text keeps an indentation that is not theirs. One that
 * is not empty tells its own.
 */
export function mendIndentation(): void {
  for (const editor of vscode.window.visibleTextEditors) {
    const { document } = editor;
    if (!templateLanguages.includes(document.languageId) || !isEmpty(document)) continue;
    const settings = vscode.workspace.getConfiguration('editor', document);
    const tabSize = settings.get<number>('tabSize');
    const insertSpaces = settings.get<boolean>('insertSpaces');
    if (tabSize === editor.options.tabSize || tabSize === undefined || insertSpaces === undefined) continue;
    editor.options = { tabSize, insertSpaces };
  }
}

const isEmpty = (document: vscode.TextDocument): boolean => document.lineCount === 1 && document.lineAt(0).text === '';
