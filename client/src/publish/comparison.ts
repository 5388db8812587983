import * as vscode from 'vscode';
import type { ListedTemplate } from '../../../server/src/cloud/api/answers.ts';
import { findSameText, lookUpTemplate, type PublishedTemplate } from '../../../server/src/cloud/api/publish.ts';
import type { CallOptions } from '../../../server/src/cloud/transport.ts';
import type { Cloud } from '../connection/connections.ts';
import { patiently, signalOf } from '../patiently.ts';

/** The newest version of a template. Undefined: there is none of that name. */
export const lookUp = (cloud: Cloud, name: string): Promise<PublishedTemplate | undefined> =>
  looking(cloud, name, (options) => lookUpTemplate(cloud.api, name, options));

/** What is published under a name, without its content where that is this very text. */
export const findSame = (cloud: Cloud, name: string, text: string): Promise<ListedTemplate | undefined> =>
  looking(cloud, name, (options) => findSameText(cloud.api, name, text, options));

function looking<T>({ connection }: Cloud, name: string, look: (options: CallOptions) => Promise<T>): Promise<T> {
  const title = vscode.l10n.t('Looking up {0} in {1}', name, connection.region);
  return patiently(title, (token) => look({ signal: signalOf(token) }));
}

/** Opens both texts side by side, the published one on the left. */
export async function showDifference(before: vscode.Uri, { uri }: vscode.TextDocument): Promise<void> {
  const title = vscode.l10n.t('{0} (published) and {1}', basename(before), basename(uri));
  await vscode.commands.executeCommand('vscode.diff', before, uri, title, { preview: true });
}

const basename = ({ path }: vscode.Uri): string => path.split('/').at(-1) ?? path;
