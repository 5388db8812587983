/** Codes of JSON-RPC for requests that nobody answers any more. */
const codes: readonly unknown[] = [-32097, -32096];

/** Whether a request to the language server failed because that ended. Without the client library, which may not be loaded. */
export function isServerGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && codes.includes(error.code)) || /^Connection is (?:closed|disposed)/.test(error.message);
}
