import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/node';
/**
 * Starts the language server of this package in a process of its own. The client library restarts it after a crash and
 * tells the user when it gives up.
 * @throws when the server does not start
 */
export declare function startLanguageClient(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
): Promise<LanguageClient>;
