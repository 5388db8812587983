import * as vscode from 'vscode';
import type { RequestOf } from '../../../server/src/cloud/api/operations.ts';
import type { Cloud } from '../connection/connections.ts';
import { notationOfLanguage } from '../notation.ts';
import { readPublishedUri } from '../templates/publishedUri.ts';
import type { Toolkit } from '../toolkit.ts';
import type { ParameterCheck, TemplateFacts } from './templateFacts.ts';

/** What is run: the text of a document as it stands, or a published template. */
export type RunSource =
  | { readonly kind: 'file'; readonly uri: vscode.Uri }
  | { readonly kind: 'published'; readonly name: string; readonly version?: string | undefined };

type StartRequest = RequestOf<'StartExecution'>;

/** A template as it is at one moment. */
export interface LoadedTemplate {
  /** What people call it: its name and version, or that of its file. */
  readonly label: string;
  /** How StartExecution is told what to run. */
  readonly request: Pick<StartRequest, 'TemplateName' | 'TemplateVersion' | 'TemplateContent'>;
  /** What the language server is asked about: its documents may be closed, or be newer. `uri`: the file that the text is from. */
  readonly subject: { readonly text: string; readonly format: string; readonly uri?: string };
  /** The name and version of a published one. */
  readonly published?: { readonly name: string; readonly version: string | undefined };
}

/** Under which key its values are remembered. */
export const sourceKey = (source: RunSource): string =>
  source.kind === 'file' ? source.uri.toString() : `oos:${source.name}`;

/** A document of a published version stands for that version. */
export function sourceOf(uri: vscode.Uri): RunSource {
  const version = readPublishedUri(uri);
  return version ? { kind: 'published', name: version.name, version: version.version } : { kind: 'file', uri };
}

/** Rejects with an OosError when a published template cannot be fetched. */
export async function loadTemplate(source: RunSource, { api }: Cloud): Promise<LoadedTemplate> {
  if (source.kind === 'file') {
    const document = await vscode.workspace.openTextDocument(source.uri);
    const text = document.getText();
    const format = notationOfLanguage(document.languageId);
    const subject = { text, format, uri: source.uri.toString() };
    return { label: basename(source.uri), request: { TemplateContent: text }, subject };
  }
  const { name } = source;
  const { Template, Content = '' } = await api.getTemplate({ TemplateName: name, TemplateVersion: source.version });
  // The version that was looked at is the one that is started, whatever is published in the meantime.
  const found = /^v[1-9]\d*$/.test(Template.TemplateVersion ?? '') ? Template.TemplateVersion : source.version;
  return {
    label: [name, found].filter(Boolean).join(' '),
    request: { TemplateName: name, TemplateVersion: found },
    subject: { text: Content, format: Template.TemplateFormat ?? '' },
    published: { name, version: found },
  };
}

const basename = ({ path }: vscode.Uri): string => path.split('/').at(-1) ?? path;

/** What an execution is about to be started with, without what is secret. */
export interface Start {
  readonly values: Readonly<Record<string, unknown>>;
  readonly SafetyCheck?: string | undefined;
}

/** With `start`, the risky tasks say what they will do then. Rejects where the text cannot be made out. */
export async function factsOf(toolkit: Toolkit, { subject }: LoadedTemplate, start?: Start): Promise<TemplateFacts> {
  const client = await toolkit.server();
  const facts = await client.sendRequest<TemplateFacts | null>('oos/template', { ...subject, start });
  if (facts) return facts;
  throw new Error(vscode.l10n.t('The text cannot be read as a template. The Problems view says why.'));
}

/** `withheld`: the parameters that have a value which the language server does not need to know. */
export async function checkTexts(
  toolkit: Toolkit,
  { subject }: LoadedTemplate,
  values: Readonly<Record<string, string>>,
  withheld: readonly string[],
): Promise<ParameterCheck> {
  const client = await toolkit.server();
  const check = await client.sendRequest<ParameterCheck | null>('oos/checkParameters', {
    ...subject,
    values,
    withheld,
  });
  return check ?? { values: {}, problems: {}, doubts: {} };
}
