import * as vscode from 'vscode';
import type { ListedTemplate } from '../../../server/src/cloud/api/answers.ts';
import { isPublished, type PublishedTemplate } from '../../../server/src/cloud/api/publish.ts';
import { addressLine, callerLines } from '../connection/callerFacts.ts';
import type { Cloud } from '../connection/connections.ts';
import { sameCaller } from '../connection/sameCaller.ts';
import { errorsIn } from '../errorsIn.ts';
import { givenTemplate } from '../givenTemplate.ts';
import { serverCommand } from '../languageServer/serverCommand.ts';
import type { PublishedTemplates } from '../templates/publishedTemplates.ts';
import type { Toolkit } from '../toolkit.ts';
import { findSame, lookUp, showDifference } from './comparison.ts';
import { offerProblems, tellRefusal } from './tellRefusal.ts';
import { forgetName, rememberName, templateName } from './templateName.ts';

interface Published {
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly name: string;
  readonly version: string;
}

type Named = Pick<ListedTemplate, 'TemplateName' | 'TemplateVersion'>;

/** What the person is asked about: this text, under this name, by this connection, after this version. */
interface Plan {
  readonly document: vscode.TextDocument;
  readonly text: string;
  /** Of the document, with this text. */
  readonly version: number;
  readonly name: string;
  readonly cloud: Cloud;
  /** What is published is this very text: there is nothing to ask. */
  readonly same: Named | undefined;
  readonly existing: PublishedTemplate | undefined;
}

/** `OOS: Publish`: shows what would change, asks, and publishes. */
export async function publish(toolkit: Toolkit, published: PublishedTemplates, given: unknown): Promise<void> {
  const document = await givenTemplate(given);
  if (await stopsAtErrors(toolkit, document)) return;
  // Without a connection, or in a workspace that is not trusted, no name is of use.
  await toolkit.connections.cloud();
  const { workspaceState } = toolkit.context;
  const name = await templateName(workspaceState, document, vscode.l10n.t('OOS: Publish'));
  if (name === undefined) return;
  let news = '';
  for (let again = true; again; ) {
    const plan = await look(toolkit, document, name);
    if (plan.same ?? plan.existing) await rememberName(workspaceState, document, name);
    if (plan.same) return tellUnchanged(plan.same);
    if (plan.existing) await showDifference(published.uriOf(plan.existing, plan.cloud), document);
    if (!(await agrees(toolkit, plan, news))) return;
    news = await newsSince(toolkit, plan);
    again = news !== '' || (await send(toolkit, plan));
  }
}

/** The content that is published is fetched for the comparison only. */
async function look({ connections }: Toolkit, document: vscode.TextDocument, name: string): Promise<Plan> {
  const cloud = await connections.cloud();
  const text = document.getText();
  const { version } = document;
  const same = await findSame(cloud, name, text);
  const existing = same ? undefined : await lookUp(cloud, name);
  const isSame = existing && isPublished(existing, text);
  return { document, text, version, name, cloud, same: isSame ? existing.Template : same, existing };
}

/** What is certain to be refused is not sent. */
async function stopsAtErrors(toolkit: Toolkit, document: vscode.TextDocument): Promise<boolean> {
  const errors = await errorsIn(toolkit, document);
  if (errors === 0) return false;
  await offerProblems(vscode.l10n.t('Errors in the template: {0}. Repair them before you publish it.', errors));
  return true;
}

function tellUnchanged({ TemplateName = '', TemplateVersion = '' }: Named): void {
  vscode.window.showInformationMessage(
    vscode.l10n.t('Nothing to publish: {0} {1} is the same as this file.', TemplateName, TemplateVersion),
  );
}

/** The question names the account, the region, the template and the version. `news`: why it comes again. */
async function agrees({ context }: Toolkit, plan: Plan, news: string): Promise<boolean> {
  const { t } = vscode.l10n;
  const { document, existing } = plan;
  const yes = t('Publish');
  // The question lies over the comparison, which may be longer than what can be seen beside it.
  const lookFirst = t('Read the differences first');
  const otherName = t('Use another name');
  const options = { modal: true, detail: details(plan, news) };
  const answers = existing ? [yes, lookFirst, otherName] : [yes, otherName];
  const chosen = await vscode.window.showInformationMessage(question(plan), options, ...answers);
  if (chosen === otherName) {
    await forgetName(context.workspaceState, document);
    await vscode.commands.executeCommand('oos.publish', document.uri);
  }
  if (chosen === lookFirst) offerToGoOn(document);
  return chosen === yes;
}

function question({ name, existing }: Plan): string {
  const { t } = vscode.l10n;
  const version = existing?.Template.TemplateVersion;
  return version === undefined
    ? t('Create the template {0}?', name)
    : t('Publish a new version of {0}? {1} is the newest now.', name, version);
}

function details({ cloud: { connection } }: Plan, news: string): string {
  return [news, ...callerLines(connection), addressLine(connection)].filter(Boolean).join('\n');
}

/** Nothing is sent without the question, which comes again. */
function offerToGoOn({ uri }: vscode.TextDocument): void {
  const { t } = vscode.l10n;
  const goOn = t('Publish');
  const text = t('Nothing was published yet. When you have read the differences, use Publish here or above them.');
  vscode.window.showInformationMessage(text, goOn).then(
    (chosen) => (chosen === goOn ? vscode.commands.executeCommand('oos.publish', uri) : undefined),
    () => undefined,
  );
}

/** Nothing else is sent than what was agreed to, and by nobody else. Says what has changed since; empty: nothing has. */
async function newsSince({ connections }: Toolkit, { cloud, document, text }: Plan): Promise<string> {
  const { t } = vscode.l10n;
  if (!sameCaller(await connections.cloud(), cloud)) return t('The connection has changed since you were asked.');
  return document.getText() === text ? '' : t('The text has changed since you were asked.');
}

/** Answers whether to begin again, because somebody else has published in the meantime, or because it may work now. */
async function send(toolkit: Toolkit, { document, version, name, cloud, existing }: Plan): Promise<boolean> {
  const { uri } = document;
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
  await rememberName(toolkit.context.workspaceState, document, name);
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
