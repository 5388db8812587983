import * as vscode from 'vscode';
import type { Cloud } from '../connection/connections.ts';
import type { PublishedTemplates } from '../published/publishedTemplates.ts';
import type { Toolkit } from '../toolkit.ts';
import { pickVersion } from './pickVersion.ts';
import { existingTemplate, showDifference } from './publish.ts';
import { subjectOf } from './subject.ts';
import { templateName } from './templateName.ts';

/** `OOS: Compare with Published`: the newest published version beside the text. */
export async function compare(toolkit: Toolkit, published: PublishedTemplates, given: unknown): Promise<void> {
  const document = await subjectOf(given);
  const cloud = await toolkit.connections.cloud();
  const name = await templateName(toolkit.context.workspaceState, document);
  if (name === undefined) return;
  const existing = await existingTemplate(cloud, name);
  if (existing) await showDifference(published.uriOf(existing, cloud), document);
  else tellMissing(name, cloud);
}

/** `OOS: Open a Published Version`: lists the versions and shows the chosen one, or how it differs from the text. */
export async function openVersion(toolkit: Toolkit, published: PublishedTemplates, given: unknown): Promise<void> {
  const document = await subjectOf(given);
  const cloud = await toolkit.connections.cloud();
  const name = await templateName(toolkit.context.workspaceState, document);
  if (name === undefined) return;
  const picked = await pickVersion(cloud.api, { TemplateName: name }, true);
  if (picked === undefined) return;
  const template = await cloud.api.getTemplate({ TemplateName: name, TemplateVersion: picked.version });
  const uri = published.uriOf(template, cloud);
  if (picked.compare) await showDifference(uri, document);
  else await vscode.window.showTextDocument(uri, { preview: true });
}

function tellMissing(name: string, { connection }: Cloud): void {
  const { t } = vscode.l10n;
  vscode.window.showInformationMessage(t('There is no template {0} in {1} yet.', name, connection.region));
}
