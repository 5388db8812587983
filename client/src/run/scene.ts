import * as vscode from 'vscode';
import { type Cloud, Dismissed } from '../connection/connections.ts';
import { errorsIn } from '../errorsIn.ts';
import { failureText } from '../failure.ts';
import { notationOfFormat } from '../notation.ts';
import { publishedUri } from '../templates/publishedUri.ts';
import type { Toolkit } from '../toolkit.ts';
import type { Fact } from '../webview/pageMessages.ts';
import { type Choice, serviceChoices } from './serviceChoices.ts';
import { factsOf, type LoadedTemplate, loadTemplate, type RunSource } from './source.ts';
import type { TemplateFacts } from './templateFacts.ts';

/** What a form is made of. */
export interface Scene {
  readonly cloud: Cloud;
  readonly template: LoadedTemplate;
  readonly facts: TemplateFacts;
  /** What the service offers, by parameter. */
  readonly offered: ReadonlyMap<string, readonly Choice[]>;
  /** Found in the text of a file; published templates have been accepted by the service. */
  readonly errors: number;
}

/** Without what the service offers, which may take a while. */
export async function openScene(toolkit: Toolkit, source: RunSource): Promise<Scene> {
  const cloud = await toolkit.connections.cloud();
  const template = await loadTemplate(source, cloud);
  const facts = await factsOf(toolkit, template);
  const errors = source.kind === 'file' ? await errorsInFile(toolkit, source.uri) : 0;
  return { cloud, template, facts, offered: new Map(), errors };
}

/** Whoever does not want to wait for the check gets the form without what it would tell. */
async function errorsInFile(toolkit: Toolkit, uri: vscode.Uri): Promise<number> {
  try {
    return await errorsIn(toolkit, await vscode.workspace.openTextDocument(uri));
  } catch (error) {
    if (error instanceof Dismissed) return 0;
    throw error;
  }
}

/** What the service offers helps to fill in the form; without it the form does as well. */
export async function withOffers(scene: Scene, log: vscode.LogOutputChannel): Promise<Scene> {
  if (scene.facts.parameters.length === 0) return scene;
  try {
    const { ParameterConstraints } = await scene.cloud.api.getTemplateParameterConstraints(scene.template.request);
    return { ...scene, offered: serviceChoices(ParameterConstraints) };
  } catch (error) {
    log.info(`GetTemplateParameterConstraints: ${failureText(error)}`);
    return scene;
  }
}

/** Which template it is, and in which version. */
export function templateLines({ label, published }: LoadedTemplate): Fact[] {
  const { t } = vscode.l10n;
  if (!published) return [{ label: t('Template'), value: t('{0} (its text, nothing is published)', label) }];
  return [
    { label: t('Template'), value: published.name },
    { label: t('Version'), value: published.version ?? t('the newest') },
  ];
}

/** What is wrong with the text itself, for who runs it all the same. */
export function warningsAbout({ errors }: Scene): string[] {
  if (errors === 0) return [];
  return [vscode.l10n.t('The template has {0} errors, so the service will probably refuse it.', errors)];
}

/** The document in which a published template can be read. */
export function publishedDocument({ cloud, template: { published, subject } }: Scene): vscode.Uri | undefined {
  if (published?.version === undefined) return undefined;
  const notation = notationOfFormat(subject.format);
  return publishedUri({ name: published.name, version: published.version, notation }, cloud.connection);
}
