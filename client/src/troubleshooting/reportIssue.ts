import * as os from 'node:os';
import * as vscode from 'vscode';
import type { Toolkit } from '../toolkit.ts';

/** Settings whose values say nothing about a person or a machine. Of the others it is only said whether they are set. */
const harmless = ['detectLanguage', 'preset', 'rules', 'actions.autoRefresh'];
const withheld = ['endpoint', 'localOos.arguments'];

/** Opens a text with what is needed to understand a problem, to be completed and sent by the person. */
export async function reportIssue(toolkit: Toolkit): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: reportOf(toolkit) });
  await vscode.window.showTextDocument(document);
}

function reportOf({ context, connections }: Toolkit): string {
  const { t } = vscode.l10n;
  const { version } = context.extension.packageJSON as { readonly version: string };
  const facts = [
    `- OOS Template Toolkit: ${version}`,
    `- VS Code: ${vscode.version} (${vscode.env.appHost}${vscode.env.remoteName ? `, ${vscode.env.remoteName}` : ''})`,
    `- Node: ${process.versions.node}`,
    `- ${os.type()} ${os.release()} ${os.arch()}`,
    `- vscode.env.language: ${vscode.env.language}`,
    `- vscode.workspace.isTrusted: ${vscode.workspace.isTrusted}`,
    `- oos.connection: ${connections.choice?.kind ?? '-'}`,
    ...settingsLines(),
  ];
  return [
    `# ${t('A problem with OOS Template Toolkit')}`,
    t('The project has no public address yet: send this text to whoever gave you the extension.'),
    t('Nothing is sent automatically. Remove what nobody else should read, above all in templates and logs.'),
    `## ${t('What happened, and what did you expect?')}`,
    '',
    `## ${t('How can it be reproduced? The smallest template that shows it:')}`,
    '```yaml\n\n```',
    `## ${t('What the log says (command "OOS: Show the Log")')}`,
    '```text\n\n```',
    `## ${t('Versions and settings')}`,
    facts.join('\n'),
    '',
  ].join('\n\n');
}

/** Only what differs from the defaults. */
function settingsLines(): string[] {
  const settings = vscode.workspace.getConfiguration('oos');
  const changed = (name: string): boolean => {
    const { defaultValue } = settings.inspect(name) ?? {};
    return JSON.stringify(settings.get(name)) !== JSON.stringify(defaultValue);
  };
  return [
    ...harmless.filter(changed).map((name) => `- oos.${name}: ${JSON.stringify(settings.get(name))}`),
    ...withheld.filter(changed).map((name) => `- oos.${name}: (${vscode.l10n.t('set')})`),
  ];
}
