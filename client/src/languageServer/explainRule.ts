import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { showMarkdown } from '../documents/showMarkdown.ts';

const scheme = 'oos-rule';

/** The command behind the quick fix "Explain": it shows the page of a rule, which the server writes, as a preview. */
export function registerExplainRule(client: LanguageClient): vscode.Disposable {
  const pages = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent(uri) {
      const id = uri.path.replace(/^\/|\.md$/g, '');
      const page = await client.sendRequest<{ markdown: string } | null>('oos/rulePage', { id });
      return page?.markdown;
    },
  });
  return vscode.Disposable.from(pages, vscode.commands.registerCommand('oos.explainRule', explainRule));
}

/** Other extensions may call a command with anything. */
async function explainRule(about?: { readonly rule?: unknown }): Promise<void> {
  if (typeof about?.rule !== 'string') return;
  const uri = vscode.Uri.from({ scheme, path: `/${about.rule}.md` });
  await showMarkdown(uri);
}
