import type { Catalog } from '../../catalog/catalog.ts';
import {
  type ActionEffect,
  type CallEffect,
  type Effect,
  isFinal,
  pendingRequests,
  type Request,
  type RunEvent,
  type TaskExecution,
  type WaitEffect,
} from '../../execution/run.ts';
import type { Quotas } from '../house.ts';
import { familyOf } from '../operations/findExecution.ts';
import { ServiceError } from '../serviceError.ts';
import type { Progress, StoredExecution } from '../store/execution.ts';
import type { Store } from '../store/store.ts';
import type { PreparedAnswers } from './answers.ts';
import { startChild } from './childExecution.ts';
import type { Clock } from './clock.ts';
import type { Lags } from './lags.ts';
import { Timers } from './timers.ts';

/** How long it takes until an execution begins, and until a call is answered, unless other lags are wanted. */
const usualLags = { started: 200, running: 1000 };

interface Surroundings {
  readonly store: Store;
  readonly clock: Clock;
  readonly catalog: Catalog;
  readonly answers: PreparedAnswers;
  /** Those that a task has started take no place of those that run at a time. */
  readonly quotas: Quotas;
  readonly lags: Lags;
  readonly onFault: (error: unknown) => void;
}

/** Drives the executions: tells them what happened, and does what they ask for. */
export class Runner {
  readonly #around: Surroundings;
  readonly #timers: Timers;
  readonly #running = new Set<string>();
  /** In the order in which they are to begin. */
  readonly #queue = new Set<string>();
  /** Those that are to stay Queued for a while, whatever runs. */
  readonly #held = new Set<string>();

  constructor(around: Surroundings) {
    this.#around = around;
    this.#timers = new Timers(around.clock);
  }

  /** Goes on with what the file of an earlier process has left. */
  resume(): void {
    const { executions } = this.#around.store.state;
    // What ends here may end others or set them going, so all that follows looks at how they stand then.
    for (const execution of executions.values()) this.#settle(execution);
    const begun = [...executions.values()].filter(({ run }) => run.status === 'Running' || run.status === 'Waiting');
    for (const execution of begun) {
      if (execution.parent?.effect === undefined) this.#running.add(execution.id);
      for (const request of pendingRequests(execution.run)) this.#attend(execution, request);
    }
    for (const execution of executions.values()) if (execution.run.status === 'Started') this.launch(execution);
  }

