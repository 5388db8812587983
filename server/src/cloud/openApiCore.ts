import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import * as core from '@alicloud/openapi-core';
import type { Credential } from './credential.ts';
import { defaultOf } from './interop.ts';
import { parseAnswer } from './parseAnswer.ts';
import { NONCE_HEADER, type RequestWatch, watchRequest } from './requestWatch.ts';

/** One try of one operation. */
export interface Call {
  readonly endpoint: URL;
  readonly operation: string;
  readonly form: Readonly<Record<string, string>>;
  readonly credential: Credential;
  /** For everything from the connection to the last byte, in milliseconds. */
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
}

/** An HTTP answer with any status. */
export interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Undefined where the answer was not JSON. */
  readonly body: unknown;
  /** The request as Node made it. */
  readonly subject: object | undefined;
}

/** There is no answer, or not a whole one. */
export interface Lost {
  readonly lost: 'network' | 'timeout' | 'cancelled' | 'too-large';
  /** Of the system, such as ECONNRESET. */
  readonly code?: string | undefined;
  /** Where the head of an answer had come. */
  readonly status?: number | undefined;
  /** The error as Node made it. Its text may quote anything, so it is for nobody's eyes. */
  readonly subject?: object | undefined;
}

const VERSION = '2019-06-01';
/** The longest answer that is read. */
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * Signs and sends one try through the official library. Never rejects. The outcome is plain data, not an OosError, since this
 * file has a bundle of its own, whose classes are not those of the other bundles.
 */
export async function send(call: Call): Promise<Received | Lost> {
  if (call.signal?.aborted) return { lost: 'cancelled' };
  const nonce = randomUUID();
  return new Promise((resolve) => {
    const stop = (lost: Lost): void => {
      resolve(lost);
      watch.destroy();
    };
    const watch = watchRequest(nonce, MOST_BYTES, () =>
      stop({ lost: 'too-large', status: watch.response?.statusCode }),
    );
    const timer = setTimeout(() => stop({ lost: 'timeout' }), call.timeout);
    const cancel = () => stop({ lost: 'cancelled' });
    call.signal?.addEventListener('abort', cancel, { once: true });
    callLibrary(call, nonce)
      .then(
        (answer) => receivedOf(answer, watch),
        (error: unknown) => outcomeOf(error, watch),
      )
      .then(resolve)
      .finally(() => {
        clearTimeout(timer);
        call.signal?.removeEventListener('abort', cancel);
        watch.close();
      });
  });
}

type Client = InstanceType<typeof core.default.default>;

async function callLibrary(call: Call, nonce: string): Promise<Awaited<ReturnType<Client['callApi']>>> {
  const { endpoint, credential, operation, timeout } = call;
  const protocol = endpoint.protocol.slice(0, -1);
  const client = new (defaultOf(core.default))(
    new core.$OpenApiUtil.Config({ ...credential, endpoint: endpoint.host, protocol, userAgent: 'oos-toolkit' }),
  );
  const params = new core.$OpenApiUtil.Params({
    action: operation,
    version: VERSION,
    protocol,
    pathname: '/',
    method: 'POST',
    authType: 'AK',
    style: 'RPC',
    reqBodyType: 'formData',
    bodyType: 'string',
  });
  // A connection kept for the next call may die just as that is sent, and nobody could tell whether it took effect.
  const headers = { [NONCE_HEADER]: nonce, connection: 'close' };
  const request = new core.$OpenApiUtil.OpenApiRequest({ body: call.form, headers });
  // What the library takes for a limit on connecting is one on silence, so both are the whole limit.
  const runtime = { readTimeout: timeout, connectTimeout: timeout } as Parameters<Client['callApi']>[2];
  return client.callApi(params, request, runtime);
}

function receivedOf(answer: Record<string, unknown>, watch: RequestWatch): Received {
  return {
    status: Number(answer.statusCode),
    headers: (answer.headers ?? {}) as IncomingHttpHeaders,
    body: parsed(answer.body),
    subject: watch.request,
  };
}

function parsed(text: unknown): unknown {
  try {
    return parseAnswer(String(text));
  } catch {
    return undefined;
  }
}

/** For answers from status 400 on the library throws: an error of its own with the parsed body, or what its parser threw. */
function outcomeOf(error: unknown, watch: RequestWatch): Received | Lost {
  const { code, name, data, statusCode } = error as Record<string, unknown>;
  const status = watch.response?.statusCode ?? (typeof statusCode === 'number' ? statusCode : undefined);
  if (status !== undefined && status >= 400) {
    return { status, headers: watch.response?.headers ?? {}, body: data, subject: watch.request };
  }
  const subject = error as object;
  if (String(name).startsWith('RequestTimeout')) return { lost: 'timeout', status, subject };
  return { lost: 'network', code: typeof code === 'string' ? code : undefined, status, subject };
}
