import * as vscode from 'vscode';
import { type LogLine, LogTail } from '../../../server/src/cloud/execution/logTail.ts';
import type { LazyDocuments } from '../documents/lazyDocuments.ts';
import { visibleColumn } from '../documents/visibleColumn.ts';
import { failureText } from '../failure.ts';
import type { Toolkit } from '../toolkit.ts';
import { logScheme, lostText } from './executionDocuments.ts';
import type { ExecutionSubject } from './executionSubject.ts';
import { type LogDocument, logDocument } from './logDocument.ts';
import { executionName } from './startedFrom.ts';
import { statusView } from './statusWords.ts';

const uriOf = (id: string): vscode.Uri => vscode.Uri.from({ scheme: logScheme, path: `/${id}.log` });
const idOf = ({ path }: vscode.Uri): string => path.replace(/^\/|\.log$/g, '');

interface OpenLog {
  readonly subject: ExecutionSubject;
  readonly tail: LogTail;
  readonly lines: LogLine[];
  document: LogDocument;
  trouble: string;
  /** Set while an editor shows it. */
  release: (() => void) | undefined;
  forget: () => void;
}

export interface LogOptions {
  readonly toolkit: Toolkit;
  /** For logs that nobody has opened since the window was. */
  readonly subjectOf: (id: string) => Promise<ExecutionSubject>;
  readonly documents: LazyDocuments;
}

/** The logs of executions as documents. They grow as long as they can be seen, and follow the end unless told not to. */
export class ExecutionLogs implements vscode.FoldingRangeProvider, vscode.Disposable {
  readonly #toolkit: Toolkit;
  readonly #subjectOf: (id: string) => Promise<ExecutionSubject>;
  readonly #documents: LazyDocuments;
  readonly #logs = new Map<string, OpenLog>();
  readonly #folds = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  #follows = true;

  readonly onDidChangeFoldingRanges = this.#folds.event;

  constructor({ toolkit, subjectOf, documents }: LogOptions) {
    this.#toolkit = toolkit;
    this.#subjectOf = subjectOf;
    this.#documents = documents;
    this.#subscriptions = [
      this.#folds,
      vscode.languages.registerFoldingRangeProvider({ scheme: logScheme }, this),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#followVisible()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#scroll(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)),
    ];
    this.#tellFollowing();
  }

  async show(subject: ExecutionSubject, column: vscode.ViewColumn): Promise<void> {
    await this.#open(subject);
    const document = await vscode.workspace.openTextDocument(uriOf(subject.id));
    const viewColumn = visibleColumn(document.uri, column);
    // They stay when a jump to a task opens its text at the same place.
    await vscode.window.showTextDocument(document, { viewColumn, preview: false });
    this.#scroll(document);
  }

  /** Whether the end of the logs stays in sight. */
  setFollow(follows: boolean): void {
    this.#follows = follows;
    this.#tellFollowing();
    for (const { document } of vscode.window.visibleTextEditors) this.#scroll(document);
  }

  /** Undefined for what is no address of logs. */
  async contentOf(uri: vscode.Uri): Promise<string | undefined> {
    if (!/^\/[^/.]+\.log$/.test(uri.path)) return undefined;
    const id = idOf(uri);
    try {
      const log = this.#logs.get(id) ?? (await this.#open(await this.#subjectOf(id)));
      return log.document.text;
    } catch (error) {
      return lostText(id, failureText(error) ?? vscode.l10n.t('No connection was chosen.'));
    }
  }

  provideFoldingRanges({ uri }: vscode.TextDocument): vscode.FoldingRange[] {
    const folds = this.#logs.get(idOf(uri))?.document.folds ?? [];
    return folds.map(({ start, end }) => new vscode.FoldingRange(start, end, vscode.FoldingRangeKind.Region));
  }

  dispose(): void {
    for (const { release, forget } of this.#logs.values()) {
      release?.();
      forget();
    }
    for (const it of this.#subscriptions) it.dispose();
  }

  async #open(subject: ExecutionSubject): Promise<OpenLog> {
    const known = this.#logs.get(subject.id);
    if (known) return known;
    const tail = new LogTail(subject.cloud.api, { ExecutionId: subject.id });
    const document = { text: '', folds: [] };
    const forget = subject.followed.onChange(() => void this.#refresh(log));
    const log: OpenLog = { subject, tail, lines: [], document, trouble: '', release: undefined, forget };
    this.#logs.set(subject.id, log);
    await this.#refresh(log);
    return log;
  }

  /** Does not reject: what is wrong stands on top of the logs. */
  async #refresh(log: OpenLog): Promise<void> {
    const { subject, tail, lines } = log;
    if (this.#logs.get(subject.id) !== log) return;
    try {
      lines.push(...(await tail.next()).map(subject.followed.veil.log));
      log.trouble = '';
    } catch (error) {
      log.trouble = failureText(error) ?? '';
      this.#toolkit.log.warn(`ListExecutionLogs: ${log.trouble}`);
    }
    const document = logDocument(
      headOf(log, this.#toolkit.context.workspaceState),
      lines,
      vscode.l10n.t('the execution'),
    );
    if (document.text === log.document.text) return;
    log.document = document;
    this.#documents.change(uriOf(subject.id));
    this.#folds.fire();
  }

  /** Only what an editor shows is asked for. */
  #followVisible(): void {
    const visible = new Set(vscode.window.visibleTextEditors.map(({ document: { uri } }) => uri.toString()));
    for (const log of this.#logs.values()) {
      if (visible.has(uriOf(log.subject.id).toString())) log.release ??= log.subject.followed.hold();
      else {
        log.release?.();
        log.release = undefined;
      }
    }
  }

  #forget(uri: vscode.Uri): void {
    if (uri.scheme !== logScheme) return;
    const log = this.#logs.get(idOf(uri));
    log?.release?.();
    log?.forget();
    this.#logs.delete(idOf(uri));
  }

  #scroll(document: vscode.TextDocument): void {
    if (!this.#follows || document.uri.scheme !== logScheme) return;
    const last = document.lineAt(document.lineCount - 1).range;
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document === document) editor.revealRange(last);
    }
  }

  /** For the buttons on top of the editor. */
  #tellFollowing(): void {
    vscode.commands
      .executeCommand('setContext', 'oos.executions.logsFollow', this.#follows)
      .then(undefined, () => undefined);
  }
}

function headOf({ subject, trouble }: OpenLog, state: vscode.Memento): string[] {
  const { execution } = subject.followed.standing.sight ?? {};
  const template = execution && executionName(state, execution);
  const status = execution && statusView(execution.Status, vscode.l10n.t).word;
  return [[subject.id, template, status].filter(Boolean).join(' · '), ...(trouble === '' ? [] : [trouble])];
}
