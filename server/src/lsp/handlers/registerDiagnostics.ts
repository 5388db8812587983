import {
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
} from 'vscode-languageserver/node';
import { currentDiagnostics } from '../documents/publishDiagnostics.ts';
import type { Session } from '../session.ts';
import { guarded } from './guarded.ts';

/**
 * The request `textDocument/diagnostic`, for clients that have to know what is wrong right now: what was published may be that of an
 * older version.
 * It is not among the capabilities, since clients that find it there ask after each change for what is published anyway.
 */
export function registerDiagnostics(session: Session): void {
  const { connection, documents, editorSettings } = session;
  const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const answer = guarded(connection.console, 'diagnostics', nothing, (uri: string) => {
    const open = documents.get(uri);
    return open?.isTemplate ? { ...nothing, items: currentDiagnostics(session, open) } : nothing;
  });
  connection.onRequest<DocumentDiagnosticReport, void>(
    DocumentDiagnosticRequest.method,
    async ({ textDocument: { uri } }: DocumentDiagnosticParams, token: CancellationToken) => {
      // What is an error is a matter of the settings, which the editor may not have told yet.
      if (documents.get(uri)?.isTemplate) await editorSettings.known(uri);
      return answer(uri, token);
    },
  );
}
