import * as vscode from 'vscode';
import { showMarkdown } from '../documents/showMarkdown.ts';
import { say } from '../say.ts';
import type { Toolkit } from '../toolkit.ts';

const { joinPath } = vscode.Uri;

/** The guide through the sample workspace. The copy has that in the person's language, under the usual name. */
const guides = { en: 'README.md', zh: 'README.zh-cn.md' };
const guide = 'README.md';

/**
 * `OOS: Open the Sample Workspace`: copies it into a new folder within the one that the person chooses, or that a caller gives,
 * and shows its guide. Nothing that is there is changed.
 */
export async function openSample({ context }: Toolkit, given: unknown): Promise<void> {
  const parent = given instanceof vscode.Uri ? given : await pickFolder();
  if (!parent) return;
  const folder = await newFolder(parent);
  await copySample(joinPath(context.extensionUri, 'sample-workspace'), folder);
  await showGuide(joinPath(folder, guide));
  // The command is done; the answer may come much later, or never.
  offerFolder(folder).then(undefined, () => undefined);
}

async function pickFolder(): Promise<vscode.Uri | undefined> {
  const { t } = vscode.l10n;
  const [picked] =
    (await vscode.window.showOpenDialog({
      title: t('Where do you want to have the sample workspace?'),
      openLabel: t('Copy into This Folder'),
      canSelectFiles: false,
      canSelectFolders: true,
      canSelectMany: false,
    })) ?? [];
  return picked;
}

async function newFolder(parent: vscode.Uri): Promise<vscode.Uri> {
  const taken = new Set((await vscode.workspace.fs.readDirectory(parent)).map(([name]) => name));
  let name = 'oos-sample';
  for (let number = 2; taken.has(name); number += 1) name = `oos-sample-${number}`;
  return joinPath(parent, name);
}

async function copySample(sample: vscode.Uri, folder: vscode.Uri): Promise<void> {
  const { fs } = vscode.workspace;
  await fs.createDirectory(folder);
  const files = (await fs.readDirectory(sample)).map(([name]) => name);
  const templates = files.filter((name) => !Object.values(guides).includes(name));
  const copies = [...templates.map((name) => [name, name] as const), [say(guides), guide] as const];
  await Promise.all(copies.map(([from, to]) => fs.copy(joinPath(sample, from), joinPath(folder, to))));
}

async function showGuide(uri: vscode.Uri): Promise<void> {
  // What the links of the preview lead to shall not take its place.
  if (await showMarkdown(uri)) await vscode.commands.executeCommand('workbench.action.keepEditor');
}

async function offerFolder(folder: vscode.Uri): Promise<void> {
  const { t } = vscode.l10n;
  const here = t('Open Folder');
  const elsewhere = t('Open in New Window');
  const text = t('The sample workspace is in {0}.', folder.scheme === 'file' ? folder.fsPath : folder.path);
  const chosen = await vscode.window.showInformationMessage(text, here, elsewhere);
  if (!chosen) return;
  await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: chosen === elsewhere });
}
