import * as vscode from 'vscode';
import type { Wait } from '../../../../server/src/cloud/execution/waits.ts';
import { callerFacts } from '../../connection/callerFacts.ts';
import { keptCaller } from '../../connection/keptCaller.ts';
import { failureText } from '../../failure.ts';
import type { Toolkit } from '../../toolkit.ts';
import type { Notice } from '../../webview/pageMessages.ts';
import type { Panel } from '../../webview/panel.ts';
import { runAgain } from '../act.ts';
import type { ExecutionSubject } from '../executionSubject.ts';
import type { ExecutionTemplates } from '../executionTemplates.ts';
import type { Standing } from '../follow/followed.ts';
import { executionName } from '../startedFrom.ts';
import { NoLongerWaits } from '../waits/noLongerWaits.ts';
import type { TaskPlans } from '../waits/taskPlans.ts';
import type { TaskPlan } from '../waits/waitDetails.ts';
import { waitId } from '../waits/waitText.ts';
import { type Verb, verbCommand } from '../waits/waitVerbs.ts';
import {
  type ExecutionAction,
  type FromExecution,
  readFromExecution,
  type ToExecution,
  type ValueName,
} from './executionMessages.ts';
import { clockAhead, executionView } from './executionView.ts';
import { OpenLoops } from './openLoops.ts';
import { PageAnswers } from './pageAnswers.ts';

export interface PanelParts {
  readonly toolkit: Toolkit;
  readonly subject: ExecutionSubject;
  readonly templates: ExecutionTemplates;
  readonly plans: TaskPlans;
  readonly panel: Panel<ToExecution>;
  readonly onClose: () => void;
}

/** The tab of one execution. It follows the execution as long as it can be seen. */
export class ExecutionPanel {
  readonly #parts: PanelParts;
  readonly #panel: Panel<ToExecution>;
  readonly #loops: OpenLoops;
  readonly #answers: PageAnswers;
  #release: (() => void) | undefined;
  #taskNames: readonly string[] = [];
  #asksTaskNames = false;
  /** What waits before it begins, by the ids of the waits. */
  readonly #plans = new Map<string, TaskPlan>();
  #clockAhead = 0;
  /** What was sent last: large runs have large values, and most looks tell nothing new. */
  #shown = '';
  #tone: Notice['tone'] = 'none';

  constructor(parts: PanelParts) {
    this.#parts = parts;
    const { panel, subject } = parts;
    this.#loops = new OpenLoops(subject.cloud.api, subject.id, subject.followed.veil);
    this.#panel = panel;
    panel.hear((message) => this.#hear(message));
    // What is typed comes first: the page puts it into what it shows.
    panel.keep({ type: 'typed', typed: {} });
    panel.post({ type: 'kept', kept: { id: subject.id, ...keptCaller(subject.cloud.connection) } });
    this.#answers = new PageAnswers(subject, (message) => this.#panel.post(message));
    const forget = subject.followed.onChange((standing) => this.#show(standing));
    this.#panel.onDidChangeVisibility((isVisible) => this.#follow(isVisible));
    this.#panel.onDidClose(() => {
      forget();
      this.#follow(false);
      parts.onClose();
    });
    this.#notice('busy', vscode.l10n.t('Asking OOS...'));
    this.#show(subject.followed.standing);
    this.#follow(true);
  }

  get isVisible(): boolean {
    return this.#panel.visible;
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  reveal(): void {
    this.#panel.reveal();
  }

  close(): void {
    this.#panel.dispose();
  }

  /** The extension ends. Where its window goes on, VS Code leaves the page as it is, and nobody answers it any more. */
  leave(): void {
    const { t } = vscode.l10n;
    this.#notice('failure', t('The extension was restarted. Close this tab and open the execution again.'));
  }

  #follow(isVisible: boolean): void {
    if (isVisible) this.#release ??= this.#parts.subject.followed.hold();
    else {
      this.#release?.();
      this.#release = undefined;
    }
  }

