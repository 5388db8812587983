import * as vscode from 'vscode';
import type { Cloud } from '../connection/connections.ts';
import type { PublishedTemplates } from '../published/publishedTemplates.ts';
import type { Toolkit } from '../toolkit.ts';
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
  if (existing) await showDifference(published.uriOf(existing, cloud.connection.region), document);
  else tellMissing(name, cloud);
}

/** `OOS: Open a Published Version`: lists the versions and shows the chosen one, or how it differs from the text. */
export async function openVersion(toolkit: Toolkit, published: PublishedTemplates, given: unknown): Promise<void> {
  const document = await subjectOf(given);
  const cloud = await toolkit.connections.cloud();
  const name = await templateName(toolkit.context.workspaceState, document);
  if (name === undefined) return;
  const picked = await pickVersion(cloud, name);
  if (picked === undefined) return;
  const { api, connection } = cloud;
  const uri = published.uriOf(
    await api.getTemplate({ TemplateName: name, TemplateVersion: picked.version }),
    connection.region,
  );
  if (picked.compare) await showDifference(uri, document);
  else await vscode.window.showTextDocument(uri, { preview: true });
}

interface PickedVersion {
  readonly version: string;
  readonly compare: boolean;
}

/** The versions with the newest first. A button beside each compares it with the text. */
async function pickVersion({ api }: Cloud, name: string): Promise<PickedVersion | undefined> {
  const { t } = vscode.l10n;
  const difference = { iconPath: new vscode.ThemeIcon('diff'), tooltip: t('Compare with this file') };
  const items: vscode.QuickPickItem[] = [];
  for await (const it of api.each('ListTemplateVersions', { TemplateName: name }, { most: 200 })) {
    const { TemplateVersion: label = '', VersionName, UpdatedDate, UpdatedBy } = it;
    const description = [VersionName, UpdatedDate, UpdatedBy].filter(Boolean).join(' · ');
    items.push({ label, description, buttons: [difference] });
  }
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick();
    pick.title = t('OOS: Versions of {0}', name);
    pick.placeholder = t('Open a version; the button compares it with this file');
    pick.items = items;
    const finish = (version: string | undefined, compareIt: boolean): void => {
      resolve(version === undefined ? undefined : { version, compare: compareIt });
      pick.hide();
    };
    pick.onDidAccept(() => finish(pick.selectedItems[0]?.label, false));
    pick.onDidTriggerItemButton(({ item }) => finish(item.label, true));
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function tellMissing(name: string, { connection }: Cloud): void {
  const { t } = vscode.l10n;
  vscode.window.showInformationMessage(t('There is no template {0} in {1} yet.', name, connection.region));
}
