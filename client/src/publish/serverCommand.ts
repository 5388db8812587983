import * as vscode from 'vscode';
import { ExecuteCommandRequest } from 'vscode-languageclient/node';
import type { Toolkit } from '../toolkit.ts';

/** The answer of a server command; see docs/protocol.md. */
export type ServerAnswer<T> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly code: string; readonly message: string; readonly requestId?: string };

/** Sends a command to the language server, with progress that the person can cancel. */
export async function serverCommand<T>(
  toolkit: Toolkit,
  title: string,
  command: string,
  argument: object,
): Promise<ServerAnswer<T>> {
  const client = await toolkit.server();
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (_, token) => client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument] }, token),
  );
}

/** The message of an answer that is none, as people need it for support. */
export function refusalText({ message, requestId }: { readonly message: string; readonly requestId?: string }): string {
  if (requestId === undefined || message.includes(requestId)) return message;
  return vscode.l10n.t('{0} (request id {1})', message, requestId);
}
