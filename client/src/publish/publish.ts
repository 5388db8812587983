import * as vscode from 'vscode';
import { isPublished, lookUpTemplate, type PublishedTemplate } from '../../../server/src/cloud/api/publish.ts';
import { callerName } from '../../../server/src/cloud/callerName.ts';
import type { Cloud } from '../connection/connections.ts';
import { sameCaller } from '../connection/sameCaller.ts';
import { errorsIn } from '../errorsIn.ts';
import { patiently, signalOf } from '../patiently.ts';
import type { PublishedTemplates } from '../published/publishedTemplates.ts';
import type { Toolkit } from '../toolkit.ts';
import { serverCommand } from './serverCommand.ts';
import { subjectOf } from './subject.ts';
import { offerProblems, tellRefusal } from './tellRefusal.ts';
import { forgetName, templateName } from './templateName.ts';

interface Published {
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly name: string;
  readonly version: string;
}

/** What the person is asked about: this text, under this name, by this connection, after this version. */
interface Plan {
  readonly document: vscode.TextDocument;
  readonly text: string;
  /** Of the document, with this text. */
  readonly version: number;
  readonly name: string;
  readonly cloud: Cloud;
  readonly existing: PublishedTemplate | undefined;
}

/** `OOS: Publish`: shows what would change, asks, and publishes. */
export async function publish(toolkit: Toolkit, published: PublishedTemplates, given: unknown): Promise<void> {
  const document = await subjectOf(given);
  if (await stopsAtErrors(toolkit, document)) return;
  // Without a connection, or in a workspace that is not trusted, no name is of use.
  await toolkit.connections.cloud();
  const name = await templateName(toolkit.context.workspaceState, document);
  if (name === undefined) return;
  let news = '';
  for (let again = true; again; ) {
    const plan = await look(toolkit, document, name);
    const { existing, text } = plan;
    if (existing && isPublished(existing, text)) return tellUnchanged(existing);
    if (existing) await showDifference(published.uriOf(existing, plan.cloud), document);
    if (!(await agrees(toolkit, plan, news))) return;
    news = await newsSince(toolkit, plan);
    again = news !== '' || (await send(toolkit, plan));
  }
}

async function look({ connections }: Toolkit, document: vscode.TextDocument, name: string): Promise<Plan> {
  const cloud = await connections.cloud();
  const text = document.getText();
  const { version } = document;
  return { document, text, version, name, cloud, existing: await existingTemplate(cloud, name) };
}

/** What is certain to be refused is not sent. */
async function stopsAtErrors(toolkit: Toolkit, document: vscode.TextDocument): Promise<boolean> {
  const errors = await errorsIn(toolkit, document);
  if (errors === 0) return false;
  await offerProblems(vscode.l10n.t('Errors in the template: {0}. Repair them before you publish it.', errors));
  return true;
}

export function existingTemplate({ api, connection }: Cloud, name: string): Promise<PublishedTemplate | undefined> {
  return patiently(vscode.l10n.t('Looking up {0} in {1}', name, connection.region), (token) =>
    lookUpTemplate(api, name, { signal: signalOf(token) }),
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

/** The question names the account, the region, the template and the version. `news`: why it comes again. */
async function agrees(
  { context }: Toolkit,
  { cloud: { connection }, document: { uri }, name, existing }: Plan,
  news: string,
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
    news,
    t('Connection: {0}', callerName(connection)),
    t('Region: {0}', connection.region),
    t('Address: {0}', connection.endpoint.host),
  ].filter(Boolean);
  const options = { modal: true, detail: detail.join('\n') };
  const chosen = await vscode.window.showInformationMessage(question, options, yes, otherName);
  if (chosen === otherName) {
    await forgetName(context.workspaceState, uri);
    await vscode.commands.executeCommand('oos.publish', uri);
  }
  return chosen === yes;
}

/** Nothing else is sent than what was agreed to, and by nobody else. Says what has changed since; empty: nothing has. */
async function newsSince({ connections }: Toolkit, { cloud, document, text }: Plan): Promise<string> {
  const { t } = vscode.l10n;
  if (!sameCaller(await connections.cloud(), cloud)) return t('The connection has changed since you were asked.');
  return document.getText() === text ? '' : t('The text has changed since you were asked.');
}

/** Answers whether to begin again, because somebody else has published in the meantime, or because it may work now. */
async function send(toolkit: Toolkit, { document: { uri }, version, name, cloud, existing }: Plan): Promise<boolean> {
  const answer = await serverCommand<Published>(toolkit, cloud, {
    title: vscode.l10n.t('Publishing {0}', name),
    command: existing ? 'oos.publishTemplate' : 'oos.createTemplate',
    argument: {
      uri: uri.toString(),
      name,
      documentVersion: version,
      basedOn: existing?.Template.TemplateVersion,
      confirmed: true,
    },
  });
  if (!answer.ok) return tellRefusal(answer);
  await vscode.commands.executeCommand('oos.templates.refresh');
  tellPublished(answer, uri);
  return false;
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
