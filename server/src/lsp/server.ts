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
import { registerActionFacts } from './registerActionFacts.ts';
import { fixAllKind, registerCodeAction } from './registerCodeAction.ts';
import { registerCommands } from './registerCommands.ts';
import { completionOptions, registerCompletion } from './registerCompletion.ts';
import { registerConvert } from './registerConvert.ts';
import { registerDiagnostics } from './registerDiagnostics.ts';
import { registerDocumentSymbol } from './registerDocumentSymbol.ts';
import { registerDocuments } from './registerDocuments.ts';
import { registerFolding } from './registerFolding.ts';
import { registerHover } from './registerHover.ts';
import { registerNavigation } from './registerNavigation.ts';
import { registerPreflight } from './registerPreflight.ts';
import { registerRename } from './registerRename.ts';
import { registerRiskLenses } from './registerRiskLenses.ts';
import { registerRulePage } from './registerRulePage.ts';
import { registerSemanticTokens, semanticTokensOptions } from './registerSemanticTokens.ts';
import { registerSettings } from './registerSettings.ts';
import { registerTemplateFacts } from './registerTemplateFacts.ts';
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
