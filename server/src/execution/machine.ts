import type { Template } from '../template/template.ts';
import { Fault } from './fault.ts';
import type { Json, JsonMap } from './json.ts';
import {
  type ActionEffect,
  type CallEffect,
  type Effect,
  type Flow,
  isFinal,
  type Request,
  type Run,
  type TaskExecution,
  type WaitEffect,
  type WaitingFor,
} from './run.ts';
import { Secrets } from './secrets.ts';

/** How a task ended. */
export type Outcome =
  /** `jump` is what ACS::Choice chose. */
  | { readonly status: 'Success'; readonly answer: Json | undefined; readonly jump?: string | undefined }
  | { readonly status: 'Failed'; readonly message: string }
  | { readonly status: 'Skipped' };

/** What is left to do in this step. */
export type Work =
  /** Start the task at that place of a flow, or end the flow behind its last one. */
  | { readonly do: 'go'; readonly flow: number; readonly index: number; readonly given?: JsonMap | undefined }
  /** Look at `When` and at risks. */
  | { readonly do: 'begin'; readonly task: string }
  /** Do what the action says. */
  | { readonly do: 'perform'; readonly task: string }
  /** Start further items of a loop, or end it. */
  | { readonly do: 'loop'; readonly task: string }
  | { readonly do: 'finish'; readonly task: string; readonly outcome: Outcome }
  /** A list of tasks has come to its end; undefined: a good one. */
  | { readonly do: 'close'; readonly flow: number; readonly failure: string | undefined };

type Wanted = Omit<CallEffect, 'id' | 'task'> | Omit<ActionEffect, 'id' | 'task'> | Omit<WaitEffect, 'id' | 'task'>;

type NewTask = Pick<TaskExecution, 'name' | 'action' | 'flow' | 'index' | 'parentId'> & Partial<TaskExecution>;

/** More than any template needs; what asks for more goes round in circles or would fill the memory. */
const MOST_TASKS = 50_000;

/** One step in the making: a copy of the run that changes until nothing is left to do. */
export class Machine {
  readonly template: Template;
  readonly effects: Effect[] = [];
  readonly secrets: Secrets;
  readonly #before: Run;
  readonly #tasks: TaskExecution[];
  readonly #flows: Map<number, Flow>;
  readonly #work: Work[] = [];
  #run: Run;

  constructor(run: Run, template: Template) {
    this.template = template;
    this.#before = run;
    this.#run = run;
    this.secrets = new Secrets(run.hidden);
    this.#tasks = [...run.tasks];
    this.#flows = new Map(run.flows.map((flow) => [flow.id, flow]));
  }

  /** All but `tasks`, `flows`, `status`, `counters` and `hidden`, which are settled at the end of the step. */
  get run(): Run {
    return this.#run;
  }

  get tasks(): readonly TaskExecution[] {
    return this.#tasks;
  }

  setRun(changes: Partial<Run>): void {
    this.#run = { ...this.#run, ...changes };
  }

  task(id: string): TaskExecution {
    const task = this.#tasks[Number(id.slice(1)) - 1];
    if (!task) throw new Error(`no task ${id}`);
    return task;
  }

  setTask(id: string, changes: Partial<TaskExecution>): TaskExecution {
    const task = { ...this.task(id), ...changes };
    this.#tasks[Number(id.slice(1)) - 1] = task;
    return task;
  }

