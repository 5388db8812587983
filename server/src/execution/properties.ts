import { toData } from '../syntax/navigate.ts';
import type { Task } from '../template/template.ts';
import { evaluate } from './evaluate.ts';
import { bounded, Fault } from './fault.ts';
import { asJson, isMap, type Json, type JsonMap } from './json.ts';
import type { Scope } from './scope.ts';

/** What is evaluated later, or by the tasks inside, with names of their own. */
const leftAsWritten: ReadonlyMap<string, readonly string[]> = new Map([
  ['acs::choice', ['Choices']],
  ['acs::loop', ['LoopTasks']],
  ['acs::template', ['TemplateContent']],
]);

/**
 * The properties of a task, evaluated. What is null is left out, as are the parameters of a call that are null: that is what
 * `Fn::If` with a null branch is for. Throws a Fault.
 */
export function evaluateProperties({ action, properties }: Task, scope: Scope): JsonMap {
  const written = asJson(toData(properties?.value));
  const kept = leftAsWritten.get(action?.toLowerCase() ?? '') ?? [];
  const isReadByKey = isMap(written) && !Object.keys(written).some((key) => key.startsWith('Fn::'));
  const value: Json = isReadByKey
    ? Object.fromEntries(
        Object.entries(written).map(([key, it]) => [key, kept.includes(key) ? it : evaluate(it, scope)]),
      )
    : evaluate(written, scope);
  if (value === null) return {};
  if (!isMap(value)) throw new Fault('The Properties are no map.');
  const cleaned = withoutNulls(value);
  const parameters = cleaned.Parameters;
  return bounded(isMap(parameters) ? { ...cleaned, Parameters: withoutNulls(parameters) } : cleaned);
}

const withoutNulls = (map: JsonMap): JsonMap =>
  Object.fromEntries(Object.entries(map).filter(([, value]) => value !== null));

/** A property that must be a text, such as `Service`. */
export function textProperty(properties: JsonMap, key: string): string {
  const value = properties[key];
  if (typeof value === 'string' && value !== '') return value;
  throw new Fault(`The property ${key} is missing or no text.`);
}

/** A property that must be a map where it is there, such as `Parameters`. */
export function mapProperty(properties: JsonMap, key: string): JsonMap {
  const value = properties[key] ?? {};
  if (isMap(value)) return value;
  throw new Fault(`The property ${key} is no map.`);
}
