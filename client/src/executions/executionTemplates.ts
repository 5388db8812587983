import * as vscode from 'vscode';
import { isOpen } from '../documents/isOpen.ts';
import { KeptContents } from '../documents/keptContents.ts';
import type { LazyDocuments } from '../documents/lazyDocuments.ts';
import { visibleColumn } from '../documents/visibleColumn.ts';
import { failureText } from '../failure.ts';
import { fileEndings, notationOfFormat, notationOfLanguage } from '../notation.ts';
import { findTask, type LineRange, type TemplateFacts } from '../run/templateFacts.ts';
import { publishedUri } from '../templates/publishedUri.ts';
import type { Toolkit } from '../toolkit.ts';
import { executionScheme, lostText } from './executionDocuments.ts';
import type { ExecutionSubject } from './executionSubject.ts';
import { startedFrom } from './startedFrom.ts';

export interface TemplateOptions {
  readonly toolkit: Toolkit;
  /** For what nobody has opened since the window was. */
  readonly subjectOf: (id: string) => Promise<ExecutionSubject>;
  readonly documents: LazyDocuments;
}

/** The templates that executions ran, and their values, as documents that cannot be changed. */
export class ExecutionTemplates {
  readonly #toolkit: Toolkit;
  readonly #subjectOf: (id: string) => Promise<ExecutionSubject>;
  readonly #documents: LazyDocuments;
  readonly #contents = new KeptContents(isOpen);

  constructor({ toolkit, subjectOf, documents }: TemplateOptions) {
    this.#toolkit = toolkit;
    this.#subjectOf = subjectOf;
    this.#documents = documents;
  }

  /**
   * Templates that are kept no longer are fetched again; values are not, since they change as long as an execution goes on.
   * Undefined for what is no address of either.
   */
  async contentOf(uri: vscode.Uri): Promise<string | undefined> {
    const known = this.#contents.get(uri.toString());
    if (known !== undefined) return known;
    const [, id, ending] = /^\/([^/.]+)(\.oos\.yml|\.oos\.json|\/.+\.json)$/.exec(uri.path) ?? [];
    if (id === undefined) return undefined;
    if (ending?.startsWith('/')) return JSON.stringify(lostText(id, ''));
    try {
      return await this.#fetched(uri, await this.#subjectOf(id));
    } catch (error) {
      const text = lostText(id, failureText(error) ?? vscode.l10n.t('No connection was chosen.'));
      return ending === '.oos.yml' ? `# ${text}` : JSON.stringify(text);
    }
  }

  async #fetched(uri: vscode.Uri, { id, cloud }: ExecutionSubject): Promise<string> {
    const { Content = '' } = await cloud.api.getExecutionTemplate({ ExecutionId: id });
    this.#contents.set(uri.toString(), Content);
    return Content;
  }

  /** Opens a value as JSON. `path`: whose it is, such as `task/outputs`. */
  async showValue(
    { id }: ExecutionSubject,
    { path, value }: { readonly path: string; readonly value: unknown },
    viewColumn: vscode.ViewColumn,
  ): Promise<void> {
    const uri = vscode.Uri.from({ scheme: executionScheme, path: `/${id}/${path}.json` });
    this.#contents.set(uri.toString(), typeof value === 'string' ? value : JSON.stringify(value ?? {}, undefined, 2));
    this.#documents.change(uri);
    await vscode.window.showTextDocument(uri, { viewColumn, preview: true });
  }

  /** The names of the outermost tasks in their order. Empty where the template cannot be had. */
  async taskNames(subject: ExecutionSubject): Promise<readonly string[]> {
    try {
      const facts = await this.#facts(await this.#used(subject));
      return facts?.tasks.flatMap(({ name }) => name ?? []) ?? [];
    } catch (error) {
      this.#toolkit.log.info(`GetExecutionTemplate: ${failureText(error)}`);
      return [];
    }
  }

  /**
   * Opens what was run, at a task of it: the file that it was started from, as long as that has the task; else the template as it
   * was. Rejects with an OosError when the service does not give it.
   */
  async show(subject: ExecutionSubject, taskName: string | undefined, column: vscode.ViewColumn): Promise<void> {
    const file = startedFrom(this.#toolkit.context.workspaceState, subject.id);
    const mine = file && (await opened(file));
    const inMine = mine && (await this.#rangeIn(mine, taskName));
    if (mine && inMine) return reveal(mine, inMine.range, column);
    const document = await vscode.workspace.openTextDocument(await this.#used(subject));
    const found = await this.#rangeIn(document, taskName);
    await reveal(document, found?.range, column);
    if (found) return;
    vscode.window.showInformationMessage(vscode.l10n.t('The template has no task {0}.', taskName ?? ''));
  }

  /** Undefined: it has no such task. Without a name, the begin. */
  async #rangeIn(document: vscode.TextDocument, name: string | undefined) {
    if (name === undefined) return { range: undefined };
    const task = findTask((await this.#facts(document.uri))?.tasks ?? [], name);
    return task && { range: task.selectionRange };
  }

  async #facts(uri: vscode.Uri): Promise<TemplateFacts | null> {
    const document = await vscode.workspace.openTextDocument(uri);
    const client = await this.#toolkit.server();
    const format = notationOfLanguage(document.languageId);
    return client.sendRequest<TemplateFacts | null>('oos/template', { text: document.getText(), format });
  }

  /** The document of what was run: of a published version where it is one, which has more to offer. */
  async #used({ id, cloud, followed }: ExecutionSubject): Promise<vscode.Uri> {
    const uris = this.#contents.addresses.map((it) => vscode.Uri.parse(it));
    const known = uris.find(({ path }) => path.startsWith(`/${id}.`));
    if (known) return known;
    const { Template, Content = '' } = await cloud.api.getExecutionTemplate({ ExecutionId: id });
    const notation = notationOfFormat(Template.TemplateFormat);
    const { TemplateName: name, TemplateVersion: version = '' } = followed.standing.sight?.execution ?? Template;
    if (name && /^v\d+$/.test(version)) {
      const uri = publishedUri({ name, version, notation }, cloud.connection);
      if (await opened(uri)) return uri;
    }
    const uri = vscode.Uri.from({ scheme: executionScheme, path: `/${id}.${fileEndings[notation]}` });
    this.#contents.set(uri.toString(), Content);
    return uri;
  }
}

/** Undefined: it is gone. */
async function opened(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

async function reveal(
  document: vscode.TextDocument,
  range: LineRange | undefined,
  column: vscode.ViewColumn,
): Promise<void> {
  const { start, end } = range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  const viewColumn = visibleColumn(document.uri, column);
  await vscode.window.showTextDocument(document, { selection, viewColumn, preview: true });
}
