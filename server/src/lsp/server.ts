import {
  CodeActionKind,
  type Connection,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { readClientProfile } from './clientProfile.ts';
import { createSession } from './createSession.ts';
import { fixAllKind, registerCodeAction } from './registerCodeAction.ts';
import { registerCommands, serverCommands } from './registerCommands.ts';
import { completionOptions, registerCompletion } from './registerCompletion.ts';
import { registerDiagnostics } from './registerDiagnostics.ts';
import { registerDocumentSymbol } from './registerDocumentSymbol.ts';
import { registerFolding } from './registerFolding.ts';
import { registerHover } from './registerHover.ts';
import { registerNavigation } from './registerNavigation.ts';
import { registerRename } from './registerRename.ts';
import { registerRulePage } from './registerRulePage.ts';
import { registerSettings } from './registerSettings.ts';
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
  renameProvider: { prepareProvider: true },
  executeCommandProvider: { commands: serverCommands, workDoneProgress: true },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
};

/** Answers a client over `connection`, which the caller then makes listen. */
export function registerServer(connection: Connection, host: ServerHost): void {
  const session = createSession(connection, host);
  connection.onInitialize((params) => {
    session.client = readClientProfile(params);
    session.editorSettings.send(params.initializationOptions);
    return { capabilities, serverInfo: { name: 'oos-language-server' } };
  });
  registerDiagnostics(session);
  registerSettings(session);
  registerCompletion(session);
  registerDocumentSymbol(session);
  registerFolding(session);
  registerNavigation(session);
  registerHover(session);
  registerRename(session);
  registerCodeAction(session);
  registerRulePage(session);
  registerCommands(session);
}
