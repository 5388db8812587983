import type * as vscode from 'vscode';
import type { Cloud } from '../connection/connections.ts';
import type { StartedRun } from '../run/runForm.ts';
import type { Toolkit } from '../toolkit.ts';
import { ExecutionPanel } from './executionPanel.ts';
import { ExecutionTemplates } from './executionTemplate.ts';
import { Followed } from './followed.ts';
import { ExecutionLogs } from './logs.ts';
import { keepNoticing } from './notifications.ts';
import { rememberOrigin } from './startedFrom.ts';
import type { ExecutionSubject } from './subject.ts';

/** What this window shows of executions. It is made when the first one is shown. */
export class ExecutionCenter implements vscode.Disposable {
  readonly templates: ExecutionTemplates;
  readonly logs: ExecutionLogs;
  readonly #toolkit: Toolkit;
  readonly #subjects = new Map<string, ExecutionSubject>();
  readonly #panels = new Map<string, ExecutionPanel>();
  readonly #notices: vscode.Disposable[] = [];

  constructor(toolkit: Toolkit) {
    this.#toolkit = toolkit;
    this.templates = new ExecutionTemplates(toolkit);
    this.logs = new ExecutionLogs(toolkit, (id) => this.subjectOf(id));
  }

  /** An execution that is shown or followed stays with the connection that it was found with. */
  async subjectOf(id: string): Promise<ExecutionSubject> {
    const known = this.#subjects.get(id);
    if (known && (known.followed.isNeeded || this.#panels.has(id))) return known;
    return this.#add(id, await this.#toolkit.connections.cloud(), []);
  }

  /** Asks for a connection where none is chosen. Rejects where there is none. */
  async connect(): Promise<void> {
    await this.#toolkit.connections.cloud();
  }

  /** The execution whose tab is in front. */
  get activeId(): string | undefined {
    return [...this.#panels].find(([, panel]) => panel.isActive)?.[0];
  }

  /** Opens the tab of an execution, or brings it to the front. */
  show(subject: ExecutionSubject, column?: vscode.ViewColumn): void {
    const { id } = subject;
    const panel = this.#panels.get(id);
    if (panel) {
      panel.reveal();
      return;
    }
    const onClose = (): void => {
      this.#panels.delete(id);
    };
    const parts = { toolkit: this.#toolkit, subject, templates: this.templates, column, onClose };
    this.#panels.set(id, new ExecutionPanel(parts));
  }

  /** An execution that was started here is followed to its end, whether somebody looks or not. */
  async started({ executionId, cloud, source, secrets }: StartedRun): Promise<void> {
    if (source.kind === 'file' && source.uri.scheme === 'file') {
      await rememberOrigin(this.#toolkit.context.workspaceState, executionId, source.uri);
    }
    const subject = this.#add(executionId, cloud, secrets);
    this.show(subject);
    const isSeen = (): boolean => this.#panels.get(executionId)?.isVisible ?? false;
    this.#notices.push(keepNoticing({ toolkit: this.#toolkit, subject, isSeen }));
  }

  /** It was deleted. */
  forget(id: string): void {
    this.#panels.get(id)?.close();
    this.#subjects.get(id)?.followed.dispose();
    this.#subjects.delete(id);
  }

  dispose(): void {
    for (const it of this.#notices) it.dispose();
    for (const { followed } of this.#subjects.values()) followed.dispose();
    for (const it of [...this.#panels.values()]) it.close();
    this.templates.dispose();
    this.logs.dispose();
  }

  #add(id: string, cloud: Cloud, secrets: readonly string[]): ExecutionSubject {
    const subject = { id, cloud, followed: new Followed({ api: cloud.api, id, secrets }) };
    this.#subjects.set(id, subject);
    return subject;
  }
}
