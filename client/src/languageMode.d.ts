import * as vscode from 'vscode';
export declare const templateLanguages: readonly string[];
export declare const templateSchemes: readonly string[];
/**
 * Gives YAML and JSON documents that declare themselves OOS templates our language, so that general YAML and JSON
 * extensions leave them alone. A document is switched at most once while it is open, and never after its language was
 * changed by hand.
 */
export declare function switchLanguages(log: vscode.LogOutputChannel): vscode.Disposable;