  /** Throws a Fault when there are too many. */
  addTask(facts: NewTask): TaskExecution {
    if (this.#tasks.length >= MOST_TASKS) throw new Fault(`The run has more than ${MOST_TASKS} task executions.`);
    const task: TaskExecution = {
      id: `t${String(this.#tasks.length + 1).padStart(4, '0')}`,
      status: 'Started',
      statusMessage: '',
      properties: {},
      outputs: {},
      loop: undefined,
      loopItem: undefined,
      loopBatchNumber: undefined,
      loopIndex: undefined,
      notes: [],
      given: undefined,
      pending: undefined,
      answer: undefined,
      retries: 0,
      approvals: [],
      ...facts,
    };
    this.#tasks.push(task);
    return task;
  }

  get flows(): Iterable<Flow> {
    return this.#flows.values();
  }

  flow(id: number): Flow {
    const flow = this.#flows.get(id);
    if (!flow) throw new Error(`no flow ${id}`);
    return flow;
  }

  setFlow(id: number, changes: Partial<Flow>): void {
    this.#flows.set(id, { ...this.flow(id), ...changes });
  }

  addFlow(facts: Pick<Flow, 'owner'> & Partial<Flow>): number {
    const id = this.#run.flowCount + 1;
    this.setRun({ flowCount: id });
    this.#flows.set(id, {
      loopItem: undefined,
      loopBatchNumber: undefined,
      loopIndex: undefined,
      parameters: undefined,
      latest: {},
      count: 0,
      ...facts,
      id,
    });
    return id;
  }

  removeFlow(id: number): void {
    this.#flows.delete(id);
  }

  /** Items of a loop that end together make it go on once. */
  enqueue(work: Work): void {
    if (work.do === 'loop' && this.#work.some((it) => it.do === 'loop' && it.task === work.task)) return;
    this.#work.push(work);
  }

  nextWork(): Work | undefined {
    return this.#work.shift();
  }

  dropWork(): void {
    this.#work.length = 0;
  }

  log(task: string | undefined, message: string): void {
    this.effects.push({ kind: 'log', task, message });
  }

  /** Asks the host for something; the task waits for the event. */
  request(task: string, wanted: Wanted): void {
    const count = this.#run.effects + 1;
    this.setRun({ effects: count });
    const effect: Request = { ...wanted, id: `${task}#${count}`, task };
    this.setTask(task, { status: 'Running', pending: effect });
    this.effects.push(effect);
  }

  /** Waits for a person. */
  wait(task: string, kind: WaitingFor, why: string): void {
    const { name } = this.setTask(task, { status: 'Waiting', statusMessage: why, pending: { kind } });
    this.log(task, `The task ${name} is waiting. ${why}`);
  }

  /** Ends tasks that are going on as Cancelled and tells the host to forget what they asked for. */
  cancelTasks(): void {
    for (const { id, status, statusMessage, pending } of this.#tasks) {
      if (isFinal(status)) continue;
      if (pending && 'id' in pending) this.effects.push({ kind: 'abandon', id: pending.id, task: id });
      // It waits for nothing any more; what a WaitFor found last, and why a task failed, is still good to know.
      const isOver = pending?.kind !== 'failure' && !/^acs::waitfor$/i.test(this.task(id).action);
      this.setTask(id, { status: 'Cancelled', statusMessage: isOver ? '' : statusMessage, pending: undefined });
    }
  }

  /** Ends the run now, whatever is going on. */
  end(status: 'Success' | 'Failed' | 'Cancelled', message: string): void {
    this.dropWork();
    this.cancelTasks();
    this.#flows.clear();
    this.setRun({ status, statusMessage: message, debug: undefined });
    this.log(
      undefined,
      message === '' ? `The execution ended: ${status}.` : `The execution ended: ${status}. ${message}`,
    );
  }

  /** The run behind this step. */
  result(): Run {
    const waiting = this.#tasks.find(({ pending }) => pending && !('id' in pending))?.pending;
    const waitingStatus = this.#run.debug ? 'debug' : waiting && !('id' in waiting) ? waiting.kind : undefined;
    const status = isFinal(this.#run.status) ? this.#run.status : waitingStatus ? 'Waiting' : 'Running';
    const isSame = this.#tasks.length === this.#before.tasks.length && this.#tasks.every(this.#isUnchanged, this);
    return {
      ...this.#run,
      status: status as Run['status'],
      waitingStatus,
      tasks: isSame ? this.#before.tasks : this.#tasks,
      flows: [...this.#flows.values()],
      counters: isSame ? this.#before.counters : countersOf(this.#tasks),
      hidden: this.secrets.texts,
    };
  }

  #isUnchanged(task: TaskExecution, index: number): boolean {
    return task === this.#before.tasks[index];
  }
}

function countersOf(tasks: readonly TaskExecution[]): Run['counters'] {
  const counters: Record<string, number> = { Total: 0, Success: 0, Failed: 0 };
  for (const { parentId, status } of tasks) {
    if (parentId !== undefined) continue;
    counters.Total = (counters.Total ?? 0) + 1;
    counters[status] = (counters[status] ?? 0) + 1;
  }
  return counters;
}
