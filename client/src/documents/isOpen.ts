import * as vscode from 'vscode';

/** VS Code has a document with this address, whether it can be seen or not. */
export const isOpen = (address: string): boolean =>
  vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === address);
