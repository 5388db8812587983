import * as vscode from 'vscode';
import { isNoSuchTemplate, type PublishedTemplate } from '../../../server/src/cloud/api/publish.ts';
import { givenTemplate } from '../givenTemplate.ts';
import type { PublishedTemplates } from '../templates/publishedTemplates.ts';
import type { Toolkit } from '../toolkit.ts';
import { lookUp, showDifference } from './comparison.ts';
import { pickVersion } from './pickVersion.ts';
import { findByName } from './templateName.ts';

/** `OOS: Compare with Published`: the newest published version beside the text. */
export async function compare(toolkit: Toolkit, published: PublishedTemplates, given: unknown): Promise<void> {
  const document = await givenTemplate(given);
  const cloud = await toolkit.connections.cloud();
  const existing = await findByName<PublishedTemplate>(toolkit.context.workspaceState, document, {
    title: vscode.l10n.t('OOS: Compare with Published'),
    region: cloud.connection.region,
    find: (name) => lookUp(cloud, name),
  });
  if (existing) await showDifference(published.uriOf(existing, cloud), document);
}

/** `OOS: Open a Published Version`: lists the versions and shows the chosen one, or how it differs from the text. */
export async function openVersion(toolkit: Toolkit, published: PublishedTemplates, given: unknown): Promise<void> {
  const document = await givenTemplate(given);
  const cloud = await toolkit.connections.cloud();
  const found = await findByName(toolkit.context.workspaceState, document, {
    title: vscode.l10n.t('OOS: Open a Published Version'),
    region: cloud.connection.region,
    find: async (name) => {
      try {
        return { name, picked: await pickVersion(cloud.api, { TemplateName: name }, true) };
      } catch (error) {
        if (isNoSuchTemplate(error)) return undefined;
        throw error;
      }
    },
  });
  // The list was left.
  if (!found?.picked) return;
  const { name, picked } = found;
  const template = await cloud.api.getTemplate({ TemplateName: name, TemplateVersion: picked.version });
  const uri = published.uriOf(template, cloud);
  if (picked.compare) await showDifference(uri, document);
  else await vscode.window.showTextDocument(uri, { preview: true });
}
