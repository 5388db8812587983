import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from './connection.ts';
import { OosError } from './oosError.ts';
import type { Lost, Received } from './openApiCore.ts';
import { proxyTrouble } from './proxyTrouble.ts';
import { redactedError } from './redact.ts';
import { isObject, requestIdOf } from './requestId.ts';
import { asksForNewCredential, MOST_TRIES, mayRepeat, waitBeforeNextTry } from './retry.ts';
import { serviceError } from './serviceError.ts';
import type { Answer, CallOptions, Transport } from './transport.ts';
import {
  cancelled,
  notOfService,
  notSendable,
  proxyFailed,
  timedOut,
  tooLarge,
  unreachable,
} from './transportErrors.ts';

export interface TransportOptions {
  /** For each try, from the connection to the last byte, in milliseconds; 15 seconds without it. */
  readonly timeout?: number | undefined;
  /** Waits so many milliseconds before another try; may end early when the signal says so. */
  readonly wait?: ((milliseconds: number, signal: AbortSignal | undefined) => Promise<unknown>) | undefined;
  /** From 0 to below 1. */
  readonly random?: (() => number) | undefined;
}

const DEFAULT_TIMEOUT = 15_000;

interface Surroundings {
  readonly connection: Connection;
  readonly timeout: number;
  readonly wait: (milliseconds: number, signal: AbortSignal | undefined) => Promise<unknown>;
  readonly random: () => number;
}

interface Request {
  readonly operation: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
  readonly secrets: readonly string[];
}

/**
 * Calls the service through the official library, which is loaded with the first call. Repeats what may be repeated, up to
 * three tries, and asks once for new keys when temporary ones have ended.
 */
export function createTransport(connection: Connection, options: TransportOptions = {}): Transport {
  const surroundings: Surroundings = {
    connection,
    timeout: options.timeout ?? DEFAULT_TIMEOUT,
    wait: options.wait ?? ((milliseconds, signal) => sleep(milliseconds, undefined, signal && { signal })),
    random: options.random ?? Math.random,
  };
  return {
    call: (operation, parameters, { signal, secrets = [] }: CallOptions = {}) =>
      callPersistently(surroundings, { operation, parameters, signal, secrets }),
  };
}

async function callPersistently(surroundings: Surroundings, request: Request): Promise<Answer> {
  let fresh = false;
  for (let tries = 1; ; tries += 1) {
    try {
      return await callOnce(surroundings, request, fresh);
    } catch (fault) {
      const error =
        fault instanceof OosError ? fault : notSendable(request.operation, (fault as NodeJS.ErrnoException).code);
      const renewing: boolean = !fresh && asksForNewCredential(error);
      if (renewing) fresh = true;
      else await prepareNextTry(surroundings, request, error, tries);
    }
  }
}

/** Waits, or rejects with the error because there shall be no next try. */
async function prepareNextTry(
  surroundings: Surroundings,
  request: Request,
  error: OosError,
  tries: number,
): Promise<void> {
  if (tries >= MOST_TRIES || !mayRepeat(error, request.operation, request.parameters)) throw error;
  await waitOrCancel(surroundings, waitBeforeNextTry(error, tries, surroundings.random), request);
}

async function waitOrCancel(
  { wait }: Surroundings,
  milliseconds: number,
  { operation, signal }: Request,
): Promise<void> {
  // A wait that is cut short rejects; whatever else it rejects with is no reason not to try again.
  await unlessAborted(wait(milliseconds, signal), operation, signal).catch(() => undefined);
  if (signal?.aborted) throw cancelled(operation);
}

async function callOnce({ connection, timeout }: Surroundings, request: Request, fresh: boolean): Promise<Answer> {
  const { operation, parameters, signal, secrets } = request;
  if (signal?.aborted) throw cancelled(operation);
  const credential = await unlessAborted(connection.credential({ fresh }), operation, signal);
  const { send } = await import('./openApiCore.ts');
  const form = { RegionId: connection.region, ...parameters };
  const { endpoint } = connection;
  const outcome = await send({ endpoint, operation, form, credential, timeout, signal });
  return 'lost' in outcome
    ? Promise.reject(errorOf(outcome, operation, endpoint.host, timeout))
    : answerOf(outcome, operation, endpoint.host, (it) => redactedError(it, credential, secrets));
}

function unlessAborted<T>(promise: Promise<T>, operation: string, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const stop = () => reject(cancelled(operation));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function answerOf(received: Received, operation: string, host: string, redact: (body: unknown) => unknown): Answer {
  const { status, headers, body, subject } = received;
  const trouble = proxyTrouble(subject);
  if (trouble?.status !== undefined) throw proxyFailed(operation, trouble.proxy, { status });
  const header = (name: string): string | undefined => {
    const value = headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
  if (status < 200 || status >= 300) {
    throw serviceError(operation, status, redact(body), header);
  }
  if (!isObject(body)) throw notOfService(operation, host, status, body);
  const requestId = requestIdOf(body) ?? header('x-acs-request-id');
  if (requestId === undefined) throw notOfService(operation, host, status, body);
  return { body, requestId };
}

function errorOf({ lost, code, status, subject }: Lost, operation: string, host: string, timeout: number): OosError {
  switch (lost) {
    case 'cancelled':
      return cancelled(operation);
    case 'timeout':
      return timedOut(operation, host, timeout);
    case 'too-large':
      return tooLarge(operation, host, status);
    case 'network': {
      const trouble = proxyTrouble(subject);
      if (trouble) return proxyFailed(operation, trouble.proxy, { status: trouble.status, code });
      return code === undefined || code.startsWith('ERR_INVALID')
        ? notSendable(operation, code)
        : unreachable(operation, host, code, status);
    }
  }
}
