import type { CancellationToken, Disposable } from 'vscode';
import { type LanguageClient, ResponseError } from 'vscode-languageclient/node';
import { OosError } from '../../../server/src/cloud/oosError.ts';
import { failureText } from '../failure.ts';
import type { Connections } from './connections.ts';

interface CallApiParams {
  readonly operation: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Calls the service for the language server, which has neither the keys nor the proxy settings of the editor. */
export function answerCalls(client: LanguageClient, connections: Connections): Disposable {
  return client.onRequest('oos/callApi', async ({ operation, parameters }: CallApiParams, token: CancellationToken) => {
    const stop = new AbortController();
    const subscription = token.onCancellationRequested(() => stop.abort());
    try {
      const { transport } = await connections.cloud();
      return await transport.call(operation, parameters, { signal: stop.signal });
    } catch (error) {
      const text = failureText(error) ?? '';
      if (!(error instanceof OosError)) throw new ResponseError(1, text);
      const { code, httpStatus, requestId, serviceMessage } = error.facts;
      throw new ResponseError(1, serviceMessage ?? text, { code, httpStatus, requestId });
    } finally {
      subscription.dispose();
    }
  });
}
