import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze } from '../analysis/analyze.ts';
import type { RuleSettings } from '../analysis/levels.ts';
import type { Diagnostic, Surroundings } from '../analysis/rule.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { withoutLinks } from '../words/withoutLinks.ts';
import { inLanguage, type Words } from '../words/words.ts';
import { ActionKnowledge } from '../workspace/actionCache/actionKnowledge.ts';
import { BrokenInstallationError } from '../workspace/bundledFile.ts';
import type { SettingsFile } from '../workspace/settings.ts';
import { sessionCacheFolder } from './actions/sessionCacheFolder.ts';
import { startActionRefresh } from './actions/startActionRefresh.ts';
import { plainClient } from './clientProfile.ts';
import { ServiceVerdicts } from './cloud/serviceVerdicts.ts';
import { DiagnosticsScheduler } from './documents/diagnosticsScheduler.ts';
import { DocumentStore, type OpenDocument } from './documents/documentStore.ts';
import { publishDiagnostics } from './documents/publishDiagnostics.ts';
import { connectionFollower } from './followConnection.ts';
import { refreshViews } from './refreshViews.ts';
import { RiskStore } from './risk/riskStore.ts';
import type { ServerHost, Session } from './session.ts';
import { EditorSettings } from './settings/editorSettings.ts';
import { SettingsStore } from './settings/settingsStore.ts';

/** What the handlers of a new connection share, each part told where its news go. */
export function createSession(connection: Connection, host: ServerHost): Session {
  const shown = new Set<string>();
  const show = (type: MessageType, words: Words): void => {
    const message = withoutLinks(inLanguage(words, session.client.language));
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
  const followConnection = connectionFollower(() => session);
  // From its first question on it follows what other programs write into the cache.
  const actions = new ActionKnowledge({
    bundled: host.catalog,
    folder: () => sessionCacheFolder(session, 'actions'),
    tell: (problem) => show(MessageType.Warning, problem),
    changed: () => {
      followConnection().catch(() => undefined);
      for (const uri of session.documents.uris()) scheduler.schedule(uri);
      refreshViews(session);
    },
  });
  const documents = new DocumentStore();
  const risk = new RiskStore(documents, () => actions.catalog);
  const ended = new AbortController();
  let begun = false;
  const session: Session = {
    connection,
    host,
    catalog: () => actions.catalog,
    actions,
    verdicts: new ServiceVerdicts(),
    ended,
    firstTemplate: () => {
      if (begun) return;
      begun = true;
      const refresh = () => startActionRefresh(session, ended.signal);
      followConnection().then(refresh, refresh);
    },
    documents,
    risk,
    editorSettings,
    settings,
    scheduler,
    diagnose: oncePerVersion(
      (open) => ({
        settings: settings.of(open.lines.uri),
        catalog: actions.catalog,
        surroundings: risk.surroundingsOf(open),
      }),
      ({ document }, basis) => analyze(document, basis.catalog, undefined, basis.settings, basis.surroundings),
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

/** What the findings of a version depend on besides its text. */
interface Basis {
  readonly settings: RuleSettings;
  readonly catalog: Catalog;
  readonly surroundings: Surroundings;
}

/** `tell` hears of data that is missing from the installation, which only the user can mend. */
function oncePerVersion(
  basisOf: (open: OpenDocument) => Basis,
  analyzed: (open: OpenDocument, basis: Basis) => readonly Diagnostic[],
  tell: (fault: BrokenInstallationError) => void,
): Session['diagnose'] {
  const known = new WeakMap<OpenDocument, Basis & { readonly found: readonly Diagnostic[] }>();
  return (open) => {
    try {
      const basis = basisOf(open);
      const before = known.get(open);
      if (before && isSame(before, basis)) return before.found;
      const found = analyzed(open, basis);
      known.set(open, { ...basis, found });
      return found;
    } catch (fault) {
      if (fault instanceof BrokenInstallationError) tell(fault);
      throw fault;
    }
  };
}

const isSame = (a: Basis, b: Basis): boolean =>
  a.settings === b.settings && a.catalog === b.catalog && a.surroundings === b.surroundings;
