import { type Effect, isFinal, type Run, type RunEvent } from '../../execution/run.ts';
import { step } from '../../execution/step.ts';
import type { Template } from '../../template/template.ts';
import { templateIn } from '../content.ts';
import type { StoredTemplate, Tags, TemplateVersion } from './state.ts';

/** The template that an execution runs, as it was when it started. */
export interface UsedTemplate {
  /** Undefined: it was given as a text and is not published. */
  readonly name: string | undefined;
  readonly id: string | undefined;
  readonly meta: Omit<StoredTemplate, 'versions'> | undefined;
  readonly version: TemplateVersion;
}

/** The dates of an execution, or of one of its tasks, in milliseconds. */
interface Dates {
  readonly created: number;
  readonly started: number | undefined;
  readonly updated: number;
  readonly ended: number | undefined;
}

export interface LogLine {
  /** The id of the task in the run; undefined: about the execution. */
  readonly task: string | undefined;
  readonly message: string;
  readonly at: number;
}

/** The task of another execution that waits for this one. */
interface Parent {
  readonly executionId: string;
  /** Undefined: it was named by the caller, and nobody waits. */
  readonly effect: string | undefined;
  readonly task: string | undefined;
}

export interface StoredExecution extends Dates {
  readonly id: string;
  readonly region: string;
  readonly template: UsedTemplate;
  readonly run: Run;
  /** Of each task of the run, in the same order. */
  readonly taskDates: readonly Dates[];
  /** In the order in which they were written. */
  readonly logs: readonly LogLine[];
  /** When the waits that the run has asked for are over, by the id of the effect. */
  readonly due: Readonly<Record<string, number>>;
  readonly executedBy: string;
  readonly parent: Parent | undefined;
  readonly tags: Tags;
  readonly description: string | undefined;
  readonly resourceGroupId: string | undefined;
  readonly clientToken: string | undefined;
  /** The parameters of the call that started it, to tell a repeated call from another one. */
  readonly call: string;
}

/** What an event has brought about. */
export interface Progress {
  readonly execution: StoredExecution;
  readonly effects: readonly Effect[];
  readonly refused: string | undefined;
}

const templates = new WeakMap<UsedTemplate, Template>();

/** The template that an execution runs, parsed once. Throws for a text that no execution could have been started with. */
export function templateOf({ template: used }: Pick<StoredExecution, 'template'>): Template {
  const known = templates.get(used);
  if (known) return known;
  const template = templateIn(used.version.content);
  if (!template) throw new Error('an execution without a template');
  templates.set(used, template);
  return template;
}

/** Tells the run what happened. The same event at the same time always has the same outcome. */
export function advance(execution: StoredExecution, event: RunEvent, at: number): Progress {
  const { run, effects, refused } = step(execution.run, templateOf(execution), event);
  if (run === execution.run && effects.length === 0) return { execution, effects, refused };
  return { execution: { ...execution, ...follow(execution, run, effects, at), run }, effects, refused };
}

function follow(before: StoredExecution, run: Run, effects: readonly Effect[], at: number) {
  const started = before.started ?? (run.status === 'Started' ? undefined : at);
  const over = isFinal(run.status);
  return {
    started,
    updated: at,
    ended: over ? (before.ended ?? at) : undefined,
    taskDates: run.tasks.map((task, index): Dates => {
      const old = before.taskDates[index];
      if (old && before.run.tasks[index] === task) return old;
      return {
        created: old?.created ?? at,
        started: old?.started ?? (task.status === 'Started' ? undefined : at),
        updated: at,
        ended: isFinal(task.status) ? (old?.ended ?? at) : undefined,
      };
    }),
    logs: [
      ...before.logs,
      ...effects.flatMap((it) => (it.kind === 'log' ? { task: it.task, message: it.message, at } : [])),
    ],
    due: dueAfter(before.due, effects, at),
  };
}

function dueAfter(before: StoredExecution['due'], effects: readonly Effect[], at: number): StoredExecution['due'] {
  const waits = effects.filter((it) => it.kind === 'wait');
  const gone = new Set(effects.flatMap((it) => (it.kind === 'abandon' ? it.id : [])));
  if (waits.length === 0 && gone.size === 0) return before;
  const left = Object.entries(before).filter(([id]) => !gone.has(id));
  return Object.fromEntries([
    ...left,
    ...waits.map(({ id, milliseconds, until }) => [
      id,
      until === undefined ? at + (milliseconds ?? 0) : Date.parse(until),
    ]),
  ]);
}
