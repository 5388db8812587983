import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShowMessageNotification,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import type { Catalog } from '../../server/src/catalog/catalog.ts';
import { registerServer } from '../../server/src/lsp/server.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly locale?: string;
  /** The folder that is open. */
  readonly rootUri?: string;
  /** Takes the place of the bundled catalogue. */
  readonly catalog?: () => Catalog;
  /** The environment of the server. By default empty, so that it finds nothing of the person who runs the tests. */
  readonly env?: Readonly<Record<string, string>>;
  /** Answers what the server asks of its client; called before the server is initialized. */
  readonly answer?: (connection: ProtocolConnection) => void;
}

type Published = (params: PublishDiagnosticsParams) => boolean;

/** The client side of a conversation with a server in the same process, over two streams that carry real messages. */
export class LspClient {
  /** Everything the server has published, in its order. */
  readonly published: PublishDiagnosticsParams[] = [];
  /** What the server has written to its log. */
  readonly logged: string[] = [];
  /** What the server has told the user. */
  readonly shown: string[] = [];
  readonly connection: ProtocolConnection;
  readonly #toServer: PassThrough;
  #waiting: { readonly wanted: Published; readonly resolve: (params: PublishDiagnosticsParams) => void }[] = [];

  private constructor(toServer: PassThrough, fromServer: PassThrough) {
    this.#toServer = toServer;
    this.connection = createProtocolConnection(new StreamMessageReader(fromServer), new StreamMessageWriter(toServer));
    this.connection.onNotification(LogMessageNotification.type, ({ message }) => void this.logged.push(message));
    this.connection.onNotification(ShowMessageNotification.type, ({ message }) => void this.shown.push(message));
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
      for (const { resolve } of this.#waiting.filter(({ wanted }) => wanted(params))) resolve(params);
      this.#waiting = this.#waiting.filter(({ wanted }) => !wanted(params));
    });
    this.connection.listen();
  }

  /** Starts a server and initializes it. Both ends are let go when the test is over. */
  static async start(options: ClientOptions = {}): Promise<{ client: LspClient; server: InitializeResult }> {
    const toServer = new PassThrough();
    const fromServer = new PassThrough();
    const serverSide = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(fromServer));
    registerServer(serverSide, { catalog: options.catalog ?? bundledCatalog, env: options.env ?? {} });
    serverSide.listen();
    const client = new LspClient(toServer, fromServer);
    onTestFinished(() => {
      client.connection.dispose();
      serverSide.dispose();
    });
    options.answer?.(client.connection);
    const { capabilities = {}, initializationOptions, locale, rootUri = null } = options;
    const params: InitializeParams = { processId: null, rootUri, capabilities, initializationOptions };
    const server = await client.connection.sendRequest(
      InitializeRequest.type,
      locale === undefined ? params : { ...params, locale },
    );
    await client.connection.sendNotification(InitializedNotification.type, {});
    return { client, server };
  }

  async open(uri: string, languageId: string, text: string, version = 1): Promise<void> {
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version, text },
    });
  }

  async change(uri: string, version: number, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** Writes messages in one piece, as they arrive when the server was busy. */
  burst(messages: readonly { readonly method: string; readonly params: unknown; readonly id?: number }[]): void {
    const frames = messages.map((message) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    });
    this.#toServer.write(frames.join(''));
  }

  /** The diagnostics of one version, whether they have been published already or come later. */
  diagnostics(uri: string, version: number): Promise<PublishDiagnosticsParams> {
    const wanted: Published = (it) => it.uri === uri && it.version === version;
    const already = this.published.find(wanted);
    return already ? Promise.resolve(already) : this.next(wanted);
  }

  /** The next publication that is wanted. */
  next(wanted: Published): Promise<PublishDiagnosticsParams> {
    return new Promise((resolve) => this.#waiting.push({ wanted, resolve }));
  }
}
