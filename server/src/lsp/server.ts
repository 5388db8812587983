import {
  CodeActionKind,
  type Connection,
  type InitializeParams,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { readClientProfile } from './clientProfile.ts';
import { serverCommands } from './cloud/serverCommands.ts';
import { createSession } from './createSession.ts';
import { registerConnection } from './followConnection.ts';
import { registerActionFacts } from './handlers/registerActionFacts.ts';
import { fixAllKind, registerCodeAction } from './handlers/registerCodeAction.ts';
import { registerCommands } from './handlers/registerCommands.ts';
import { completionOptions, registerCompletion } from './handlers/registerCompletion.ts';
import { registerConvert } from './handlers/registerConvert.ts';
import { registerDiagnostics } from './handlers/registerDiagnostics.ts';
import { registerDocumentSymbol } from './handlers/registerDocumentSymbol.ts';
import { registerDocuments } from './handlers/registerDocuments.ts';
import { registerFolding } from './handlers/registerFolding.ts';
import { registerHover } from './handlers/registerHover.ts';
import { registerNavigation } from './handlers/registerNavigation.ts';
import { registerPreflight } from './handlers/registerPreflight.ts';
import { registerRename } from './handlers/registerRename.ts';
import { registerRiskLenses } from './handlers/registerRiskLenses.ts';
import { registerRulePage } from './handlers/registerRulePage.ts';
import { registerSemanticTokens, semanticTokensOptions } from './handlers/registerSemanticTokens.ts';
import { registerSettings } from './handlers/registerSettings.ts';
import { registerTemplateFacts } from './handlers/registerTemplateFacts.ts';
import type { ServerHost } from './session.ts';

const capabilities: ServerCapabilities = {
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  completionProvider: completionOptions,
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  hoverProvider: true,
  codeLensProvider: { resolveProvider: false },
  semanticTokensProvider: semanticTokensOptions,
  renameProvider: { prepareProvider: true },
  executeCommandProvider: { commands: [...serverCommands], workDoneProgress: true },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
};

/** Answers a client over `connection`, which the caller then makes listen. */
export function registerServer(connection: Connection, host: ServerHost): void {
  const session = createSession(connection, host);
  connection.onInitialize((params) => {
    session.client = readClientProfile(params);
    session.editorSettings.send(params.initializationOptions);
    session.risk.changeFolders(foldersOf(params));
    return { capabilities, serverInfo: { name: 'oos-language-server' } };
  });
  registerDocuments(session);
  registerDiagnostics(session);
  registerSettings(session);
  registerCompletion(session);
  registerDocumentSymbol(session);
  registerFolding(session);
  registerNavigation(session);
  registerHover(session);
  registerRename(session);
  registerCodeAction(session);
  registerRiskLenses(session);
  registerSemanticTokens(session);
  registerPreflight(session);
  registerRulePage(session);
  registerTemplateFacts(session);
  registerConnection(session);
  registerActionFacts(session);
  registerConvert(session);
  registerCommands(session);
}

/** Clients that know no list of folders name one, by its address. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === 'string' ? [rootUri] : []);
}
