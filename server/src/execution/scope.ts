import type { Template } from '../template/template.ts';
import type { Json, JsonMap } from './json.ts';
import type { Secrets } from './secrets.ts';

/** What the names in an expression stand for at one place of a run. */
export interface Scope {
  readonly template: Template;
  /** Undefined: no parameter has that name. */
  readonly parameter: (name: string) => Json | undefined;
  /** Undefined: no task of that name has come before. */
  readonly task: (name: string) => TaskValues | undefined;
  /** The pseudo-parameters by name, `ACS::` left out. */
  readonly environment: Readonly<Record<string, string>>;
  /** The conditions that are being evaluated, around this place. */
  readonly conditions: readonly string[];
  /** Undefined outside loops. */
  readonly loopItem: Json | undefined;
  /** Grows by what functions and selectors make of secrets. */
  readonly secrets: Secrets;
}

export interface TaskValues {
  readonly outputs: JsonMap;
  /** What it answered; undefined where it answered nothing, as a skipped task. */
  readonly answer: Json | undefined;
}

/** The value under a name, an exact one first, else one that differs in letter case. */
export function ignoringCase<T>(values: Readonly<Record<string, T>>, name: string): T | undefined {
  if (Object.hasOwn(values, name)) return values[name];
  const key = Object.keys(values).find((it) => it.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : values[key];
}
