import * as vscode from 'vscode';

/**
 * Shows a document in Markdown as a preview, or as it is written where the Markdown extension of VS Code is switched off. Answers
 * whether it is the preview.
 */
export async function showMarkdown(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.commands.executeCommand('markdown.showPreview', uri);
    return true;
  } catch {
    await vscode.window.showTextDocument(uri);
    return false;
  }
}
