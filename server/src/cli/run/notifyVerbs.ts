import type { RequestOf } from '../../cloud/api/operations.ts';

export type NotifyType = RequestOf<'NotifyExecution'>['NotifyType'];

/** What an execution can be told, as it is typed and as the API names it. */
export const notifyVerbs: Readonly<Record<string, NotifyType>> = {
  approve: 'Approve',
  reject: 'Reject',
  'execute-task': 'ExecuteTask',
  'cancel-task': 'CancelTask',
  complete: 'CompleteExecution',
  'retry-task': 'RetryTask',
  'skip-task': 'SkipTask',
};

/** As it is typed. */
export const asVerb = (type: NotifyType): string =>
  Object.keys(notifyVerbs).find((verb) => notifyVerbs[verb] === type) ?? type;

/** Undefined for a word that says nothing. The names of the API are understood too. */
export function notifyTypeOf(word: string): NotifyType | undefined {
  const lower = word.toLowerCase();
  const found = Object.entries(notifyVerbs).find(([verb, type]) => verb === lower || type.toLowerCase() === lower);
  return found?.[1];
}
