import * as vscode from 'vscode';
import type { ListedTemplate } from '../../../server/src/cloud/api/answers.ts';
import { callerName } from '../../../server/src/cloud/callerName.ts';
import { fileEndings, notationOfFormat } from '../notation.ts';
import { pickVersion } from '../publish/pickVersion.ts';
import type { Toolkit } from '../toolkit.ts';
import type { PublishedTemplates } from './publishedTemplates.ts';
import type { Share } from './templatePages.ts';

/**
 * Opens a version as a document that cannot be changed; the newest one where none is named. It is fetched first: what VS Code says
 * about a document that it cannot open is mostly about the document.
 */
export async function openTemplate(
  toolkit: Toolkit,
  published: PublishedTemplates,
  template: ListedTemplate,
  version = template.TemplateVersion,
): Promise<void> {
  const cloud = await toolkit.connections.cloud();
  const request = { TemplateName: nameOf(template), TemplateVersion: version, RegionId: cloud.connection.region };
  const found = await vscode.window.withProgress({ location: { viewId: 'oos.templates' } }, () =>
    cloud.api.getTemplate(request),
  );
  await vscode.window.showTextDocument(published.uriOf(found, cloud), { preview: true });
}

const nameOf = ({ TemplateName }: ListedTemplate): string => TemplateName ?? '';

/** Lists the versions, the newest first, and opens the chosen one. */
export async function openTemplateVersion(
  toolkit: Toolkit,
  published: PublishedTemplates,
  template: ListedTemplate,
): Promise<void> {
  const api = await toolkit.connections.api();
  const request = { TemplateName: nameOf(template), ShareType: shareOf(template) };
  const picked = await pickVersion(api, request, false);
  if (picked) await openTemplate(toolkit, published, template, picked.version);
}

const shareOf = ({ ShareType }: ListedTemplate): Share => (ShareType === 'Public' ? 'Public' : 'Private');

/** Writes a template into a file of the person and opens it. `target`: where; else the person is asked. */
export async function cloneTemplate(toolkit: Toolkit, template: ListedTemplate, target?: vscode.Uri): Promise<void> {
  const { api } = await toolkit.connections.cloud();
  const uri = target ?? (await askForFile(template));
  if (!uri) return;
  const { Content = '' } = await api.getTemplate({ TemplateName: nameOf(template) });
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(Content));
  await vscode.window.showTextDocument(uri);
}

async function askForFile(template: ListedTemplate): Promise<vscode.Uri | undefined> {
  const { t } = vscode.l10n;
  const notation = notationOfFormat(template.TemplateFormat);
  const file = `${nameOf(template)}.${fileEndings[notation]}`;
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return vscode.window.showSaveDialog({
    title: t('OOS: Clone {0}', nameOf(template)),
    saveLabel: t('Clone'),
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, file) }),
    filters: { [t('OOS templates')]: notation === 'JSON' ? ['json'] : ['yml', 'yaml'] },
  });
}

/** Deletes a template with all its versions, once its name has been typed. Answers whether it did. */
export async function deleteTemplate(toolkit: Toolkit, template: ListedTemplate): Promise<boolean> {
  const { t } = vscode.l10n;
  const { api, connection } = await toolkit.connections.cloud();
  const name = nameOf(template);
  const account = callerName(connection);
  // It stays in sight while somebody types.
  const prompt = t(
    '{0} is deleted with all its versions, from {1} in {2}. Type its name.',
    name,
    account,
    connection.region,
  );
  const typed = await vscode.window.showInputBox({
    title: t('OOS: Delete {0}', name),
    prompt,
    placeHolder: name,
    ignoreFocusOut: true,
    validateInput: (value) => (value === '' || value === name ? undefined : prompt),
  });
  if (typed !== name) return false;
  await vscode.window.withProgress({ location: { viewId: 'oos.templates' } }, () =>
    api.deleteTemplate({ TemplateName: name }),
  );
  vscode.window.showInformationMessage(t('Deleted {0} from {1}.', name, connection.region));
  return true;
}
