import {
  type CancellationToken,
  CancellationTokenSource,
  type Connection,
  ResponseError,
} from 'vscode-languageserver/node';
import { OosError } from '../../cloud/oosError.ts';
import { redactor } from '../../cloud/redact.ts';
import { isObject, requestIdOf } from '../../cloud/requestId.ts';
import { serviceError } from '../../cloud/serviceError.ts';
import type { Answer, Transport } from '../../cloud/transport.ts';
import { cancelled } from '../../cloud/transportErrors.ts';
import type { Words } from '../../words/words.ts';

/** What a client answers `oos/callApi` with. */
interface ClientAnswer {
  readonly body?: unknown;
  /** May be left out where the body has it. */
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
 * clients that tell. `callerKey`: what the client has named `caller` in a command; it is sent back with each call, so that the client
 * knows by which connection.
 */
export function clientTransport(
  connection: Connection,
  called: (caller: Caller) => void,
  callerKey: string | undefined,
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
          { operation, parameters, ...(callerKey !== undefined && { caller: callerKey }) },
          source.token,
        );
        tellCaller(answer, called);
        return answerOf(operation, answer);
      } catch (error) {
        throw signal?.aborted ? cancelled(operation) : faultOf(operation, error, redactor(secrets));
      } finally {
        signal?.removeEventListener('abort', stop);
        source.dispose();
      }
    },
  };
}

function tellCaller(answer: unknown, called: (caller: Caller) => void): void {
  const { account, region }: ClientAnswer = isObject(answer) ? answer : {};
  if (typeof account === 'string' && typeof region === 'string') called({ account, region });
}

function ask(connection: Connection, params: object, token: CancellationToken): Promise<unknown> {
  return connection.sendRequest('oos/callApi', params, token);
}

/** Every answer of the service has an id; without one it would be taken for a success of which nothing is known. */
function answerOf(operation: string, answer: unknown): Answer {
  const { body, requestId }: ClientAnswer = isObject(answer) ? answer : {};
  if (!isObject(body)) throw badAnswer(operation, noBody);
  const id = typeof requestId === 'string' && requestId !== '' ? requestId : requestIdOf(body);
  if (id === undefined) throw badAnswer(operation, noId);
  return { body: { ...body }, requestId: id };
}

const noBody = { en: 'there is no object in its body', zh: '其中的 body 不是对象' };
const noId = { en: 'there is no requestId, nor one in its body', zh: '其中没有 requestId，body 中也没有' };

function badAnswer(operation: string, why: Words): OosError {
  return new OosError(
    {
      en: `The editor answered oos/callApi for ${operation} with something else than an answer of OOS: ${why.en}. That is a mistake of the editor or its extension, or something in between has answered in the place of OOS.`,
      zh: `编辑器对 ${operation} 的 oos/callApi 请求返回的并非 OOS 的响应：${why.zh}。这是编辑器或其扩展的错误，或由中间环节代替 OOS 作出了响应。`,
    },
    { kind: 'protocol', operation },
  );
}

function faultOf(operation: string, error: unknown, redact: (text: string) => string): OosError {
  if (error instanceof OosError) return error;
  const message = redact(error instanceof Error ? error.message : String(error));
  const { code, httpStatus, requestId }: ClientFault = error instanceof ResponseError ? { ...error.data } : {};
  if (typeof httpStatus === 'number') {
    return serviceError(operation, httpStatus, { Code: code, Message: message, RequestId: requestId }, () => undefined);
  }
  return new OosError({ en: message, zh: message }, { kind: 'connection', operation });
}
