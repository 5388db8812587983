import * as vscode from 'vscode';
import { templateNameOf } from '../../../server/src/cloud/templateName.ts';
import { readPublishedUri } from '../templates/publishedUri.ts';

const keyOf = (uri: vscode.Uri): string => `oos.templateName:${uri.toString()}`;

/** Of texts that were never saved: the next one of that address is another template. */
const unsaved = new WeakMap<vscode.TextDocument, string>();

/** What was typed, to be proposed when the same is asked again: the service may have been away. */
const typed = new WeakMap<vscode.TextDocument, string>();

/** Published versions that are to get another name than their own. */
const renamed = new WeakSet<vscode.TextDocument>();

/** The name under which a text is published, once it is known to be. A published version has its name, so that it can be published again. */
const rememberedName = (state: vscode.Memento, document: vscode.TextDocument): string | undefined =>
  unsaved.get(document) ??
  state.get<string>(keyOf(document.uri)) ??
  (renamed.has(document) ? undefined : readPublishedUri(document.uri)?.name);

/** To be called when there is such a template, since a typing error is not to stay. */
export async function rememberName(state: vscode.Memento, document: vscode.TextDocument, name: string): Promise<void> {
  if (rememberedName(state, document) === name) return;
  if (document.isUntitled) unsaved.set(document, name);
  else await state.update(keyOf(document.uri), name);
}

/** The next command asks for the name again. */
export async function forgetName(state: vscode.Memento, document: vscode.TextDocument): Promise<void> {
  unsaved.delete(document);
  renamed.add(document);
  await state.update(keyOf(document.uri), undefined);
}

/** The name that is remembered, else the one that the person gives. `title`: which command asks. Undefined: the person left. */
export async function templateName(
  state: vscode.Memento,
  document: vscode.TextDocument,
  title: string,
): Promise<string | undefined> {
  const prompt = vscode.l10n.t('The name of the template in OOS');
  return rememberedName(state, document) ?? askForName(document, { title, prompt });
}

/** Goes on asking until `find` finds something under the name. Undefined: the person left. */
export async function findByName<Found extends object>(
  state: vscode.Memento,
  document: vscode.TextDocument,
  { title, region, find }: { title: string; region: string; find: (name: string) => Promise<Found | undefined> },
): Promise<Found | undefined> {
  let name = await templateName(state, document, title);
  while (name !== undefined) {
    const found = await find(name);
    if (found) {
      await rememberName(state, document, name);
      return found;
    }
    const prompt = vscode.l10n.t('There is no template {0} in {1}. Give the name of another one.', name, region);
    name = await askForName(document, { title, prompt, value: name });
  }
  return undefined;
}

async function askForName(
  document: vscode.TextDocument,
  texts: { readonly title: string; readonly prompt: string; readonly value?: string },
): Promise<string | undefined> {
  const name = await vscode.window.showInputBox({
    value: typed.get(document) ?? readPublishedUri(document.uri)?.name ?? templateNameOf(document.uri.path),
    ...texts,
    ignoreFocusOut: true,
    validateInput: nameProblem,
  });
  if (name !== undefined) typed.set(document, name);
  return name;
}

/** What the service would refuse (API reference, CreateTemplate). */
function nameProblem(name: string): string | undefined {
  const { t } = vscode.l10n;
  if (!/^[A-Za-z0-9_-]{1,200}$/.test(name)) return t('Use 1 to 200 letters, digits, - and _.');
  if (/^(?:ALIYUN|ACS|ALIBABA|ALICLOUD)/i.test(name)) {
    return t('Names that begin with ALIYUN, ACS, ALIBABA or ALICLOUD belong to official templates.');
  }
  return undefined;
}
