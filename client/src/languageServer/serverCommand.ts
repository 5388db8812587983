import * as vscode from 'vscode';
import { ExecuteCommandRequest } from 'vscode-languageclient/node';
import type { Cloud } from '../connection/connections.ts';
import { patiently } from '../patiently.ts';
import type { Toolkit } from '../toolkit.ts';
import { isServerGone } from './serverGone.ts';

/** An answer that says why nothing was done; see docs/protocol.md. */
export interface Refusal {
  readonly ok: false;
  readonly code: string;
  readonly message: string;
  readonly requestId?: string;
}

/** The answer of a server command. */
export type ServerAnswer<T> = ({ readonly ok: true } & T) | Refusal;

/**
 * Sends a command to the language server, which calls as `cloud`, with progress that the person can cancel. That the server ended
 * is a refusal too.
 */
export async function serverCommand<T>(
  { server, connections }: Toolkit,
  cloud: Cloud,
  { title, command, argument }: { readonly title: string; readonly command: string; readonly argument: object },
): Promise<ServerAnswer<T>> {
  const client = await server();
  const send = (caller: string, token: vscode.CancellationToken): Promise<ServerAnswer<T>> =>
    client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [{ ...argument, caller }] }, token);
  try {
    return await connections.holding(cloud, (caller) => patiently(title, (token) => send(caller, token)));
  } catch (error) {
    if (isServerGone(error)) return { ok: false, code: 'ServerGone', message: unknownOutcome() };
    throw error;
  }
}

const unknownOutcome = (): string =>
  vscode.l10n.t(
    'The OOS language server ended in the middle of this, and is being restarted. It is not known whether it was done.',
  );

/** The message of an answer that is none, as people need it for support. */
export function refusalText({ message, requestId }: Pick<Refusal, 'message' | 'requestId'>): string {
  if (requestId === undefined || message.includes(requestId)) return message;
  return vscode.l10n.t('{0} (request id {1})', message, requestId);
}
