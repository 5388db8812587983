import type * as vscode from 'vscode';
import { type Cloud, Dismissed } from '../connection/connections.ts';
import { sameCaller } from '../connection/sameCaller.ts';
import type { LazyDocuments } from '../documents/lazyDocuments.ts';
import type { StartedRun } from '../run/runForm.ts';
import type { Toolkit } from '../toolkit.ts';
import type { Panel } from '../webview/panel.ts';
import { ExecutionLogs } from './executionLogs.ts';
import type { ExecutionSubject } from './executionSubject.ts';
import { ExecutionTemplates } from './executionTemplates.ts';
import { Followed } from './follow/followed.ts';
import { keepNoticing } from './notifications.ts';
import type { ToExecution } from './page/executionMessages.ts';
import { ExecutionPanel } from './page/executionPanel.ts';
import { readKeptPage } from './page/keptPage.ts';
import { executionPage, RestoredPage } from './page/restoredPage.ts';
import { rememberOrigin } from './startedFrom.ts';
import type { Helpers } from './waits/answer.ts';
import { TaskPlans } from './waits/taskPlans.ts';

/** Everything that this window shows of executions: pages, logs, templates and notifications. Made when the first one is shown. */
export class ExecutionCenter implements vscode.Disposable {
  readonly templates: ExecutionTemplates;
  readonly logs: ExecutionLogs;
  readonly #plans: TaskPlans;
  readonly #toolkit: Toolkit;
  readonly #subjects = new Map<string, ExecutionSubject>();
  readonly #panels = new Map<string, ExecutionPanel>();
  /** Those whose connection is not chosen, by the ids of their executions. */
  readonly #restored = new Map<string, RestoredPage>();
  readonly #notices = new Set<vscode.Disposable>();

  constructor(toolkit: Toolkit, { logs, texts }: { readonly logs: LazyDocuments; readonly texts: LazyDocuments }) {
    // Whoever only comes back to a window is asked for nothing.
    const subjectOf = (id: string): Promise<ExecutionSubject> =>
      toolkit.connections.choice ? this.subjectOf(id) : Promise.reject(new Dismissed());
    this.#toolkit = toolkit;
    this.#plans = new TaskPlans(toolkit);
    this.templates = new ExecutionTemplates({ toolkit, subjectOf, documents: texts });
    this.logs = new ExecutionLogs({ toolkit, subjectOf, documents: logs });
  }

  /** An execution that is shown or followed stays with the connection that it was found with. */
  async subjectOf(id: string): Promise<ExecutionSubject> {
    return this.#known(id) ?? this.#add(id, await this.#toolkit.connections.cloud(), []);
  }

  #known(id: string): ExecutionSubject | undefined {
    const known = this.#subjects.get(id);
    return known && (known.followed.isNeeded || this.#panels.has(id)) ? known : undefined;
  }

  /** Lets the person choose an execution, and a connection where none is chosen. Rejects where there is none. */
  async choose(): Promise<string | undefined> {
    const { api } = await this.#toolkit.connections.cloud();
    const { pickExecution } = await import('./pick/pickExecution.ts');
    return pickExecution(api, this.#toolkit.context.workspaceState);
  }

  get helpers(): Helpers {
    return { templates: this.templates, plans: this.#plans, state: this.#toolkit.context.workspaceState };
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
    const restored = this.#restored.get(id)?.take();
    this.#restored.delete(id);
    restored?.reveal();
    this.#fill(subject, restored ?? executionPage(this.#toolkit, { title: id, column }));
  }

  /** A tab that comes back with its window. `state`: what VS Code has kept for it, which may be anything. */
  restore(webview: vscode.WebviewPanel, state: unknown): void {
    this.#toolkit.status.show();
    const kept = readKeptPage(state);
    // An execution has one tab.
    if (kept && (this.#panels.has(kept.id) || this.#restored.has(kept.id))) {
      webview.dispose();
      return;
    }
    const id = kept?.id ?? '';
    const ready = (cloud: Cloud): void => {
      this.#restored.delete(id);
      const known = this.#known(id);
      // Its logs may have come back before it, when another connection was chosen.
      const subject = known && sameCaller(known.cloud, cloud) ? known : this.#add(id, cloud, []);
      this.#fill(subject, page.take());
    };
    const onClose = (): void => {
      this.#restored.delete(id);
    };
    const page = new RestoredPage({ toolkit: this.#toolkit, webview, kept, ready, onClose });
    if (kept) this.#restored.set(id, page);
  }

  #fill(subject: ExecutionSubject, panel: Panel<ToExecution>): void {
    const onClose = (): void => {
      this.#panels.delete(subject.id);
    };
    const parts = { toolkit: this.#toolkit, subject, templates: this.templates, plans: this.#plans, panel, onClose };
    this.#panels.set(subject.id, new ExecutionPanel(parts));
  }

  /** An execution that was started here is followed to its end, whether somebody looks or not. */
  async started({ executionId, cloud, source, secrets }: StartedRun): Promise<void> {
    if (source.kind === 'file' && source.uri.scheme === 'file') {
      await rememberOrigin(this.#toolkit.context.workspaceState, executionId, source.uri);
    }
    const subject = this.#add(executionId, cloud, secrets);
    this.show(subject);
    const isSeen = (): boolean => this.#panels.get(executionId)?.isVisible ?? false;
    const notices = keepNoticing({
      toolkit: this.#toolkit,
      subject,
      plans: this.#plans,
      isSeen,
      onEnd: () => this.#notices.delete(notices),
    });
    this.#notices.add(notices);
  }

  /** It was deleted. */
  forget(id: string): void {
    this.#panels.get(id)?.close();
    this.#subjects.get(id)?.followed.dispose();
    this.#subjects.delete(id);
  }

  /** Pages stay: they come back with their window. */
  dispose(): void {
    for (const it of this.#panels.values()) it.leave();
    for (const it of this.#notices) it.dispose();
    for (const { followed } of this.#subjects.values()) followed.dispose();
    this.logs.dispose();
  }

  #add(id: string, cloud: Cloud, secrets: readonly string[]): ExecutionSubject {
    // Those that nobody looks at are found again when somebody does.
    for (const [old, { followed }] of this.#subjects) {
      if (!followed.isNeeded && !this.#panels.has(old)) this.#subjects.delete(old);
    }
    const subject = { id, cloud, followed: new Followed({ api: cloud.api, id, secrets }) };
    this.#subjects.set(id, subject);
    return subject;
  }
}
