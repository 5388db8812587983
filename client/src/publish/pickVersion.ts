import * as vscode from 'vscode';
import type { OosApi } from '../../../server/src/cloud/api/oosApi.ts';
import type { RequestOf } from '../../../server/src/cloud/api/operations.ts';
import { instant } from '../../../server/src/cloud/instant.ts';

export interface PickedVersion {
  readonly version: string;
  /** With the text that the list was opened for. */
  readonly compare: boolean;
}

type VersionsRequest = RequestOf<'ListTemplateVersions'> & { readonly TemplateName: string };

/** As many as a list is good for. */
const MOST = 200;

/**
 * Lists the versions of a template, the newest first. `compares`: there is a text, and a button beside each version compares it.
 * Undefined: the person left. Rejects with an OosError where they cannot be had.
 */
export function pickVersion(
  api: OosApi,
  request: VersionsRequest,
  compares: boolean,
): Promise<PickedVersion | undefined> {
  const { t } = vscode.l10n;
  const buttons = compares ? [{ iconPath: new vscode.ThemeIcon('diff'), tooltip: t('Compare with this file') }] : [];
  return new Promise((resolve, reject) => {
    const stop = new AbortController();
    const pick = vscode.window.createQuickPick();
    pick.title = t('OOS: Versions of {0}', request.TemplateName);
    if (compares) pick.placeholder = t('Open a version; the button compares it with this file');
    pick.matchOnDescription = true;
    pick.busy = true;
    const finish = (version: string, compare: boolean): void => {
      resolve({ version, compare });
      pick.hide();
    };
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen) finish(chosen.label, false);
    });
    pick.onDidTriggerItemButton(({ item }) => finish(item.label, true));
    pick.onDidHide(() => {
      stop.abort();
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
    versionsOf(api, request, stop.signal).then(
      (versions) => {
        pick.items = versions.map((it) => ({ ...it, buttons }));
        pick.busy = false;
      },
      (error) => {
        reject(error);
        pick.hide();
      },
    );
  });
}

async function versionsOf(api: OosApi, request: VersionsRequest, signal: AbortSignal) {
  const versions: vscode.QuickPickItem[] = [];
  for await (const it of api.each('ListTemplateVersions', request, { most: MOST, signal })) {
    const { TemplateVersion: label = '', VersionName, UpdatedDate, UpdatedBy } = it;
    const when = instant(UpdatedDate)?.toLocaleString(vscode.env.language);
    versions.push({ label, description: [VersionName, when, UpdatedBy].filter(Boolean).join(' · ') });
  }
  return versions;
}
