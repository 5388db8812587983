import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type WorkspaceFolder,
} from 'vscode-languageserver/node';
import { settingsFileName } from '../workspace/settings.ts';
import { refreshViews } from './refreshViews.ts';
import type { Session } from './session.ts';

/** Follows the settings of the editor and the settings files, and lets the texts be checked again when they change. */
export function registerSettings(session: Session): void {
  const { connection, editorSettings } = session;
  connection.onInitialized(() => register(session));
  connection.onDidChangeConfiguration(({ settings }) => editorSettings.send(settings));
  connection.onDidChangeWatchedFiles(() => recheckIfChanged(session));
  connection.onDidSaveTextDocument(() => {
    recheckIfChanged(session);
    session.risk.filesChanged();
    recheckEmbedding(session);
    refreshViews(session);
  });
}

/** Checks the open texts again if a settings file has changed on the disk. `beside`: a text that is being checked. */
export function recheckIfChanged({ documents, scheduler, settings }: Session, beside?: string): void {
  if (!settings.refresh()) return;
  for (const uri of documents.uris()) if (uri !== beside) scheduler.schedule(uri);
}

/** Checks the open texts again that embed other templates, when those may have changed. `beside`: a text that is checked anyway. */
export function recheckEmbedding({ risk, scheduler }: Session, beside?: string): void {
  for (const uri of risk.embedding(beside)) scheduler.schedule(uri);
}

function register(session: Session): void {
  const { client, connection } = session;
  if (client.tellsFiles) {
    const watchers = [{ globPattern: `**/${settingsFileName}` }];
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).then(
      () => {
        session.isWatching = true;
      },
      () => undefined,
    );
  }
  if (client.tellsFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      session.risk.changeFolders(urisOf(added), urisOf(removed));
      recheckEmbedding(session);
      refreshViews(session);
    });
  }
  if (client.tellsSettings) {
    connection.client.register(DidChangeConfigurationNotification.type, { section: 'oos' }).catch(() => undefined);
  }
}

const urisOf = (folders: readonly WorkspaceFolder[]): string[] => folders.map(({ uri }) => uri);
