import * as vscode from 'vscode';
import { type Diagnostic, DiagnosticSeverity, type DocumentDiagnosticReport } from 'vscode-languageclient/node';
import { Dismissed } from './connection/connections.ts';
import { patiently } from './patiently.ts';
import type { Toolkit } from './toolkit.ts';

/**
 * How many errors our checks find in the text as it stands. What the Problems view lists may still be that of the text before.
 * Rejects when the language server does not run and cannot be started, and with Dismissed when the person does not want to wait for it.
 */
export function errorsIn({ server }: Toolkit, { uri }: vscode.TextDocument): Promise<number> {
  const title = vscode.l10n.t('Checking {0}', uri.path.split('/').at(-1) ?? '');
  return patiently(title, async (token) => {
    const client = await server();
    const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
    const report = client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument }, token);
    const { items } = { items: [], ...(await Promise.race([report, leaving(token)])) };
    return items.filter(isError).length;
  });
}

const isError = ({ source, severity }: Diagnostic): boolean =>
  source === 'oos' && severity === DiagnosticSeverity.Error;

/** A server that is stuck does not answer a cancelled request either. */
function leaving(token: vscode.CancellationToken): Promise<never> {
  return new Promise((_, reject) => {
    token.onCancellationRequested(() => reject(new Dismissed()));
  });
}
