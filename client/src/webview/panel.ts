import * as vscode from 'vscode';
import { mediaFolder, type PageParts, pageHtml } from './page.ts';

/** A page that is open, as our own tests look at it: what it was last sent of each type, and what a person does there. */
export interface OpenPage {
  readonly name: PageParts['name'];
  readonly sent: ReadonlyMap<string, unknown>;
  receive(message: unknown): void;
}

const open = new Set<OpenPage>();

/** The pages of this window that are open, the oldest first. */
export const openPages = (): readonly OpenPage[] => [...open];

export interface PanelOptions extends PageParts {
  readonly context: vscode.ExtensionContext;
  readonly icon: string;
  readonly column?: vscode.ViewColumn | undefined;
  /** The tab that came back with its window, to be used in place of a new one. */
  readonly restored?: vscode.WebviewPanel | undefined;
  /** What is typed stays when another tab is in front; it costs memory. */
  readonly retained?: boolean;
}

/** A tab with a page of ours. Its state is in the extension: whenever the page loads, it gets the last message of each type. */
export class Panel<Message extends { readonly type: string }> implements OpenPage, vscode.Disposable {
  readonly name: PageParts['name'];
  readonly #panel: vscode.WebviewPanel;
  readonly #sent = new Map<string, Message>();
  readonly #closed = new vscode.EventEmitter<void>();
  readonly #visibility = new vscode.EventEmitter<boolean>();
  #handle: (message: unknown) => void;
  /** Then VS Code refuses whatever is asked of its panel. */
  #isClosed = false;

  /** Fires once, however it is closed. */
  readonly onDidClose = this.#closed.event;
  readonly onDidChangeVisibility = this.#visibility.event;

  /** `handle` gets what the page says, which may be anything; it knows of `ready` already. */
  constructor(
    { context, icon, column, restored, retained = false, ...parts }: PanelOptions,
    handle: (message: unknown) => void = () => undefined,
  ) {
    this.name = parts.name;
    this.#handle = handle;
    const media = mediaFolder(context);
    const options = { enableScripts: true, localResourceRoots: [media] };
    this.#panel =
      restored ??
      vscode.window.createWebviewPanel(`oos.${parts.name}`, parts.title, column ?? vscode.ViewColumn.Active, {
        ...options,
        retainContextWhenHidden: retained,
      });
    this.#panel.webview.options = options;
    this.#panel.iconPath = vscode.Uri.joinPath(media, icon);
    this.#panel.onDidDispose(() => {
      this.#isClosed = true;
      open.delete(this);
      this.#closed.fire();
      this.#closed.dispose();
      this.#visibility.dispose();
    });
    this.#panel.onDidChangeViewState(() => this.#visibility.fire(this.#panel.visible));
    this.#panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message));
    this.#panel.webview.html = pageHtml(this.#panel.webview, media, parts);
    open.add(this);
  }

  /** From now on `handle` gets what the page says. */
  hear(handle: (message: unknown) => void): void {
    this.#handle = handle;
  }

  get sent(): ReadonlyMap<string, unknown> {
    return this.#sent;
  }

  get visible(): boolean {
    return !this.#isClosed && this.#panel.visible;
  }

  /** It has the focus, or had it last. */
  get active(): boolean {
    return !this.#isClosed && this.#panel.active;
  }

  /** The column to its right, where it stands now. */
  get beside(): vscode.ViewColumn {
    const column = this.#isClosed ? undefined : this.#panel.viewColumn;
    return Math.min((column ?? vscode.ViewColumn.One) + 1, vscode.ViewColumn.Nine);
  }

  set title(title: string) {
    if (!this.#isClosed) this.#panel.title = title;
  }

  receive(message: unknown): void {
    if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready') {
      for (const it of this.#sent.values()) this.#send(it);
    } else this.#handle(message);
  }

  post(message: Message): void {
    this.keep(message);
    this.#send(message);
  }

  /** It is sent when the page loads anew, and not before. */
  keep(message: Message): void {
    this.#sent.set(message.type, message);
  }

  /** It is not sent again when the page loads anew. */
  withdraw(type: Message['type']): void {
    this.#sent.delete(type);
  }

  reveal(): void {
    if (!this.#isClosed) this.#panel.reveal();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  /** A page that is not loaded or no longer there misses nothing: it gets everything when it says `ready`. */
  #send(message: Message): void {
    if (this.#isClosed) return;
    this.#panel.webview.postMessage(message).then(undefined, () => undefined);
  }
}
