import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { registerExplainRule } from './explainRule.ts';
import { templateLanguages, templateSchemes } from './languageMode.ts';

/**
 * Starts the language server of this package in a process of its own. The client library restarts it after a crash and
 * tells the user when it gives up.
 * @throws when the server does not start
 */
export async function startLanguageClient(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
): Promise<LanguageClient> {
  const client = new LanguageClient(
    'oos',
    'OOS Template Toolkit',
    { module: context.asAbsolutePath('dist/oos-language-server.cjs'), transport: TransportKind.ipc },
    {
      documentSelector: templateLanguages.flatMap((language) =>
        templateSchemes.map((scheme) => ({ language, scheme })),
      ),
      initializationOptions: { language: vscode.env.language, explain: true, suggest: true },
      outputChannel: log,
    },
  );
  context.subscriptions.push(registerExplainRule(client));
  await client.start();
  return client;
}
