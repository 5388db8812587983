import type { CancellationToken, Connection, ResponseError, TextDocumentIdentifier } from 'vscode-languageserver/node';
import type { Diagnostic } from '../analysis/rule.ts';
import { isTooLargeToParse } from '../analysis/rules/content-too-large.ts';
import type { ClientProfile } from './clientProfile.ts';
import type { DocumentStore, OpenDocument } from './documentStore.ts';
import { guarded } from './guarded.ts';

/** What the handlers of one connection share. */
export interface Session {
  readonly connection: Connection;
  readonly documents: DocumentStore;
  /** The findings of one version; they are worked out once. */
  readonly diagnose: (open: OpenDocument) => readonly Diagnostic[];
  /** Set by `initialize`. */
  client: ClientProfile;
}

/**
 * A handler for requests about a template. A text that is none, that is not open or that is too large to be read is
 * answered with `fallback`.
 */
export function templateRequest<P extends { readonly textDocument: TextDocumentIdentifier }, R>(
  session: Session,
  feature: string,
  fallback: R,
  answer: (open: OpenDocument, params: P) => R,
): (params: P, token: CancellationToken) => R | ResponseError<void> {
  return guarded(session.connection.console, feature, fallback, (params: P) => {
    const open = session.documents.get(params.textDocument.uri);
    if (!open?.isTemplate || isTooLargeToParse(open.document.text)) return fallback;
    return answer(open, params);
  });
}
