import type { Execution, TaskExecution } from '../api/answers.ts';
import { MASK, redactedDeep, redactor } from '../redact.ts';
import type { LogLine } from './logTail.ts';

/**
 * What the service tells of a run without the values that nothing may show. Only what may carry a value of the person is looked
 * at: names, ids, states, dates and keys stay as they are, for programs go by them, and a secret may be an ordinary word.
 */
export interface Veil {
  execution(it: Execution): Execution;
  task(it: TaskExecution): TaskExecution;
  log(it: LogLine): LogLine;
  /** A text that was made of values, for people. Words of our own may be lost with them. */
  text(it: string): string;
}

const inExecutions = [
  'StatusMessage',
  'StatusReason',
  'Parameters',
  'Outputs',
  'Description',
  'Targets',
  'LastTriggerStatusMessage',
  'LastTriggerOutputs',
] as const satisfies readonly (keyof Execution)[];

const inTasks = [
  'StatusMessage',
  'Properties',
  'Outputs',
  'ExtraData',
  'LoopItem',
] as const satisfies readonly (keyof TaskExecution)[];

const nothingHidden: Veil = {
  execution: (it) => it,
  task: (it) => it,
  log: (it) => it,
  text: (it) => it,
};

/** Values of less than four characters stay: without them no text could be read. */
export function veilOver(secrets: readonly string[]): Veil {
  if (secrets.length === 0) return nothingHidden;
  const redact = redactor(secrets.flatMap((it) => [it, ...linesOf(it)]));
  const hidden = (value: unknown) => redactedDeep(value, redact, numberWithout(redact));
  return {
    execution: (it) => ({ ...it, ...changed(it, inExecutions, hidden) }),
    task: (it) => ({ ...it, ...changed(it, inTasks, hidden), Loop: loopWithout(it.Loop, hidden) }),
    text: redact,
    log: ({ log, task, item }) => ({
      log: { ...log, ...changed(log, ['Message'], hidden) },
      task,
      item: item === undefined ? item : redact(item),
    }),
  };
}

function changed<T extends object, K extends keyof T>(it: T, names: readonly K[], hidden: (value: unknown) => unknown) {
  return Object.fromEntries(names.map((name) => [name, hidden(it[name])])) as Pick<T, K>;
}

/** The service counts in it, and those numbers are no values of the person. */
function loopWithout(loop: TaskExecution['Loop'], hidden: (value: unknown) => unknown): TaskExecution['Loop'] {
  const rest = hidden(loop) as TaskExecution['Loop'];
  const counts = typeof loop === 'object' && 'Counters' in loop ? { Counters: loop.Counters } : {};
  return typeof rest === 'object' && !Array.isArray(rest) ? { ...rest, ...counts } : rest;
}

/** A number only as a whole: others just have the same digits. */
const numberWithout = (redact: (text: string) => string) => (value: number) =>
  redact(String(value)) === MASK ? MASK : value;

/** The service may tell a text of several lines line by line. */
const linesOf = (secret: string): string[] => (/[\r\n]/.test(secret) ? secret.split(/[\r\n]+/) : []);
