import type * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Connections } from './connection/connections.ts';
import type { ConnectionStatus } from './connection/statusBar.ts';

/** What the parts of the extension share. */
export interface Toolkit {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly connections: Connections;
  readonly status: ConnectionStatus;
  /** The language server, which is started when it does not run yet. Rejects when it does not start. */
  server(): Promise<LanguageClient>;
  /** Starts the server anew, whatever state it is in. Rejects when it does not start. */
  restartServer(): Promise<void>;
}
