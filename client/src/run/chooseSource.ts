import * as vscode from 'vscode';
import type { Cloud } from '../connection/connections.ts';
import { templateLanguages } from '../languageMode.ts';
import { membersOf } from '../membersOf.ts';
import { say } from '../say.ts';
import { described } from '../templates/described.ts';
import { searchPick } from './searchPick.ts';
import { type RunSource, sourceOf } from './source.ts';

/** What a command was called with: a document, or `{ uri }`, or `{ templateName, templateVersion }`. */
export function givenSource(given: unknown): RunSource | undefined {
  if (given instanceof vscode.Uri) return sourceOf(given);
  const { uri, templateName, templateVersion } = membersOf(given);
  if (uri instanceof vscode.Uri) return sourceOf(uri);
  if (typeof uri === 'string') return sourceOf(vscode.Uri.parse(uri));
  if (typeof templateName !== 'string' || templateName === '') return undefined;
  return {
    kind: 'published',
    name: templateName,
    ...(typeof templateVersion === 'string' && { version: templateVersion }),
  };
}

/** Asks what to run: the template in front, or a published one. Undefined when the person leaves. */
export async function chooseSource(cloud: Cloud): Promise<RunSource | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || !templateLanguages.includes(document.languageId)) return choosePublished(cloud);
  const { t } = vscode.l10n;
  const file = {
    label: `$(file) ${document.uri.path.split('/').at(-1) ?? ''}`,
    detail: t('The text as it stands in the editor. Nothing is published.'),
  };
  const published = {
    label: `$(cloud) ${t('A published template...')}`,
    detail: t('One of {0}, by its name and version', cloud.connection.region),
  };
  const picked = await vscode.window.showQuickPick([file, published], { title: t('OOS: Run') });
  if (picked === file) return sourceOf(document.uri);
  return picked === published ? choosePublished(cloud) : undefined;
}

async function choosePublished(cloud: Cloud): Promise<RunSource | undefined> {
  const { t } = vscode.l10n;
  const texts = {
    title: t('OOS: Run a published template of {0}', cloud.connection.region),
    placeholder: t('A part of its name'),
  };
  const name = await searchPick(texts, (text, signal) => findTemplates(cloud, text, signal));
  if (name === undefined) return undefined;
  const versions = await versionItems(cloud, name);
  const source: RunSource = { kind: 'published', name };
  if (versions.length <= 1) return source;
  const picked = await vscode.window.showQuickPick(versions, {
    title: t('OOS: Which version of {0}?', name),
    matchOnDescription: true,
  });
  return picked ? { ...source, version: picked.label } : undefined;
}

const MOST_FOUND = 100;

async function findTemplates({ api }: Cloud, text: string, signal: AbortSignal): Promise<vscode.QuickPickItem[]> {
  const items: vscode.QuickPickItem[] = [];
  for await (const it of api.each('ListTemplates', { TemplateName: text }, { most: MOST_FOUND, signal })) {
    const { TemplateName: label = '', TemplateVersion, ShareType, Description } = it;
    const detail = say(described(Description));
    items.push({ label, description: [TemplateVersion, ShareType].filter(Boolean).join(' · '), detail });
  }
  return items;
}

/** The newest version comes first, and Enter takes it. */
async function versionItems({ api }: Cloud, name: string): Promise<vscode.QuickPickItem[]> {
  const items: vscode.QuickPickItem[] = [];
  for await (const it of api.each('ListTemplateVersions', { TemplateName: name }, { most: 200 })) {
    const description = [it.VersionName, it.UpdatedDate, it.UpdatedBy].filter(Boolean).join(' · ');
    items.push({ label: it.TemplateVersion ?? '', description });
  }
  return items;
}
