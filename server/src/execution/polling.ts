import { toData, valueFor } from '../syntax/navigate.ts';
import type { Task } from '../template/template.ts';
import { numberFrom } from './convert.ts';
import { Fault } from './fault.ts';
import { select } from './jqPath.ts';
import { asJson, isList, type Json, type JsonMap, textOf } from './json.ts';
import type { TaskExecution } from './run.ts';
import { hide, type Secrets } from './secrets.ts';

/** What an answer to WaitFor or CheckFor leads to. */
export type Verdict =
  | { readonly kind: 'fits' }
  | { readonly kind: 'again'; readonly milliseconds: number; readonly message: string }
  | { readonly kind: 'fails'; readonly message: string };

/**
 * Compares what PropertySelector finds with DesiredValues and NotDesiredValues, as text. Where it finds several values all of
 * them must fit. What it found stands in the message, but for secrets. Throws a Fault.
 */
export function judge(
  definition: Task,
  { properties, retries, action }: TaskExecution,
  answer: Json,
  secrets: Secrets,
): Verdict {
  const selector = properties.PropertySelector;
  if (typeof selector !== 'string') throw new Fault('The property PropertySelector is missing or no text.');
  const found = select(selector, answer).results.map(textOf);
  secrets.derive(answer, found);
  const told = shown(found.map((it) => textOf(hide(it, secrets.texts))));
  const desired = valuesOf(properties, 'DesiredValues');
  const notDesired = valuesOf(properties, 'NotDesiredValues');
  if (!desired && !notDesired) throw new Fault('There is neither DesiredValues nor NotDesiredValues.');
  const isDesired = !desired || (found.length > 0 && found.every((it) => desired.includes(it)));
  if (isDesired && !found.some((it) => notDesired?.includes(it))) return { kind: 'fits' };
  const message = `PropertySelector found ${told}, which is not what is wanted.`;
  if (found.some((it) => valuesOf(properties, 'StopRetryValues')?.includes(it))) {
    return { kind: 'fails', message: `PropertySelector found ${told}, one of the StopRetryValues.` };
  }
  const most = setting(definition, 'Retries', isWaitFor(action) ? 10 : 0);
  if (retries < most) return { kind: 'again', milliseconds: delay(definition, retries + 1) * 1000, message };
  return { kind: 'fails', message: most > 0 ? `${message} It was asked ${most + 1} times.` : message };
}

const isWaitFor = (action: string): boolean => action.toLowerCase() === 'acs::waitfor';

function valuesOf(properties: JsonMap, key: string): readonly string[] | undefined {
  const values = properties[key];
  if (values === undefined) return undefined;
  return (isList(values) ? values : [values]).map(textOf);
}

function shown(found: readonly string[]): string {
  const text = found.slice(0, 5).join(', ');
  if (found.length === 0) return 'nothing';
  return text.length > 100 ? `${text.slice(0, 100)}...` : `${text}${found.length > 5 ? '...' : ''}`;
}

/** Seconds before the nth time that it asks again (user guide, api-action: DelayType, Delay, BackOff, MaxRetryInterval). */
function delay(definition: Task, retry: number): number {
  const constant = setting(definition, 'Delay', 2);
  const longest = setting(definition, 'MaxRetryInterval', 1800);
  const type = asJson(toData(valueFor(definition.node, 'DelayType')));
  switch (type) {
    case 'Constant':
      return Math.min(longest, constant);
    case 'Linear':
      return Math.min(longest, constant + setting(definition, 'BackOff', 2) * retry);
    case null:
    case 'Exponential':
      return Math.min(longest, 2 ** retry);
    default:
      throw new Fault('DelayType is one of Exponential, Constant, Linear.');
  }
}

function setting({ node }: Task, key: string, otherwise: number): number {
  const value = asJson(toData(valueFor(node, key)));
  const number = value === null ? otherwise : numberFrom(value);
  if (number === undefined || number < 0) throw new Fault(`${key} is no number from 0.`);
  return number;
}
