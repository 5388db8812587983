import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node';
import { answerCalls } from '../connection/callApi.ts';
import { tellConnection } from '../connection/tellConnection.ts';
import { templateLanguages, templateSchemes } from '../languageMode.ts';
import type { Toolkit } from '../toolkit.ts';
import { registerExplainRule } from './explainRule.ts';
import { ServerEnds } from './serverEnds.ts';

/** What the client of the server needs. */
export type ServerParts = Pick<Toolkit, 'context' | 'log' | 'connections'>;

/**
 * Starts the language server of this package in a process of its own. After a crash it is
 * started again, and the user is told when that does not help.
 * @throws when the server does not start
 */
export async function startLanguageClient({ context, log, connections }: ServerParts): Promise<LanguageClient> {
  const client = new LanguageClient(
    'oos',
    'OOS Template Toolkit',
    { module: context.asAbsolutePath('dist/oos-language-server.cjs'), transport: TransportKind.ipc },
    {
      documentSelector: templateLanguages.flatMap((language) =>
        templateSchemes.map((scheme) => ({ language, scheme })),
      ),
      initializationOptions: {
        language: vscode.env.language,
        explain: true,
        refreshActions: true,
        suggest: true,
        lenses: true,
        cloud: 'client',
        cacheFolder: context.globalStorageUri.fsPath,
      },
      outputChannel: log,
      // The library would show a stack where a server ends while somebody types; `ServerEnds` tells what people need to know.
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      errorHandler: new ServerEnds(log),
    },
  );
  const answers = vscode.Disposable.from(
    registerExplainRule(client),
    answerCalls(client, connections),
    tellConnection(client, connections),
  );
  try {
    await client.start();
  } catch (error) {
    // The next attempt registers the same commands.
    answers.dispose();
    throw error;
  }
  context.subscriptions.push(answers);
  return client;
}
