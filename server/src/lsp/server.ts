import {
  CodeActionKind,
  type Connection,
  MessageType,
  PositionEncodingKind,
  type ServerCapabilities,
  ShowMessageNotification,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { analyze } from '../analysis/analyze.ts';
import type { Diagnostic } from '../analysis/rule.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { inLanguage } from '../words/words.ts';
import { BrokenInstallationError, bundledCatalog } from '../workspace/bundledCatalog.ts';
import { plainClient, readClientProfile } from './clientProfile.ts';
import { DocumentStore, type OpenDocument } from './documentStore.ts';
import { registerCodeAction } from './registerCodeAction.ts';
import { registerDiagnostics } from './registerDiagnostics.ts';
import { registerDocumentSymbol } from './registerDocumentSymbol.ts';
import { registerFolding } from './registerFolding.ts';
import { registerNavigation } from './registerNavigation.ts';
import type { Session } from './session.ts';

const capabilities: ServerCapabilities = {
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
};

/**
 * Answers a client over `connection`, which the caller then makes listen.
 * `catalog` is asked when a template is first analysed, so that the start waits for no data.
 */
export function registerServer(connection: Connection, catalog: () => Catalog = bundledCatalog): void {
  let told = false;
  const session: Session = {
    connection,
    documents: new DocumentStore(),
    diagnose: oncePerVersion(({ document }) => analyze(document, catalog()), tellOnce),
    client: plainClient,
  };
  function tellOnce(fault: BrokenInstallationError): void {
    if (told) return;
    told = true;
    const message = inLanguage(fault.words, session.client.language);
    connection
      .sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message })
      .catch(() => undefined);
  }
  connection.onInitialize((params) => {
    session.client = readClientProfile(params);
    return { capabilities, serverInfo: { name: 'oos-language-server' } };
  });
  registerDiagnostics(session);
  registerDocumentSymbol(session);
  registerFolding(session);
  registerNavigation(session);
  registerCodeAction(session);
}

/** `tell` hears of data that is missing from the installation, which only the user can mend. */
function oncePerVersion(
  diagnose: (open: OpenDocument) => readonly Diagnostic[],
  tell: (fault: BrokenInstallationError) => void,
): Session['diagnose'] {
  const known = new WeakMap<OpenDocument, readonly Diagnostic[]>();
  return (open) => {
    try {
      const found = known.get(open) ?? diagnose(open);
      known.set(open, found);
      return found;
    } catch (fault) {
      if (fault instanceof BrokenInstallationError) tell(fault);
      throw fault;
    }
  };
}
