import type { TaskExecution } from '../../../../server/src/cloud/api/answers.ts';
import type { Wait } from '../../../../server/src/cloud/execution/waits.ts';
import { isMap } from '../../isMap.ts';
import type { Translate } from '../../translate.ts';

/** What the template says about a task that waits before it begins: the service need not know its values yet. */
export interface TaskPlan {
  /** `ECS DeleteInstance`; empty where it is not known. */
  readonly call: string;
  /** What is known about its risk, in sentences. */
  readonly words: readonly string[];
  /** The task as it is written. */
  readonly written: string;
  /** The parameters of the execution that it names. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** In characters. Questions cannot be scrolled. */
const LONGEST_IN_QUESTION = 600;
const LONGEST_IN_MESSAGE = 120;

/** What is known about what waits: the call, and how risky it is. */
export const waitSentences = (wait: Wait, plan: TaskPlan | undefined, t: Translate): string =>
  [callSentence(wait, plan, t), ...(plan?.words ?? [])].filter(Boolean).join(' ');

/** Empty for what calls nothing. */
export function callSentence({ kind, tasks: [task] }: Wait, plan: TaskPlan | undefined, t: Translate): string {
  const isCalling = kind === 'risk' || kind === 'failure' || kind === 'batch';
  const call = isCalling ? callOf(task) || plan?.call : undefined;
  return call ? t('It calls {0}.', call) : '';
}

function callOf(task: TaskExecution | undefined): string {
  const { Service, API } = propertiesOf(task);
  return typeof Service === 'string' && typeof API === 'string' ? `${Service} ${API}` : '';
}

/** The values of what waits, else how the template has it and with which parameters. Empty where nothing is known. */
export function waitValues({ kind, tasks: [task] }: Wait, plan: TaskPlan | undefined): string {
  if (kind === 'trigger' || kind === 'debug') return '';
  const properties = propertiesOf(task);
  if (Object.keys(properties).length > 0) return JSON.stringify(properties, undefined, 2);
  const values = Object.entries(plan?.values ?? {}).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return [plan?.written ?? '', ...values].filter(Boolean).join('\n');
}

/** The same for a question, where blanks at the begin of a line would be lost. */
export function valuesInQuestion(wait: Wait, plan: TaskPlan | undefined): string {
  const properties = propertiesOf(wait.tasks[0]);
  const isKnown = Object.keys(properties).length > 0 && waitValues(wait, plan) !== '';
  const text = isKnown ? JSON.stringify(properties) : waitValues(wait, plan);
  return shortened(text, LONGEST_IN_QUESTION).replace(/^ +/gm, (blanks) => '\u00a0'.repeat(blanks.length));
}

/** What a high-risk task is about to hit, in short; empty where it is not known. */
export function targetText({ kind, tasks: [task] }: Wait, plan: TaskPlan | undefined): string {
  if (kind !== 'risk') return '';
  const { Parameters = plan?.values ?? {} } = propertiesOf(task);
  const text = JSON.stringify(Parameters);
  return text === '{}' ? '' : shortened(text, LONGEST_IN_MESSAGE);
}

const shortened = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text);

function propertiesOf(task: TaskExecution | undefined): Readonly<Record<string, unknown>> {
  const found: unknown = task?.Properties;
  return isMap(found) ? found : {};
}

/** The lines of a text from one to another, both counted from zero and `end` left out, without what all are indented by. */
export function writtenLines(text: string, start: number, end: number): string {
  const lines = text.split(/\r?\n/).slice(start, end);
  while (lines.at(-1)?.trim() === '') lines.pop();
  const indents = lines.filter((it) => it.trim() !== '').map((it) => it.length - it.trimStart().length);
  const least = Math.min(...indents);
  return lines.map((it) => it.slice(Number.isFinite(least) ? least : 0)).join('\n');
}

/** Of the parameters of an execution those that stand in an expression of the text. */
export function namedIn(text: string, parameters: unknown): Readonly<Record<string, unknown>> {
  if (!isMap(parameters)) return {};
  const inside = [...text.matchAll(/\{\{(.*?)\}\}|"?\bRef\b"?\s*:\s*(\S+)/gs)].map(
    (it) => `${it[1] ?? ''} ${it[2] ?? ''}`,
  );
  const names = new Set(inside.flatMap((it) => it.split(/[^\p{L}\p{N}_-]+/u)));
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => names.has(name)));
}