  #show(standing: Standing): void {
    this.#update(standing).catch((error) => this.#tell(error));
  }

  /** What is known is shown at once; the items of open loops follow. */
  async #update(standing: Standing): Promise<void> {
    const { sight, trouble } = standing;
    if (!sight) {
      if (trouble !== undefined) this.#tell(trouble);
      return;
    }
    this.#render();
    if (trouble !== undefined) return;
    await this.#findPlans(sight.waits);
    if (sight.execution.Mode === 'Debug') await this.#findTaskNames();
    if (this.#loops.loops.size === 0) return;
    await this.#loops.refresh(sight.tasks);
    this.#render();
  }

  /** In Mode Debug one says which task comes next. */
  async #findTaskNames(): Promise<void> {
    if (this.#asksTaskNames) return;
    this.#asksTaskNames = true;
    this.#taskNames = await this.#parts.templates.taskNames(this.#parts.subject);
    this.#render();
  }

  /** Whoever is to agree to something risky has to see what. */
  async #findPlans(waits: readonly Wait[]): Promise<void> {
    const { plans, subject } = this.#parts;
    for (const wait of waits) {
      const plan = this.#plans.has(waitId(wait)) ? undefined : await plans.of(subject.cloud.api, wait);
      if (!plan) continue;
      this.#plans.set(waitId(wait), plan);
      this.#render();
    }
  }

  #render(): void {
    const { subject, toolkit } = this.#parts;
    const { sight, trouble, at } = subject.followed.standing;
    if (!sight) return;
    this.#clockAhead = Math.max(this.#clockAhead, clockAhead(sight, at));
    const view = executionView(
      {
        sight,
        name: executionName(toolkit.context.workspaceState, sight.execution),
        caller: callerFacts(subject.cloud.connection),
        loops: this.#loops.loops,
        taskNames: this.#taskNames,
        plans: this.#plans,
        clockAhead: this.#clockAhead,
        trouble: trouble === undefined ? '' : (failureText(trouble) ?? ''),
        keyOf: (wait) => this.#answers.keyOf(wait),
        moment: (time) => time.toLocaleString(vscode.env.language),
      },
      vscode.l10n.t,
    );
    this.#panel.title = `${view.heading} · ${view.status.word}`;
    const text = JSON.stringify(view);
    if (text !== this.#shown) this.#panel.post({ type: 'view', view });
    this.#shown = text;
    if (this.#tone === 'busy') this.#notice('none', '');
    this.#answers.looked();
  }

  #hear(message: unknown): void {
    const said = readFromExecution(message);
    if (said && this.#tone === 'failure') this.#notice('none', '');
    if (said) this.#answer(said).catch((error) => this.#tell(error));
  }

  async #answer(said: FromExecution): Promise<void> {
    switch (said.type) {
      case 'do':
        return this.#do(said.action);
      case 'notify':
        // Nothing stands beside what is said about the execution as a whole, so that the command asks.
        return said.wait === '' ? this.#command(said.verb) : this.#answers.send(said);
      case 'loop':
        if (said.isOpen) await this.#loops.open(said.task);
        else this.#loops.close(said.task);
        return this.#render();
      case 'moreItems':
        await this.#loops.more(said.task);
        return this.#render();
      case 'source':
        return this.#showSource(said.task);
      case 'openExecution':
        await vscode.commands.executeCommand('oos.executions.open', { executionId: said.id });
        return;
      case 'openValue':
        return this.#openValue(said.task, said.value);
      case 'typed':
        return this.#panel.keep(said);
    }
  }

  async #do(action: ExecutionAction): Promise<void> {
    const { subject, toolkit } = this.#parts;
    switch (action) {
      case 'cancel':
      case 'delete':
      case 'logs':
        // The button may be pressed before VS Code has noticed that this tab is the active one.
        await vscode.commands.executeCommand(`oos.executions.${action}`, {
          executionId: subject.id,
          column: this.#panel.beside,
        });
        return;
      case 'source':
        return this.#showSource('');
      case 'refresh':
        return subject.followed.poke();
      case 'runAgain': {
        const execution = subject.followed.standing.sight?.execution;
        if (execution) await runAgain(toolkit.context.workspaceState, subject, execution);
      }
    }
  }

  async #command(verb: Verb): Promise<void> {
    await vscode.commands.executeCommand(verbCommand(verb), { executionId: this.#parts.subject.id });
  }

  #showSource(task: string): Promise<void> {
    const { templates, subject } = this.#parts;
    return templates.show(subject, task || undefined, this.#panel.beside);
  }

  /** What is too long for the page, or to be searched. */
  async #openValue(task: string, name: ValueName): Promise<void> {
    const { sight } = this.#parts.subject.followed.standing;
    const all = [...(sight?.tasks ?? []), ...[...this.#loops.loops.values()].flatMap(({ items }) => items)];
    const found = all.find(({ TaskExecutionId }) => TaskExecutionId === task);
    const value = task === '' ? ofExecution(name) : name === 'outputs' ? found?.Outputs : found?.Properties;
    const names = [found?.TaskName, found?.LoopItem || undefined, name].filter((it) => it !== undefined);
    const path = names.map((it) => it.replaceAll('/', '_')).join('/');
    await this.#parts.templates.showValue(this.#parts.subject, { path, value }, this.#panel.beside);

    function ofExecution(which: ValueName): unknown {
      return which === 'outputs' ? sight?.execution.Outputs : sight?.execution.Parameters;
    }
  }

  /** A failure stays until the person does something else. */
  #notice(tone: Notice['tone'], text: string): void {
    this.#tone = tone;
    this.#panel.post({ type: 'notice', tone, text });
  }

  #tell(error: unknown): void {
    // The next look shows how it stands, and that is all there is to say.
    const isLate = error instanceof NoLongerWaits;
    const text = failureText(error);
    if (text !== undefined && !isLate) this.#parts.toolkit.log.error(text);
    this.#notice(text === undefined ? 'none' : isLate ? 'busy' : 'failure', text ?? '');
  }
}
