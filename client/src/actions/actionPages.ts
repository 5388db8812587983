import * as vscode from 'vscode';
import { showMarkdown } from '../documents/showMarkdown.ts';
import type { Toolkit } from '../toolkit.ts';

const scheme = 'oos-action';

/** The pages of actions, as documents in Markdown. */
export function registerActionPages(toolkit: Toolkit): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ path }) {
      const name = path.replace(/^\/|\.md$/g, '').replaceAll('.', '::');
      const client = await toolkit.server();
      const page = await client.sendRequest<{ readonly markdown: string } | null>('oos/actionPage', { name });
      return page?.markdown ?? vscode.l10n.t('No action {0} is known.', name);
    },
  });
}

/** Shows the page of an action as a preview. */
export async function openActionPage(name: string): Promise<void> {
  // A colon is no letter of file names, and the last part of the path becomes the title.
  const uri = vscode.Uri.from({ scheme, path: `/${name.replaceAll('::', '.')}.md` });
  await showMarkdown(uri);
}
