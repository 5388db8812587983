import {
  type CancellationToken,
  CancellationTokenSource,
  type Connection,
  ResponseError,
} from 'vscode-languageserver/node';
import { OosError } from '../../cloud/oosError.ts';
import { redactor } from '../../cloud/redact.ts';
import { serviceError } from '../../cloud/serviceError.ts';
import type { Answer, Transport } from '../../cloud/transport.ts';
import { cancelled } from '../../cloud/transportErrors.ts';

/** What a client answers `oos/callApi` with. */
interface ClientAnswer {
  readonly body?: unknown;
  readonly requestId?: unknown;
  readonly account?: unknown;
  readonly region?: unknown;
}

/** As whom a client has called, and where. */
export interface Caller {
  readonly account: string;
  readonly region: string;
}

/** What a client tells about a call that did not succeed. */
interface ClientFault {
  readonly code?: unknown;
  readonly httpStatus?: unknown;
  readonly requestId?: unknown;
}

/**
 * Lets the client call the service: it has the keys, and the proxy and certificates of the editor. `called` hears as whom, from
 * clients that tell. `caller`: what the client has named so in a command; it comes back with each call.
 */
export function clientTransport(
  connection: Connection,
  called: (caller: Caller) => void,
  caller: string | undefined,
): Transport {
  return {
    async call(operation, parameters, { signal, secrets = [] } = {}) {
      if (signal?.aborted) throw cancelled(operation);
      const source = new CancellationTokenSource();
      const stop = () => source.cancel();
      signal?.addEventListener('abort', stop, { once: true });
      try {
        const answer = await ask(
          connection,
          { operation, parameters, ...(caller !== undefined && { caller }) },
          source.token,
        );
        const { account, region } = answer ?? {};
        if (typeof account === 'string' && typeof region === 'string') called({ account, region });
        return answerOf(answer);
      } catch (error) {
        throw signal?.aborted ? cancelled(operation) : faultOf(operation, error, redactor(secrets));
      } finally {
        signal?.removeEventListener('abort', stop);
        source.dispose();
      }
    },
  };
}

function ask(connection: Connection, params: object, token: CancellationToken): Promise<ClientAnswer | null> {
  return connection.sendRequest('oos/callApi', params, token);
}

function answerOf(answer: ClientAnswer | null): Answer {
  const { body, requestId } = answer ?? {};
  return {
    body: typeof body === 'object' && body !== null ? { ...body } : {},
    requestId: typeof requestId === 'string' ? requestId : undefined,
  };
}

function faultOf(operation: string, error: unknown, redact: (text: string) => string): OosError {
  const message = redact(error instanceof Error ? error.message : String(error));
  const { code, httpStatus, requestId }: ClientFault = error instanceof ResponseError ? { ...error.data } : {};
  if (typeof httpStatus === 'number') {
    return serviceError(operation, httpStatus, { Code: code, Message: message, RequestId: requestId }, () => undefined);
  }
  return new OosError({ en: message, zh: message }, { kind: 'connection', operation });
}
