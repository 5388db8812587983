import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze } from '../analysis/analyze.ts';
import type { RuleSettings } from '../analysis/levels.ts';
import type { Diagnostic } from '../analysis/rule.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { inLanguage, type Words } from '../words/words.ts';
import { BrokenInstallationError } from '../workspace/bundledCatalog.ts';
import type { SettingsFile } from '../workspace/settings.ts';
import { plainClient } from './clientProfile.ts';
import { DiagnosticsScheduler } from './diagnosticsScheduler.ts';
import { DocumentStore, type OpenDocument } from './documentStore.ts';
import { EditorSettings } from './editorSettings.ts';
import { publishDiagnostics } from './registerDiagnostics.ts';
import type { Session } from './session.ts';
import { SettingsStore } from './settingsStore.ts';

/** What the handlers of a new connection share, each part told where its news go. */
export function createSession(connection: Connection, catalog: () => Catalog): Session {
  const shown = new Set<string>();
  const show = (type: MessageType, words: Words): void => {
    const message = inLanguage(words, session.client.language);
    if (shown.has(message)) return;
    shown.add(message);
    connection.sendNotification(ShowMessageNotification.type, { type, message }).catch(() => undefined);
  };
  const editorSettings = new EditorSettings({
    ask: (uri) =>
      session.client.answersSettings
        ? connection.workspace.getConfiguration({ scopeUri: uri, section: 'oos' })
        : undefined,
    changed: (uri) => scheduler.schedule(uri),
    wrong: (message) => show(MessageType.Warning, inEditor(message)),
  });
  const settings = new SettingsStore(editorSettings, (file) => {
    const lines = problemLines(file);
    for (const line of lines) connection.console.warn(inLanguage(line, session.client.language));
    show(MessageType.Warning, summary(lines));
  });
  const scheduler = new DiagnosticsScheduler((uri) => publishDiagnostics(session, uri));
  const session: Session = {
    connection,
    catalog,
    documents: new DocumentStore(),
    editorSettings,
    settings,
    scheduler,
    diagnose: oncePerVersion(
      ({ uri }) => settings.of(uri),
      ({ document }, chosen) => analyze(document, catalog(), undefined, chosen),
      (fault) => show(MessageType.Error, fault.words),
    ),
    client: plainClient,
    isWatching: false,
  };
  return session;
}

const inEditor = ({ en, zh }: Words): Words => ({ en: `OOS settings: ${en}`, zh: `OOS 设置：${zh}` });

/** Each problem behind its place, counted from one as in compilers. */
function problemLines({ path, text, problems }: SettingsFile): Words[] {
  const lines = TextDocument.create('', 'json', 0, text);
  return problems.map(({ range, message }) => {
    if (!range) return message;
    const { line, character } = lines.positionAt(range.start);
    const place = `${path}:${line + 1}:${character + 1}`;
    return { en: `${place} ${message.en}`, zh: `${place} ${message.zh}` };
  });
}

function summary([first = { en: '', zh: '' }, ...others]: readonly Words[]): Words {
  const { length } = others;
  if (length === 0) return first;
  return { en: `${first.en} (${length} more in the log)`, zh: `${first.zh}（日志中还有 ${length} 个问题）` };
}

/** `tell` hears of data that is missing from the installation, which only the user can mend. */
function oncePerVersion(
  settingsOf: (text: TextDocument) => RuleSettings,
  analyzed: (open: OpenDocument, settings: RuleSettings) => readonly Diagnostic[],
  tell: (fault: BrokenInstallationError) => void,
): Session['diagnose'] {
  const known = new WeakMap<OpenDocument, { settings: RuleSettings; found: readonly Diagnostic[] }>();
  return (open) => {
    try {
      const settings = settingsOf(open.lines);
      const before = known.get(open);
      if (before?.settings === settings) return before.found;
      const found = analyzed(open, settings);
      known.set(open, { settings, found });
      return found;
    } catch (fault) {
      if (fault instanceof BrokenInstallationError) tell(fault);
      throw fault;
    }
  };
}
