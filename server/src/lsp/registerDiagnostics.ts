import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { toDiagnostic } from './convert.ts';
import { attempt } from './guarded.ts';
import { recheckIfChanged } from './registerSettings.ts';
import type { Session } from './session.ts';

/** Follows the open documents and publishes what is wrong with each version of a template. */
export function registerDiagnostics(session: Session): void {
  const { connection, documents, risk, scheduler, settings } = session;
  connection.onDidOpenTextDocument(({ textDocument }) => {
    documents.open(textDocument);
    risk.filesChanged();
    recheckIfChanged(session);
    scheduler.schedule(textDocument.uri);
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    attempt(connection.console, 'change', undefined, () => documents.change(textDocument, contentChanges));
    risk.textChanged();
    scheduler.schedule(textDocument.uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    scheduler.cancel(uri);
    const wasTemplate = documents.get(uri)?.isTemplate;
    documents.close(uri);
    risk.filesChanged();
    settings.forget(uri);
    if (wasTemplate) send(session, { uri, diagnostics: [] });
  });
  connection.onShutdown(() => {
    scheduler.cancelAll();
    session.actions.close();
    session.ended.abort();
  });
}

/** Publishes the findings of the current version, once the editor has said what its settings are. */
export function publishDiagnostics(session: Session, uri: string): void {
  const { client, connection, documents, diagnose, editorSettings } = session;
  attempt(connection.console, 'diagnostics', undefined, () => {
    const open = documents.get(uri);
    if (!open?.isTemplate || !editorSettings.isKnown(uri)) return;
    if (!session.isWatching) recheckIfChanged(session, uri);
    session.firstTemplate();
    // A fault of ours must not leave the findings of an older version standing.
    const found = attempt(connection.console, 'diagnostics', [], () => diagnose(open));
    send(session, {
      uri,
      version: open.lines.version,
      diagnostics: [...found.map((it) => toDiagnostic(open.lines, it, client.language)), ...session.verdicts.of(open)],
    });
  });
}

/** Sending fails only when the client is gone, and then nobody is left to be told. */
function send({ connection }: Session, params: PublishDiagnosticsParams): void {
  connection.sendDiagnostics(params).catch(() => undefined);
}
