import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { switchLanguages, templateLanguages, templateSchemes } from './languageMode.ts';

/** What other extensions, and our tests, can ask. */
export interface OosToolkit {
  /** The language server starts with the first OOS template, not with the extension. */
  isServerStarted(): boolean;
}

let client: Promise<LanguageClient | undefined> | undefined;

export function activate(context: vscode.ExtensionContext): OosToolkit {
  const log = vscode.window.createOutputChannel('OOS', { log: true });
  const startAtTemplate = (document: vscode.TextDocument): void => {
    if (isTemplate(document)) client ??= start(context, log);
  };
  context.subscriptions.push(log, vscode.workspace.onDidOpenTextDocument(startAtTemplate), switchLanguages(log));
  for (const document of vscode.workspace.textDocuments) startAtTemplate(document);
  return { isServerStarted: () => client !== undefined };
}

export async function deactivate(): Promise<void> {
  await (await client)?.stop();
}

function isTemplate({ languageId, uri }: vscode.TextDocument): boolean {
  return templateLanguages.includes(languageId) && templateSchemes.includes(uri.scheme);
}

/** The client library is loaded here and not before, since most windows never show a template. */
async function start(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
): Promise<LanguageClient | undefined> {
  try {
    const { startLanguageClient } = await import('./languageClient.ts');
    return await startLanguageClient(context, log);
  } catch (error) {
    // The client library has already shown a message; the log keeps the stack.
    log.error(error instanceof Error ? error : String(error));
    return undefined;
  }
}
