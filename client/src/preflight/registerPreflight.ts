import * as vscode from 'vscode';
import { showMarkdown } from '../documents/showMarkdown.ts';
import { tellingFailures } from '../failure.ts';
import { givenTemplate } from '../givenTemplate.ts';
import type { Toolkit } from '../toolkit.ts';

const scheme = 'oos-preflight';

/** The report about a template before it runs, as a page: findings, risky tasks, how far they reach, rights, limits. */
export function registerPreflight(toolkit: Toolkit): vscode.Disposable {
  const show = (given?: unknown) => tellingFailures(toolkit.log, () => showReport(given));
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: (uri) => report(toolkit, uri.query),
    }),
    vscode.commands.registerCommand('oos.preflight', show),
    // The command of the lenses that the server sends.
    vscode.commands.registerCommand('oos.showRiskyTasks', show),
    vscode.commands.registerCommand('oos.showRights', (given?: unknown) =>
      tellingFailures(toolkit.log, () => showRights(toolkit, given)),
    ),
  );
}

const nameOf = ({ path }: vscode.Uri): string => path.split('/').at(-1) ?? '';

/** The time makes an address that was not shown before, since pages are kept by theirs. */
async function showReport(given: unknown): Promise<void> {
  const { uri } = await givenTemplate(given);
  const page = vscode.Uri.from({
    scheme,
    path: `/${nameOf(uri)} - ${vscode.l10n.t('before the run')}.md`,
    query: uri.toString(),
    fragment: String(Date.now()),
  });
  await showMarkdown(page);
}

/** What the report is asked for here; see docs/protocol.md. */
interface Rights {
  readonly report: { readonly rights: { readonly policy: object } };
}

/** `OOS: Show the Permissions the Template Needs`: the policy as a document of its own, to be copied or saved. */
async function showRights({ server }: Toolkit, given: unknown): Promise<void> {
  const { uri } = await givenTemplate(given);
  const client = await server();
  const found = await client.sendRequest<Rights | null>('oos/preflight', { uri: uri.toString() });
  if (!found) throw new Error(vscode.l10n.t('Open an OOS template first.'));
  const content = `${JSON.stringify(found.report.rights.policy, undefined, 2)}\n`;
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'json', content }));
}

/** The parts have headings of the third rank. */
async function report({ server }: Toolkit, uri: string): Promise<string> {
  const client = await server();
  const found = await client.sendRequest<{ readonly markdown: string } | null>('oos/preflight', { uri });
  if (!found) return vscode.l10n.t('Open an OOS template first.');
  return `## \`${nameOf(vscode.Uri.parse(uri))}\`\n\n${found.markdown}`;
}
