import type { Answer } from '../house.ts';

/**
 * Replaces what stands at a path such as `Tasks[].Properties`; `[]` goes into every item of a list. Members that are not there
 * stay away, unless `always` says that they are to be made from undefined.
 */
export function replacedAt(body: Answer, path: string, change: (value: unknown) => unknown, always = false): Answer {
  return into(body, path.split('.'), change, always) as Answer;
}

function into(
  value: unknown,
  [step, ...rest]: readonly string[],
  change: (value: unknown) => unknown,
  always: boolean,
): unknown {
  if (step === undefined) return change(value);
  const name = step.replace('[]', '');
  const member = (value as Answer)[name];
  if (member === undefined && !always) return value;
  const changed = Array.isArray(member)
    ? step.endsWith('[]')
      ? member.map((item) => into(item, rest, change, always))
      : change(member)
    : into(member, rest, change, always);
  return { ...(value as Answer), [name]: changed };
}

export const without = (value: unknown, names: readonly string[]): Answer =>
  Object.fromEntries(Object.entries(value as Answer).filter(([name]) => !names.includes(name)));

export const renamed = (value: unknown, from: string, to: string): Answer =>
  Object.fromEntries(Object.entries(value as Answer).map(([name, it]) => [name === from ? to : name, it]));

/** Nothing, or a map or list without entries. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);
