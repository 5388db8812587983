import type { CancellationToken, Connection, ResponseError, TextDocumentIdentifier } from 'vscode-languageserver/node';
import { isTooLargeToParse } from '../analysis/contentSize.ts';
import type { Diagnostic } from '../analysis/rule.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { ActionKnowledge } from '../workspace/actionCache/actionKnowledge.ts';
import type { ClientProfile } from './clientProfile.ts';
import type { ServiceVerdicts } from './cloud/serviceVerdicts.ts';
import type { DiagnosticsScheduler } from './documents/diagnosticsScheduler.ts';
import type { DocumentStore, OpenDocument } from './documents/documentStore.ts';
import { guarded } from './handlers/guarded.ts';
import type { RiskStore } from './risk/riskStore.ts';
import type { EditorSettings } from './settings/editorSettings.ts';
import type { SettingsStore } from './settings/settingsStore.ts';

/** What the server has of the process that it runs in. */
export interface ServerHost {
  /** The catalogue that comes with the program. */
  readonly catalog: () => Catalog;
  /** Empty: the server knows no folder of the user, no keys and no profile. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What the handlers of one connection share. */
export interface Session {
  readonly connection: Connection;
  readonly host: ServerHost;
  /** What is known now. Asked when a template is first analysed, so that the start waits for no data. */
  readonly catalog: () => Catalog;
  readonly actions: ActionKnowledge;
  readonly verdicts: ServiceVerdicts;
  readonly documents: DocumentStore;
  readonly risk: RiskStore;
  readonly editorSettings: EditorSettings;
  readonly settings: SettingsStore;
  readonly scheduler: DiagnosticsScheduler;
  /** The findings of one version under the current settings; they are worked out once. */
  readonly diagnose: (open: OpenDocument) => readonly Diagnostic[];
  /** Aborted when the client shuts the server down. */
  readonly ended: AbortController;
  /** What waits for a template begins; from the second call on it does nothing. */
  readonly firstTemplate: () => void;
  /** Set by `initialize`. */
  client: ClientProfile;
  /** The client tells when a settings file changes in its folders. */
  isWatching: boolean;
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
