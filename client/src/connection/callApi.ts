import * as vscode from 'vscode';
import { type LanguageClient, ResponseError } from 'vscode-languageclient/node';
import { callerName } from '../../../server/src/cloud/callerName.ts';
import { OosError } from '../../../server/src/cloud/oosError.ts';
import { failureText } from '../failure.ts';
import { signalOf } from '../patiently.ts';
import type { Cloud, Connections } from './connections.ts';

interface CallApiParams {
  readonly operation: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** By which connection, where a command of ours has said so. */
  readonly caller?: string;
}

/** Calls the service for the language server, which has neither the keys nor the proxy settings of the editor. */
export function answerCalls(client: LanguageClient, connections: Connections): vscode.Disposable {
  return client.onRequest(
    'oos/callApi',
    async ({ operation, parameters, caller }: CallApiParams, token: vscode.CancellationToken) => {
      try {
        const { connection, transport } = await callingCloud(connections, caller);
        const answer = await transport.call(operation, parameters, { signal: signalOf(token) });
        return { ...answer, account: callerName(connection), region: connection.region };
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        const text = failureText(error) ?? '';
        if (!(error instanceof OosError)) throw new ResponseError(1, text);
        const { code, httpStatus, requestId, serviceMessage } = error.facts;
        throw new ResponseError(1, serviceMessage ?? text, { code, httpStatus, requestId });
      }
    },
  );
}

async function callingCloud(connections: Connections, caller: string | undefined): Promise<Cloud> {
  const held = caller === undefined ? undefined : connections.held(caller);
  if (held) return held;
  // What was agreed to is over; and what the server does by itself must not open a question.
  if (caller !== undefined || !connections.choice) {
    throw new ResponseError(1, vscode.l10n.t('No connection was chosen.'));
  }
  return connections.cloud();
}
