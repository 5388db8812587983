import * as vscode from 'vscode';
import type { PublishedTemplate } from '../../../server/src/cloud/api/publish.ts';
import type { Connections } from '../connection/connections.ts';
import { failureText } from '../failure.ts';
import { publishedScheme, publishedUri, readPublishedUri } from './publishedUri.ts';

/** Shows published templates as documents that cannot be changed, with everything that our language has to offer. */
export class PublishedTemplates implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #connections: Connections;
  readonly #subscriptions: vscode.Disposable[];
  /** A published version never changes, so it is fetched once; another connection may have another one of that name. */
  readonly #contents = new Map<string, string>();

  constructor(connections: Connections) {
    this.#connections = connections;
    this.#subscriptions = [
      vscode.workspace.registerTextDocumentContentProvider(publishedScheme, this),
      connections.onDidChange(() => this.#contents.clear()),
    ];
  }

  /** The document of a template that has just been fetched. */
  uriOf({ Template, Content }: PublishedTemplate, region: string): vscode.Uri {
    const { TemplateName = '', TemplateVersion = 'v1', TemplateFormat } = Template;
    const format = TemplateFormat?.toUpperCase() === 'JSON' ? 'JSON' : 'YAML';
    const uri = publishedUri({ name: TemplateName, version: TemplateVersion, region, format });
    this.#contents.set(uri.toString(), Content ?? '');
    return uri;
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const known = this.#contents.get(uri.toString());
    if (known !== undefined) return known;
    const wanted = readPublishedUri(uri);
    if (!wanted) throw new Error(vscode.l10n.t('{0} is no published template.', uri.path));
    try {
      const { api } = await this.#connections.cloud();
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
