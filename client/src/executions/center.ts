import type * as vscode from 'vscode';
import { type Cloud, Left } from '../connection/connections.ts';
import type { StartedRun } from '../run/runForm.ts';
import type { Toolkit } from '../toolkit.ts';
import type { Helpers } from './answer.ts';
import { ExecutionPanel } from './executionPanel.ts';
import { ExecutionTemplates } from './executionTemplate.ts';
import { Followed } from './followed.ts';
import type { LazyDocuments } from './lazyDocuments.ts';
import { ExecutionLogs } from './logs.ts';
import { keepNoticing } from './notifications.ts';
import { rememberOrigin } from './startedFrom.ts';
import type { ExecutionSubject } from './subject.ts';
import { TaskPlans } from './taskPlans.ts';

/** What this window shows of executions. It is made when the first one is shown. */
export class ExecutionCenter implements vscode.Disposable {
  readonly templates: ExecutionTemplates;
  readonly logs: ExecutionLogs;
  readonly #plans: TaskPlans;
  readonly #toolkit: Toolkit;
  readonly #subjects = new Map<string, ExecutionSubject>();
  readonly #panels = new Map<string, ExecutionPanel>();
  readonly #notices = new Set<vscode.Disposable>();

  constructor(toolkit: Toolkit, { logs, texts }: { readonly logs: LazyDocuments; readonly texts: LazyDocuments }) {
    // Whoever only comes back to a window is asked for nothing.
    const subjectOf = (id: string): Promise<ExecutionSubject> =>
      toolkit.connections.choice ? this.subjectOf(id) : Promise.reject(new Left());
    this.#toolkit = toolkit;
    this.#plans = new TaskPlans(toolkit);
    this.templates = new ExecutionTemplates({ toolkit, subjectOf, documents: texts });
    this.logs = new ExecutionLogs({ toolkit, subjectOf, documents: logs });
  }

  /** An execution that is shown or followed stays with the connection that it was found with. */
  async subjectOf(id: string): Promise<ExecutionSubject> {
    const known = this.#subjects.get(id);
    if (known && (known.followed.isNeeded || this.#panels.has(id))) return known;
    return this.#add(id, await this.#toolkit.connections.cloud(), []);
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
    const onClose = (): void => {
      this.#panels.delete(id);
    };
    const parts = { toolkit: this.#toolkit, subject, templates: this.templates, plans: this.#plans, column, onClose };
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

  dispose(): void {
    for (const it of this.#notices) it.dispose();
    for (const { followed } of this.#subjects.values()) followed.dispose();
    for (const it of [...this.#panels.values()]) it.close();
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