  /** The end of one execution and what follows from it in others are changes of their own: a crash may have come in between. */
  #settle(execution: StoredExecution): void {
    if (isFinal(execution.run.status)) this.#tellParent(execution);
    else if (execution.parent?.effect !== undefined && !this.#isAwaited(execution)) {
      this.#report(execution.id, { kind: 'cancel' });
    }
  }

  stop(): void {
    this.#timers.clear();
  }

  isQueued(id: string): boolean {
    return this.#queue.has(id) || this.#held.has(id);
  }

  /** Whether a task that calls something is still to be shown as Started. */
  isStarting(execution: StoredExecution, task: TaskExecution): boolean {
    const { pending } = task;
    const calls = pending?.kind === 'call' || pending?.kind === 'action';
    return calls && this.#around.clock.now() < this.#readyAt(execution, task.id);
  }

  /** Lets an execution begin, a moment later, or when there is a place for it. */
  launch(execution: StoredExecution): void {
    const { clock, lags } = this.#around;
    const { id } = execution;
    if (lags.queued === undefined) {
      this.#admit(execution);
      return;
    }
    this.#held.add(id);
    this.#timers.set(id, 'queue', clock.now() + lags.queued, () => {
      this.#held.delete(id);
      this.#admit(execution);
    });
  }

  #admit({ id, parent }: StoredExecution): void {
    const { clock, lags } = this.#around;
    if (parent?.effect === undefined) {
      if (this.#running.size >= this.#around.quotas.running) {
        this.#queue.add(id);
        return;
      }
      this.#running.add(id);
    }
    const begin = clock.now() + (lags.started ?? usualLags.started);
    this.#timers.set(id, 'begin', begin, () => this.#report(id, { kind: 'begin' }));
  }

  /** Tells an execution what happened. `answer`: the prepared answer that the event carries. */
  tell(id: string, event: RunEvent, answer?: string): Progress | undefined {
    const { store, clock } = this.#around;
    const at = clock.now();
    const now = new Date(at).toISOString();
    const progress = store.commit({ kind: 'event', id, at, event: { ...event, now }, answer });
    if (!progress || progress.refused !== undefined) return progress;
    for (const effect of progress.effects) this.#follow(progress.execution, effect);
    if (isFinal(progress.execution.run.status)) this.#end(progress.execution);
    return progress;
  }

  /** Removes executions, and the children of these, whatever they are doing. */
  forget(ids: readonly string[]): void {
    const { store } = this.#around;
    const all = familyOf(ids, store.state);
    if (all.length === 0) return;
    const gone = new Set(all.map(({ id }) => id));
    for (const { id, parent } of all) {
      // A task that stays would wait for it for ever, and start another one after a restart.
      if (parent && !gone.has(parent.executionId) && this.#isAwaited({ parent })) this.tell(id, { kind: 'cancel' });
    }
    store.commit({ kind: 'executionsGone', ids: [...gone] });
    for (const id of gone) this.#timers.drop(id);
    this.#leave(gone);
  }

  #follow(execution: StoredExecution, effect: Effect): void {
    if (effect.kind === 'log') return;
    if (effect.kind === 'abandon') this.#abandon(execution, effect.id);
    else this.#attend(execution, effect);
  }

  #attend(execution: StoredExecution, request: Request): void {
    switch (request.kind) {
      case 'wait':
        this.#wait(execution, request);
        break;
      case 'call':
        this.#answerLater(execution, request, `${request.service}:${request.api}`);
        break;
      case 'action':
        this.#act(execution, request);
    }
  }

  #wait({ id, due }: StoredExecution, request: WaitEffect): void {
    const time = due[request.id] ?? this.#around.clock.now();
    this.#timers.set(id, request.id, time, () => this.#report(id, { kind: 'timer', id: request.id }));
  }

  #act(execution: StoredExecution, request: ActionEffect): void {
    const prepared = this.#around.answers.find(request.action);
    const isTemplate = request.action.toLowerCase() === 'acs::template';
    if (isTemplate && prepared === undefined) this.#startChild(execution, request);
    else this.#answerLater(execution, request, request.action);
  }

  /** When a task is Started no more, if that is to last. */
  #readyAt({ run, taskDates }: StoredExecution, task: string): number {
    const { started } = this.#around.lags;
    if (started === undefined) return 0;
    return started + (taskDates[run.tasks.findIndex(({ id }) => id === task)]?.created ?? 0);
  }

  #answerLater(execution: StoredExecution, request: CallEffect | ActionEffect, name: string): void {
    const { id } = execution;
    const { clock, answers, store, lags } = this.#around;
    const begin = Math.max(clock.now(), this.#readyAt(execution, request.task));
    this.#timers.set(id, request.id, begin + (lags.running ?? usualLags.running), () => {
      const prepared = answers.find(name);
      const used = prepared === undefined ? 0 : (store.state.answersUsed.get(prepared) ?? 0);
      const answer = prepared === undefined ? { value: {} } : answers.answer(prepared, used);
      const event: RunEvent =
        'value' in answer
          ? { kind: 'answer', id: request.id, value: answer.value }
          : { kind: 'failure', id: request.id, ...answer };
      this.#report(id, event, prepared);
    });
  }

  #startChild(execution: StoredExecution, request: ActionEffect): void {
    const { store, clock, catalog, quotas, lags } = this.#around;
    if (childOf(store, execution.id, request.id)) return;
    this.#timers.set(execution.id, request.id, clock.now() + (lags.started ?? usualLags.started), () => {
      try {
        const started = startChild({ store, clock, catalog, quotas, region: execution.region }, execution, request);
        store.commit({ kind: 'execution', execution: started, counts: true });
        if (isFinal(started.run.status)) this.#tellParent(started);
        else this.launch(started);
      } catch (error) {
        if (!(error instanceof ServiceError)) return this.#around.onFault(error);
        this.#report(execution.id, { kind: 'failure', id: request.id, code: error.code, message: error.message });
      }
    });
  }

  #abandon(execution: StoredExecution, effect: string): void {
    this.#timers.drop(execution.id, effect);
    const child = childOf(this.#around.store, execution.id, effect);
    if (child && !isFinal(child.run.status)) this.tell(child.id, { kind: 'cancel' });
  }

  #end(execution: StoredExecution): void {
    this.#timers.drop(execution.id);
    this.#leave([execution.id]);
    this.#tellParent(execution);
  }

  /** Makes places for those that wait for one. */
  #leave(ids: Iterable<string>): void {
    const { store, quotas } = this.#around;
    for (const id of ids) {
      this.#queue.delete(id);
      this.#held.delete(id);
      this.#running.delete(id);
    }
    for (const id of this.#queue) {
      if (this.#running.size >= quotas.running) return;
      this.#queue.delete(id);
      const execution = store.state.executions.get(id);
      if (execution) this.#admit(execution);
    }
  }

  #isAwaited({ parent }: Pick<StoredExecution, 'parent'>): boolean {
    const above = this.#around.store.state.executions.get(parent?.executionId ?? '');
    return above !== undefined && pendingRequests(above.run).some(({ id }) => id === parent?.effect);
  }

  #tellParent({ id, run, parent }: StoredExecution): void {
    if (parent?.effect === undefined || !this.#isAwaited({ parent })) return;
    const message = run.statusMessage || `The execution ${id} was cancelled.`;
    const event: RunEvent =
      run.status === 'Success'
        ? { kind: 'answer', id: parent.effect, value: run.outputs }
        : { kind: 'failure', id: parent.effect, message };
    this.#report(parent.executionId, event);
  }

  /** Like `tell`, for what nobody has asked for: a mistake of ours must not end the process. */
  #report(id: string, event: RunEvent, answer?: string): void {
    try {
      this.tell(id, event, answer);
    } catch (error) {
      this.#around.onFault(error);
    }
  }
}

const childOf = ({ state }: Store, id: string, effect: string): StoredExecution | undefined =>
  [...state.executions.values()].find(({ parent }) => parent?.executionId === id && parent.effect === effect);
