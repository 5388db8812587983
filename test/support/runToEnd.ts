import type { Json, JsonMap } from '../../server/src/execution/json.ts';
import type { Effect, Notification, Request, Run, RunEvent, StartOptions } from '../../server/src/execution/run.ts';
import { startRun } from '../../server/src/execution/startRun.ts';
import { step } from '../../server/src/execution/step.ts';
import type { Notation } from '../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import type { Template } from '../../server/src/template/template.ts';
import { toJson } from './toJson.ts';

/** What a call, an action or an API operation answers: a value, or a failure. */
export class Failing {
  readonly message: string;
  readonly code: string | undefined;

  constructor(message: string, code?: string) {
    this.message = message;
    this.code = code;
  }
}

type Reply = Json | Failing;

export interface Plan extends Partial<StartOptions> {
  readonly parameters?: JsonMap;
  /** By `task`, `task[item]`, operation or action; a function is asked with the number of the call, from 0. Default: `{}`. */
  readonly answers?: Readonly<Record<string, Reply | ((count: number) => Reply)>>;
  /** What people do, one by one, whenever the run waits for them. */
  readonly notify?: readonly (Omit<Notification, 'kind'> | { readonly type: 'cancel' })[];
  readonly now?: string;
}

export interface Ran {
  readonly run: Run;
  /** Logs as they are, `> ` what people did, `- ` what was asked of the host, `! ` refusals, `= ` how it stands in the end. */
  readonly trace: readonly string[];
}

/**
 * Runs a template, given as YAML, until it is over or waits for something that the plan does not have. Whatever is asked for
 * is answered at once, in order. The same text as JSON must give the same trace, and so must a run that is written to JSON
 * and read back between all steps; no step may change the run that it gets.
 */
export function runToEnd(yaml: string, plan: Plan = {}): Ran {
  const ran = new Driver(templateOf(yaml, 'yaml'), plan, (run) => run).drive();
  const others = [
    new Driver(templateOf(toJson(yaml), 'json'), plan, (run) => run).drive(),
    new Driver(templateOf(yaml, 'yaml'), plan, (run) => JSON.parse(JSON.stringify(run)) as Run).drive(),
  ];
  for (const { trace } of others) {
    if (trace.join('\n') !== ran.trace.join('\n')) throw new Error(`another trace: ${trace.join('\n')}`);
  }
  return ran;
}

/** The trace alone. */
export const traceOf = (yaml: string, plan: Plan = {}): readonly string[] => runToEnd(yaml, plan).trace;

/** How the run ended: the last line of the trace, without its mark. */
export const endOf = (yaml: string, plan: Plan = {}): string => (traceOf(yaml, plan).at(-1) ?? '').replace('= ', '');

export function templateOf(text: string, notation: Notation): Template {
  const { template } = new TemplateDocument(text, notation);
  if (!template) throw new Error(`no template: ${text}`);
  return template;
}

/** What `startRun` takes where nothing particular is meant. */
export const plainly: StartOptions = {
  mode: 'Automatic',
  loopMode: 'Automatic',
  safetyCheck: 'Skip',
  risky: () => false,
  environment: { RegionId: 'cn-hangzhou' },
};

class Driver {
  readonly #trace: string[] = [];
  readonly #counts = new Map<string, number>();
  readonly #owed: Request[] = [];
  readonly #template: Template;
  readonly #plan: Plan;
  readonly #between: (run: Run) => Run;
  #run: Run;

  constructor(template: Template, plan: Plan, between: (run: Run) => Run) {
    this.#template = template;
    this.#plan = plan;
    this.#between = between;
    this.#run = startRun(template, plan.parameters ?? {}, { ...plainly, ...plan });
  }

  drive(): Ran {
    this.#send({ kind: 'begin', now: this.#plan.now });
    for (const people of this.#plan.notify ?? []) {
      this.#answerAll();
      const { type, ...rest } = people;
      this.#trace.push(`> ${type}${Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : ''}`);
      this.#send(type === 'cancel' ? { kind: 'cancel' } : { kind: 'notify', type, ...rest });
    }
    this.#answerAll();
    const { status, statusMessage, waitingStatus, outputs } = this.#run;
    const facts = [
      waitingStatus ? ` for ${waitingStatus}` : '',
      statusMessage ? `: ${statusMessage}` : '',
      Object.keys(outputs).length > 0 ? ` ${JSON.stringify(outputs)}` : '',
    ];
    this.#trace.push(`= ${status}${facts.join('')}`);
    return { run: this.#run, trace: this.#trace };
  }

  #answerAll(): void {
    for (let effect = this.#owed.shift(); effect; effect = this.#owed.shift()) {
      if (effect.kind === 'wait') this.#send({ kind: 'timer', id: effect.id });
      else {
        const reply = this.#replyTo(effect);
        this.#send(
          reply instanceof Failing
            ? { kind: 'failure', id: effect.id, message: reply.message, code: reply.code }
            : { kind: 'answer', id: effect.id, value: reply },
        );
      }
    }
  }

  #replyTo(effect: Request): Reply {
    const task = this.#run.tasks.find(({ id }) => id === effect.task);
    const item = task?.loopItem === undefined ? '' : `[${String(task.loopItem)}]`;
    const what = effect.kind === 'call' ? effect.api : effect.kind === 'action' ? effect.action : '';
    const { answers = {} } = this.#plan;
    const key = [`${task?.name}${item}`, task?.name ?? '', what].find((it) => Object.hasOwn(answers, it));
    if (key === undefined) return {};
    const answer = answers[key] ?? null;
    const count = this.#counts.get(key) ?? 0;
    this.#counts.set(key, count + 1);
    return typeof answer === 'function' ? answer(count) : answer;
  }

  #send(event: RunEvent): void {
    freeze(this.#run);
    const { run, effects, refused } = step(this.#between(this.#run), this.#template, event);
    this.#run = run;
    if (refused !== undefined) this.#trace.push(`! ${refused}`);
    for (const effect of effects) this.#note(effect);
  }

  #note(effect: Effect): void {
    switch (effect.kind) {
      case 'log':
        this.#trace.push(effect.message);
        return;
      case 'abandon': {
        const at = this.#owed.findIndex(({ id }) => id === effect.id);
        this.#owed.splice(at, 1);
        this.#trace.push(`- abandon ${effect.task}`);
        return;
      }
      default:
        this.#owed.push(effect);
        this.#trace.push(`- ${shown(effect)}`);
    }
  }
}

function shown(effect: Request): string {
  switch (effect.kind) {
    case 'call': {
      const more = Object.keys(effect.more).length > 0 ? ` ${JSON.stringify(effect.more)}` : '';
      return `${effect.service} ${effect.api} ${JSON.stringify(effect.parameters)}${more}`;
    }
    case 'action':
      return `${effect.action} ${JSON.stringify(effect.properties)}`;
    case 'wait':
      return `wait ${effect.until ?? `${(effect.milliseconds ?? 0) / 1000} s`}`;
  }
}

/** A step that changes the run it got would throw. */
function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const it of Object.values(value)) freeze(it);
}
