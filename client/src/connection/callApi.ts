import * as vscode from 'vscode';
import { type LanguageClient, ResponseError } from 'vscode-languageclient/node';
import type { Connection } from '../../../server/src/cloud/connection.ts';
import { OosError } from '../../../server/src/cloud/oosError.ts';
import { failureText } from '../failure.ts';
import type { Connections } from './connections.ts';

interface CallApiParams {
  readonly operation: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Calls the service for the language server, which has neither the keys nor the proxy settings of the editor. */
export function answerCalls(client: LanguageClient, connections: Connections): vscode.Disposable {
  return client.onRequest(
    'oos/callApi',
    async ({ operation, parameters }: CallApiParams, token: vscode.CancellationToken) => {
      const stop = new AbortController();
      const subscription = token.onCancellationRequested(() => stop.abort());
      try {
        // A command has asked before; what the server does by itself must not open a question.
        if (!connections.choice) throw new ResponseError(1, vscode.l10n.t('No connection was chosen.'));
        const { connection, transport } = await connections.cloud();
        const answer = await transport.call(operation, parameters, { signal: stop.signal });
        return { ...answer, account: accountOf(connection), region: connection.region };
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        const text = failureText(error) ?? '';
        if (!(error instanceof OosError)) throw new ResponseError(1, text);
        const { code, httpStatus, requestId, serviceMessage } = error.facts;
        throw new ResponseError(1, serviceMessage ?? text, { code, httpStatus, requestId });
      } finally {
        subscription.dispose();
      }
    },
  );
}

/** Tells one account from another, in words for people; the cache of actions is kept by it. */
const accountOf = ({ name, accessKeyId, mode }: Connection): string => `${name} (${accessKeyId ?? mode})`;
