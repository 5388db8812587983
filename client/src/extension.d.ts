import * as vscode from 'vscode';
/** What other extensions, and our tests, can ask. */
export interface OosToolkit {
  /** The language server starts with the first OOS template, not with the extension. */
  isServerStarted(): boolean;
}
export declare function activate(context: vscode.ExtensionContext): OosToolkit;
export declare function deactivate(): Promise<void>;
