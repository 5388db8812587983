import * as vscode from 'vscode';

/**
 * Documents whose code is loaded with the first one. They are files in the eyes of VS Code, since it restores no others with a
 * window; it may ask for one before any command does.
 */
export class LazyDocuments implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #contentOf: (uri: vscode.Uri) => Promise<string | undefined>;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #registration: vscode.Disposable;
  /** In milliseconds of the epoch. What has the same size is read again when this is another one. */
  #lastChange = Date.now();

  readonly onDidChangeFile = this.#changed.event;

  /** `contentOf` answers undefined where there is none with that address. Where it rejects, the document does not open. */
  constructor(scheme: string, contentOf: (uri: vscode.Uri) => Promise<string | undefined>) {
    this.#contentOf = contentOf;
    const options = { isCaseSensitive: true, isReadonly: true };
    this.#registration = vscode.workspace.registerFileSystemProvider(scheme, this, options);
  }

  /** The document is read again where it is open. */
  change(uri: vscode.Uri): void {
    this.#lastChange = Math.max(Date.now(), this.#lastChange + 1);
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { length } = await this.readFile(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: this.#lastChange, size: length };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const text = await this.#contentOf(uri);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(text);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(): [] {
    return [];
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}
