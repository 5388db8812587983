import * as vscode from 'vscode';
import type { ListedTemplate } from '../../../server/src/cloud/api/answers.ts';
import { Dismissed } from '../connection/connections.ts';
import { failureText } from '../failure.ts';
import { say } from '../say.ts';
import type { Toolkit } from '../toolkit.ts';
import { described } from './described.ts';
import { type FetchPage, type LoadedTemplates, type Share, TemplatePages } from './templatePages.ts';

/** What stands in the view. */
export type TemplateNode =
  | { readonly kind: 'share'; readonly share: Share }
  | { readonly kind: 'template'; readonly share: Share; readonly template: ListedTemplate }
  | { readonly kind: 'more'; readonly share: Share }
  | { readonly kind: 'none' }
  | { readonly kind: 'failure'; readonly text: string };

const shares: readonly Share[] = ['Private', 'Public'];

/** The templates of the account and the official ones, page by page as somebody looks at them. */
export class TemplatesView implements vscode.TreeDataProvider<TemplateNode>, vscode.Disposable {
  readonly #toolkit: Toolkit;
  readonly #changed = new vscode.EventEmitter<TemplateNode | undefined>();
  readonly #view: vscode.TreeView<TemplateNode>;
  readonly #roots = shares.map((share): TemplateNode => ({ kind: 'share', share }));
  readonly #subscriptions: vscode.Disposable[];
  #pages: ReadonlyMap<Share, TemplatePages> = new Map();
  #name = '';

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(toolkit: Toolkit) {
    this.#toolkit = toolkit;
    this.#view = vscode.window.createTreeView('oos.templates', { treeDataProvider: this });
    this.#subscriptions = [
      this.#changed,
      this.#view,
      toolkit.connections.onDidChange(() => this.refresh()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.refresh()),
    ];
    this.#forget();
  }

  /** A part of the names that are shown; empty: all. */
  get name(): string {
    return this.#name;
  }

  search(name: string): void {
    this.#name = name.trim();
    this.#view.description = this.#name === '' ? '' : vscode.l10n.t('name: {0}', this.#name);
    this.refresh();
  }

  refresh(): void {
    this.#forget();
    this.#changed.fire(undefined);
  }

  /** Goes on at the first one that is new, for those who use the keyboard. Rejects as the call does. */
  async loadMore(share: Share): Promise<void> {
    const pages = this.#pages.get(share);
    const before = (await pages?.loaded())?.templates.length ?? 0;
    const template = (await pages?.more())?.templates[before];
    // Others are looked for by now.
    if (pages !== this.#pages.get(share)) return;
    this.#changed.fire(this.#rootOf(share));
    if (template) await this.#view.reveal({ kind: 'template', share, template }, { select: false, focus: true });
  }

  getParent(node: TemplateNode): TemplateNode | undefined {
    return node.kind === 'template' || node.kind === 'more' ? this.#rootOf(node.share) : undefined;
  }

  getTreeItem(node: TemplateNode): vscode.TreeItem {
    return treeItem(node);
  }

  async getChildren(node?: TemplateNode): Promise<TemplateNode[]> {
    const { connections, status } = this.#toolkit;
    // Then the view says what to do first.
    if (!vscode.workspace.isTrusted || !connections.choice) return [];
    status.show();
    if (!node) return this.#roots;
    if (node.kind !== 'share') return [];
    try {
      const loaded = await this.#pages.get(node.share)?.loaded();
      return loaded ? nodesOf(node.share, loaded) : [];
    } catch (error) {
      if (error instanceof Dismissed) return [];
      const text = failureText(error);
      if (text !== undefined) this.#toolkit.log.warn(text);
      return text === undefined ? [] : [{ kind: 'failure', text }];
    }
  }

  dispose(): void {
    for (const it of this.#subscriptions) it.dispose();
  }

  #rootOf(share: Share): TemplateNode | undefined {
    return this.#roots[shares.indexOf(share)];
  }

  #forget(): void {
    this.#pages = new Map(shares.map((share) => [share, new TemplatePages(this.#fetch, share, this.#name)]));
  }

  #fetch: FetchPage = async (share, name, token) => {
    const api = await this.#toolkit.connections.api();
    const { Templates, NextToken } = await api.listTemplates({
      ShareType: share,
      TemplateName: name === '' ? undefined : name,
      MaxResults: 50,
      SortField: share === 'Public' ? 'Popularity' : 'TemplateName',
      SortOrder: share === 'Public' ? 'Descending' : 'Ascending',
      NextToken: token,
    });
    return { templates: Templates, token: NextToken };
  };
}

function nodesOf(share: Share, { templates, more }: LoadedTemplates): TemplateNode[] {
  if (templates.length === 0) return [{ kind: 'none' }];
  const nodes = templates.map((template): TemplateNode => ({ kind: 'template', share, template }));
  return more ? [...nodes, { kind: 'more', share }] : nodes;
}

function treeItem(node: TemplateNode): vscode.TreeItem {
  const { t } = vscode.l10n;
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  switch (node.kind) {
    case 'share': {
      const own = node.share === 'Private';
      const item = new vscode.TreeItem(own ? t('Mine') : t('Official'), own ? Expanded : Collapsed);
      item.id = node.share;
      item.iconPath = new vscode.ThemeIcon(own ? 'account' : 'library');
      return item;
    }
    case 'template':
      return templateItem(node.share, node.template);
    case 'more': {
      const item = new vscode.TreeItem(t('Load more'), None);
      item.iconPath = new vscode.ThemeIcon('ellipsis');
      item.command = { command: 'oos.templates.loadMore', title: t('Load more'), arguments: [node] };
      return item;
    }
    case 'none':
      return new vscode.TreeItem(t('No templates'), None);
    case 'failure': {
      const item = new vscode.TreeItem(node.text, None);
      item.iconPath = new vscode.ThemeIcon('error', new vscode.ThemeColor('errorForeground'));
      item.tooltip = node.text;
      item.command = { command: 'oos.templates.refresh', title: t('Try again') };
      return item;
    }
  }
}

function templateItem(share: Share, template: ListedTemplate): vscode.TreeItem {
  const { t } = vscode.l10n;
  const { TemplateName = '?', TemplateVersion, TemplateFormat, UpdatedDate, Description, Tags = {} } = template;
  const item = new vscode.TreeItem(TemplateName);
  item.id = `${share}/${TemplateName}`;
  item.description = [TemplateVersion, TemplateFormat, UpdatedDate?.slice(0, 10)].filter(Boolean).join(' · ');
  item.tooltip = [
    TemplateName,
    say(described(Description)),
    ...Object.entries(Tags).map(([key, value]) => t('Tag: {0}={1}', key, value)),
  ]
    .filter(Boolean)
    .join('\n');
  item.accessibilityInformation = { label: `${TemplateName}, ${item.description}` };
  item.iconPath = new vscode.ThemeIcon('file-code');
  item.contextValue = share === 'Private' ? 'template.own' : 'template.official';
  const node: TemplateNode = { kind: 'template', share, template };
  item.command = { command: 'oos.templates.open', title: t('Open'), arguments: [node] };
  return item;
}
