import * as vscode from 'vscode';
import { isPublished, lookUpTemplate, type PublishedTemplate } from '../../../server/src/cloud/api/publish.ts';
import type { Cloud } from '../connection/connections.ts';
import type { PublishedTemplates } from '../published/publishedTemplates.ts';
import type { Toolkit } from '../toolkit.ts';
import { refusalText, serverCommand } from './serverCommand.ts';
import { subjectOf } from './subject.ts';
import { forgetName, templateName } from './templateName.ts';

interface Published {
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly name: string;
  readonly version: string;
}

/** `OOS: Publish`: shows what would change, asks, and publishes. */
export async function publish(toolkit: Toolkit, published: PublishedTemplates, given: unknown): Promise<void> {
  const document = await subjectOf(given);
  if (await stopsAtErrors(document)) return;
  const cloud = await toolkit.connections.cloud();
  const name = await templateName(toolkit.context.workspaceState, document);
  if (name === undefined) return;
  for (let again = true; again; ) {
    const existing = await existingTemplate(cloud, name);
    if (existing && isPublished(existing, document.getText())) return tellUnchanged(existing);
    if (existing) await showDifference(published.uriOf(existing, cloud.connection.region), document);
    if (!(await agrees(toolkit, cloud, document, name, existing))) return;
    again = await send(toolkit, document, name, existing);
  }
}

/** What is certain to be refused is not sent. */
async function stopsAtErrors({ uri }: vscode.TextDocument): Promise<boolean> {
  const errors = vscode.languages
    .getDiagnostics(uri)
    .filter(({ source, severity }) => source === 'oos' && severity === vscode.DiagnosticSeverity.Error);
  if (errors.length === 0) return false;
  const show = vscode.l10n.t('Show Problems');
  const text = vscode.l10n.t('The template has {0} errors. Repair them before you publish it.', errors.length);
  if ((await vscode.window.showErrorMessage(text, show)) === show) {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
  return true;
}

export function existingTemplate({ api, connection }: Cloud, name: string): Thenable<PublishedTemplate | undefined> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Looking up {0} in {1}', name, connection.region),
    },
    () => lookUpTemplate(api, name),
  );
}

export async function showDifference(before: vscode.Uri, { uri }: vscode.TextDocument): Promise<void> {
  const title = vscode.l10n.t('{0} (published) and {1}', basename(before), basename(uri));
  await vscode.commands.executeCommand('vscode.diff', before, uri, title, { preview: true });
}

const basename = ({ path }: vscode.Uri): string => path.split('/').at(-1) ?? path;

function tellUnchanged({ Template }: PublishedTemplate): void {
  const { TemplateName = '', TemplateVersion = '' } = Template;
  vscode.window.showInformationMessage(
    vscode.l10n.t('Nothing to publish: {0} {1} is the same as this file.', TemplateName, TemplateVersion),
  );
}

/** The question names the account, the region, the template and the version. */
async function agrees(
  { context }: Toolkit,
  { connection }: Cloud,
  { uri }: vscode.TextDocument,
  name: string,
  existing: PublishedTemplate | undefined,
): Promise<boolean> {
  const { t } = vscode.l10n;
  const yes = t('Publish');
  const otherName = t('Use another name');
  const version = existing?.Template.TemplateVersion;
  const question =
    version === undefined
      ? t('Create the template {0}?', name)
      : t('Publish a new version of {0}? {1} is the newest now.', name, version);
  const detail = [
    t('Connection: {0} ({1})', connection.name, connection.accessKeyId ?? connection.mode),
    t('Region: {0}', connection.region),
    t('Address: {0}', connection.endpoint.host),
  ].join('\n');
  const chosen = await vscode.window.showInformationMessage(question, { modal: true, detail }, yes, otherName);
  if (chosen === otherName) {
    await forgetName(context.workspaceState, uri);
    await vscode.commands.executeCommand('oos.publish', uri);
  }
  return chosen === yes;
}

/** Answers whether to begin again, because somebody else has published in the meantime. */
async function send(
  toolkit: Toolkit,
  { uri }: vscode.TextDocument,
  name: string,
  existing: PublishedTemplate | undefined,
): Promise<boolean> {
  const { t } = vscode.l10n;
  const answer = await serverCommand<Published>(
    toolkit,
    t('Publishing {0}', name),
    existing ? 'oos.publishTemplate' : 'oos.createTemplate',
    { uri: uri.toString(), name, basedOn: existing?.Template.TemplateVersion, confirmed: true },
  );
  if (answer.ok) {
    tellPublished(answer, uri);
    return false;
  }
  if (answer.code === 'cancelled') return false;
  const isRace = ['TemplateChanged', 'TemplateUpdateFailed', 'EntityAlreadyExists.Template'].includes(answer.code);
  const compare = t('Compare again');
  const show = t('Show Problems');
  const ways = isRace ? [compare] : answer.code === 'TemplateValidationError' ? [show] : [];
  const chosen = await vscode.window.showErrorMessage(refusalText(answer), ...ways);
  if (chosen === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
  return chosen === compare;
}

function tellPublished({ outcome, name, version }: Published, uri: vscode.Uri): void {
  const { t } = vscode.l10n;
  const run = t('Run');
  const text = outcome === 'created' ? t('Created {0} {1}.', name, version) : t('Published {0} {1}.', name, version);
  vscode.window.showInformationMessage(text, run).then(
    (chosen) => (chosen === run ? vscode.commands.executeCommand('oos.run', { uri: uri.toString() }) : undefined),
    () => undefined,
  );
}
