import { withdrawDiagnostics } from '../documents/publishDiagnostics.ts';
import { recheckEmbedding, recheckIfSettingsChanged } from '../documents/recheck.ts';
import type { Session } from '../session.ts';
import { attempt } from './guarded.ts';

/** Follows the open documents, so that what is wrong with each version of a template is published. Nothing goes on after a shutdown. */
export function registerDocuments(session: Session): void {
  const { connection, documents, risk, scheduler, settings } = session;
  connection.onDidOpenTextDocument(({ textDocument }) => {
    documents.open(textDocument);
    risk.filesChanged();
    recheckIfSettingsChanged(session);
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
    if (wasTemplate) withdrawDiagnostics(session, uri);
  });
  connection.onShutdown(() => {
    scheduler.cancelAll();
    session.actions.close();
    session.ended.abort();
  });
}
