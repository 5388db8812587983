import type { WorkspaceEdit } from 'vscode-languageserver/node';
import type { TextEdit } from '../../syntax/node.ts';
import { toTextEdit } from '../convert.ts';
import type { OpenDocument } from '../documents/documentStore.ts';
import type { Session } from '../session.ts';

/** Changes of an open text. With its version, which not all clients take, a client refuses them when the text has changed since. */
export function toWorkspaceEdit(
  { client }: Session,
  { lines }: OpenDocument,
  changes: readonly TextEdit[],
): WorkspaceEdit {
  const { uri, version } = lines;
  const edits = changes.map((it) => toTextEdit(lines, it));
  return client.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}
