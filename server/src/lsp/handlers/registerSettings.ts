import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type WorkspaceFolder,
} from 'vscode-languageserver/node';
import { settingsFileName } from '../../workspace/settings.ts';
import { recheckEmbedding, recheckIfSettingsChanged } from '../documents/recheck.ts';
import { refreshViews } from '../refreshViews.ts';
import type { Session } from '../session.ts';

/** Follows the settings of the editor and the settings files, and lets the texts be checked again when they change. */
export function registerSettings(session: Session): void {
  const { connection, editorSettings } = session;
  connection.onInitialized(() => askToBeTold(session));
  connection.onDidChangeConfiguration(({ settings }) => editorSettings.send(settings));
  connection.onDidChangeWatchedFiles(() => recheckIfSettingsChanged(session));
  connection.onDidSaveTextDocument(() => {
    recheckIfSettingsChanged(session);
    session.risk.filesChanged();
    recheckEmbedding(session);
    refreshViews(session);
  });
}

/** Asks the client to tell of changes, as far as it can be asked. */
function askToBeTold(session: Session): void {
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
