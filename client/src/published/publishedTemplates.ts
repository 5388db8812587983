import * as vscode from 'vscode';
import type { PublishedTemplate } from '../../../server/src/cloud/api/publish.ts';
import type { Cloud, Connections } from '../connection/connections.ts';
import { failureText } from '../failure.ts';
import { isOpen } from '../isOpen.ts';
import { KeptContents } from '../keptContents.ts';
import { accountOf, type PublishedVersion, publishedScheme, publishedUri, readPublishedUri } from './publishedUri.ts';

/** Shows published templates as documents that cannot be changed, with everything that our language has to offer. */
export class PublishedTemplates implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #connections: Connections;
  readonly #subscriptions: vscode.Disposable[];
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  /** A published version never changes, so it is fetched once; but a template can be deleted, and made anew with the same name. */
  readonly #contents = new KeptContents(isOpen);

  readonly onDidChange = this.#changed.event;

  constructor(connections: Connections) {
    this.#connections = connections;
    this.#subscriptions = [this.#changed, vscode.workspace.registerTextDocumentContentProvider(publishedScheme, this)];
  }

  /** The document of a template that has just been fetched. */
  uriOf({ Template, Content = '' }: PublishedTemplate, { connection }: Cloud): vscode.Uri {
    const { TemplateName = '', TemplateVersion = 'v1', TemplateFormat } = Template;
    const format = TemplateFormat?.toUpperCase() === 'JSON' ? 'JSON' : 'YAML';
    const uri = publishedUri({ name: TemplateName, version: TemplateVersion, format }, connection);
    const known = this.#contents.get(uri.toString());
    this.#contents.set(uri.toString(), Content);
    if (known !== undefined && known !== Content) this.#changed.fire(uri);
    return uri;
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const known = this.#contents.get(uri.toString());
    if (known !== undefined) return known;
    const wanted = readPublishedUri(uri);
    if (!wanted) throw new Error(vscode.l10n.t('{0} is no published template.', uri.path));
    try {
      const { api, connection } = await this.#connections.cloud();
      if (accountOf(connection) !== wanted.account) throw new Error(otherAccount(wanted));
      const { Content = '' } = await api.getTemplate({
        TemplateName: wanted.name,
        TemplateVersion: wanted.version,
        RegionId: wanted.region,
      });
      this.#contents.set(uri.toString(), Content);
      return Content;
    } catch (error) {
      throw new Error(failureText(error) ?? vscode.l10n.t('No connection was chosen.'));
    }
  }

  dispose(): void {
    for (const it of this.#subscriptions) it.dispose();
  }
}

const otherAccount = ({ name, version, account }: PublishedVersion): string =>
  vscode.l10n.t('{0} {1} was opened with {2}. Choose that connection to see it again.', name, version, account);
