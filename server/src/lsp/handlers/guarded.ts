import { type CancellationToken, LSPErrorCodes, type RemoteConsole, ResponseError } from 'vscode-languageserver/node';

export type Log = Pick<RemoteConsole, 'error'>;

/** Runs `work`. A fault in it is logged with its stack and answered with `fallback`; the server lives on. */
export function attempt<R>(log: Log, feature: string, fallback: R, work: () => R): R {
  try {
    return work();
  } catch (error) {
    log.error(`${feature}: ${error instanceof Error ? error.stack : error}`);
    return fallback;
  }
}

/** A request handler that refuses a request cancelled before its start, and outlives a fault in `handle`. */
export function guarded<P, R>(log: Log, feature: string, fallback: R, handle: (params: P) => R) {
  return (params: P, token: CancellationToken): R | ResponseError<void> => {
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    return attempt(log, feature, fallback, () => handle(params));
  };
}
