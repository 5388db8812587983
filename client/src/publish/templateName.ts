import * as vscode from 'vscode';
import { templateNameOf } from '../../../server/src/cloud/templateName.ts';
import { readPublishedUri } from '../published/publishedUri.ts';

const keyOf = (uri: vscode.Uri): string => `oos.templateName:${uri.toString()}`;

/** The name under which a file is published, once the person has said it. */
const rememberedName = (state: vscode.Memento, uri: vscode.Uri): string | undefined => state.get<string>(keyOf(uri));

/**
 * Asks for the name the first time; later it is remembered, and the question before publishing shows it. A published version has
 * its name, so that an old one can be published again.
 */
export async function templateName(state: vscode.Memento, { uri }: vscode.TextDocument): Promise<string | undefined> {
  const remembered = rememberedName(state, uri) ?? readPublishedUri(uri)?.name;
  if (remembered !== undefined) return remembered;
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('OOS: Publish'),
    prompt: vscode.l10n.t('The name of the template in OOS'),
    value: templateNameOf(uri.path),
    ignoreFocusOut: true,
    validateInput: nameProblem,
  });
  if (name !== undefined) await state.update(keyOf(uri), name);
  return name;
}

export const forgetName = (state: vscode.Memento, uri: vscode.Uri): Thenable<void> =>
  state.update(keyOf(uri), undefined);

/** What the service would refuse (API reference, CreateTemplate). */
function nameProblem(name: string): string | undefined {
  const { t } = vscode.l10n;
  if (!/^[A-Za-z0-9_-]{1,200}$/.test(name)) return t('Use 1 to 200 letters, digits, - and _.');
  if (/^(?:ALIYUN|ACS|ALIBABA|ALICLOUD)/i.test(name)) {
    return t('Names that begin with ALIYUN, ACS, ALIBABA or ALICLOUD belong to official templates.');
  }
  return undefined;
}
