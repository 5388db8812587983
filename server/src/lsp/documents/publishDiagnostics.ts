import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { toDiagnostic } from '../convert.ts';
import { attempt } from '../handlers/guarded.ts';
import type { Session } from '../session.ts';
import type { OpenDocument } from './documentStore.ts';
import { recheckIfSettingsChanged } from './recheck.ts';

/** Publishes the findings of the current version, once the editor has said what its settings are. */
export function publishDiagnostics(session: Session, uri: string): void {
  const { connection, documents, editorSettings } = session;
  attempt(connection.console, 'diagnostics', undefined, () => {
    const open = documents.get(uri);
    if (!open?.isTemplate || !editorSettings.isKnown(uri)) return;
    if (!session.isWatching) recheckIfSettingsChanged(session, uri);
    session.firstTemplate();
    send(session, { uri, version: open.lines.version, diagnostics: currentDiagnostics(session, open) });
  });
}

/** Takes back what was published about a text that is closed. */
export function withdrawDiagnostics(session: Session, uri: string): void {
  send(session, { uri, diagnostics: [] });
}

/** What is wrong with a version. Where a fault of ours prevents the answer it is none, so that no older findings stay. */
export function currentDiagnostics(
  { client, connection, diagnose, verdicts }: Session,
  open: OpenDocument,
): Diagnostic[] {
  const found = attempt(connection.console, 'diagnostics', [], () => diagnose(open));
  return [...found.map((it) => toDiagnostic(open.lines, it, client.language)), ...verdicts.of(open)];
}

/** Sending fails only when the client is gone, and then nobody is left to be told. */
function send({ connection }: Session, params: PublishDiagnosticsParams): void {
  const sent = async () => connection.sendDiagnostics(params);
  sent().catch(() => undefined);
}
