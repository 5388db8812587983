import * as vscode from 'vscode';
import type { PublishedTemplate } from '../../../server/src/cloud/api/publish.ts';
import type { Cloud, Connections } from '../connection/connections.ts';
import { cloudOfKept } from '../connection/keptCaller.ts';
import { isOpen } from '../documents/isOpen.ts';
import { KeptContents } from '../documents/keptContents.ts';
import { LazyDocuments } from '../documents/lazyDocuments.ts';
import { failureText } from '../failure.ts';
import { notationOfFormat } from '../notation.ts';
import { type PublishedVersion, publishedScheme, publishedUri, readPublishedUri } from './publishedUri.ts';

/** Shows published templates as documents that cannot be changed, with everything that our language has to offer. */
export class PublishedTemplates implements vscode.Disposable {
  readonly #connections: Connections;
  readonly #documents = new LazyDocuments(publishedScheme, (uri) => this.#contentOf(uri));
  readonly #subscriptions: vscode.Disposable;
  /** A published version never changes, so it is fetched once; but a template can be deleted, and made anew with the same name. */
  readonly #contents = new KeptContents(isOpen);
  /** The addresses of documents that came back with the window, and say why their template does not. */
  readonly #lost = new Set<string>();
  /** Their languages, to be given back when they are templates again. */
  readonly #languages = new Map<string, string>();

  constructor(connections: Connections) {
    this.#connections = connections;
    const tryAll = (): void => {
      for (const it of this.#lost) this.#tryAgain(it);
    };
    this.#subscriptions = vscode.Disposable.from(
      this.#documents,
      connections.onDidChange(tryAll),
      vscode.workspace.onDidGrantWorkspaceTrust(tryAll),
      vscode.workspace.onDidOpenTextDocument((it) => this.#adaptLanguage(it)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#adaptLanguage(document)),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#tryAgain(editor?.document.uri.toString())),
    );
  }

  /** The document of a template that has just been fetched. */
  uriOf({ Template, Content = '' }: PublishedTemplate, { connection }: Cloud): vscode.Uri {
    const { TemplateName = '', TemplateVersion = 'v1', TemplateFormat } = Template;
    const notation = notationOfFormat(TemplateFormat);
    const uri = publishedUri({ name: TemplateName, version: TemplateVersion, notation }, connection);
    const address = uri.toString();
    const known = this.#contents.get(address);
    this.#contents.set(address, Content);
    if (this.#lost.delete(address) || (known !== undefined && known !== Content)) this.#documents.change(uri);
    return uri;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Rejects when it cannot be had, so that nothing is opened; what is in a tab already says why. */
  async #contentOf(uri: vscode.Uri): Promise<string | undefined> {
    const address = uri.toString();
    const known = this.#contents.get(address);
    if (known !== undefined) return known;
    const wanted = readPublishedUri(uri);
    if (!wanted) return undefined;
    try {
      const text = await this.#fetch(wanted);
      this.#contents.set(address, text);
      this.#lost.delete(address);
      return text;
    } catch (error) {
      const why = failureText(error) ?? '';
      if (!isInTab(address)) throw new Error(why);
      this.#lost.add(address);
      return `${why}\n`;
    }
  }

  async #fetch(wanted: PublishedVersion): Promise<string> {
    const { name, version, region } = wanted;
    const { api } = await cloudOfKept(this.#connections, `${name} ${version}`, wanted);
    const { Content = '' } = await api.getTemplate({
      TemplateName: name,
      TemplateVersion: version,
      RegionId: region,
    });
    return Content;
  }

  /** What only says why a template is not there has none of the errors of a template. */
  #adaptLanguage(document: vscode.TextDocument): void {
    if (document.uri.scheme !== publishedScheme) return;
    const address = document.uri.toString();
    const before = this.#languages.get(address);
    if (this.#lost.has(address) === (before !== undefined)) return;
    if (before === undefined) this.#languages.set(address, document.languageId);
    else this.#languages.delete(address);
    vscode.languages.setTextDocumentLanguage(document, before ?? 'plaintext').then(undefined, () => undefined);
  }

  #tryAgain(address = ''): void {
    if (this.#lost.has(address)) this.#documents.change(vscode.Uri.parse(address));
  }
}

function isInTab(address: string): boolean {
  const tabs = vscode.window.tabGroups.all.flatMap((it) => it.tabs);
  return tabs.some(({ input }) => {
    if (input instanceof vscode.TabInputTextDiff) return input.original.toString() === address;
    return input instanceof vscode.TabInputText && input.uri.toString() === address;
  });
}
