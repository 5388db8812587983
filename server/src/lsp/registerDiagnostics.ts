import {
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { toDiagnostic } from './convert.ts';
import type { OpenDocument } from './documentStore.ts';
import { attempt, guarded } from './guarded.ts';
import { recheckEmbedding, recheckIfChanged } from './registerSettings.ts';
import type { Session } from './session.ts';

/** Follows the open documents and publishes what is wrong with each version of a template. */
export function registerDiagnostics(session: Session): void {
  const { connection, documents, risk, scheduler, settings } = session;
  connection.onDidOpenTextDocument(({ textDocument }) => {
    documents.open(textDocument);
    risk.filesChanged();
    recheckIfChanged(session);
    scheduler.schedule(textDocument.uri);
    recheckEmbedding(session, textDocument.uri);
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    attempt(connection.console, 'change', undefined, () => documents.change(textDocument, contentChanges));
    risk.textChanged();
    scheduler.schedule(textDocument.uri);
    recheckEmbedding(session, textDocument.uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    scheduler.cancel(uri);
    const wasTemplate = documents.get(uri)?.isTemplate;
    documents.close(uri);
    risk.filesChanged();
    recheckEmbedding(session);
    settings.forget(uri);
    if (wasTemplate) send(session, { uri, diagnostics: [] });
  });
  registerPull(session);
  connection.onShutdown(() => {
    scheduler.cancelAll();
    session.actions.close();
    session.ended.abort();
  });
}

/** Publishes the findings of the current version, once the editor has said what its settings are. */
export function publishDiagnostics(session: Session, uri: string): void {
  const { connection, documents, editorSettings } = session;
  attempt(connection.console, 'diagnostics', undefined, () => {
    const open = documents.get(uri);
    if (!open?.isTemplate || !editorSettings.isKnown(uri)) return;
    if (!session.isWatching) recheckIfChanged(session, uri);
    session.firstTemplate();
    send(session, { uri, version: open.lines.version, diagnostics: currentDiagnostics(session, open) });
  });
}

/**
 * `textDocument/diagnostic`, for who has to know what is wrong right now: what was published may be that of an older version.
 * It is not among the capabilities, since clients that find it there ask after each change for what is published anyway.
 */
function registerPull(session: Session): void {
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

/** A fault of ours must not leave the findings of an older version standing. */
function currentDiagnostics({ client, connection, diagnose, verdicts }: Session, open: OpenDocument): Diagnostic[] {
  const found = attempt(connection.console, 'diagnostics', [], () => diagnose(open));
  return [...found.map((it) => toDiagnostic(open.lines, it, client.language)), ...verdicts.of(open)];
}

/** Sending fails only when the client is gone, and then nobody is left to be told. */
function send({ connection }: Session, params: PublishDiagnosticsParams): void {
  const sent = async () => connection.sendDiagnostics(params);
  sent().catch(() => undefined);
}
