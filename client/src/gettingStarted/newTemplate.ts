import * as vscode from 'vscode';
import { membersOf } from '../membersOf.ts';
import { fileEndings, languageIds, type Notation } from '../notation.ts';
import { say } from '../say.ts';
import type { Toolkit } from '../toolkit.ts';
import { type GalleryTemplate, gallery } from './gallery.ts';

/**
 * `OOS: New Template`: asks what one wants to do, and opens a template for it that is not saved yet. `given`: a caller that is no
 * person may name the `template` and the `notation`.
 */
export async function newTemplate(toolkit: Toolkit, given: unknown): Promise<void> {
  const wish = membersOf(given);
  const template = gallery.find(({ file }) => file === wish.template) ?? (await pickTemplate());
  if (!template) return;
  const asked = wish.notation === 'YAML' || wish.notation === 'JSON' ? wish.notation : undefined;
  const notation = asked ?? (await pickNotation(template));
  if (!notation) return;
  const yaml = await contentOf(toolkit, template);
  const document = await vscode.workspace.openTextDocument(
    notation === 'YAML'
      ? { language: languageIds.YAML, content: yaml }
      : { language: languageIds.JSON, content: await asJson(toolkit, yaml) },
  );
  await vscode.window.showTextDocument(document);
}

async function pickTemplate(): Promise<GalleryTemplate | undefined> {
  const { t } = vscode.l10n;
  const items = gallery.map((template) => ({
    label: `$(${template.icon}) ${say(template.title)}`,
    detail: say(template.about),
    template,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: t('OOS: New Template'),
    placeHolder: t('What do you want to do?'),
    matchOnDetail: true,
  });
  return picked?.template;
}

async function pickNotation(template: GalleryTemplate): Promise<Notation | undefined> {
  const { t } = vscode.l10n;
  const items = [
    { label: 'YAML', description: t('easier to read, and it has comments'), notation: 'YAML' as const },
    { label: 'JSON', description: t('as the console exports templates'), notation: 'JSON' as const },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: t('OOS: New Template'),
    placeHolder: t('{0}: in which notation?', say(template.title)),
  });
  return picked?.notation;
}

async function contentOf({ context }: Toolkit, { file }: GalleryTemplate): Promise<string> {
  const uri = vscode.Uri.joinPath(context.extensionUri, 'gallery', `${file}.${fileEndings.YAML}`);
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

async function asJson(toolkit: Toolkit, yaml: string): Promise<string> {
  const client = await toolkit.server();
  const answer = await client.sendRequest<{ readonly text: string } | null>('oos/convert', { text: yaml, to: 'JSON' });
  if (!answer) throw new Error(vscode.l10n.t('The template could not be converted to JSON.'));
  return answer.text;
}
