import * as vscode from 'vscode';

/** Where a text is in sight already, so that it is not opened a second time; else `otherwise`. */
export function visibleColumn(uri: vscode.Uri, otherwise: vscode.ViewColumn): vscode.ViewColumn {
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  return shown?.viewColumn ?? otherwise;
}
