import { inspect } from 'node:util';
import { OosError } from '../../server/src/cloud/oosError.ts';

/** What is wrong with an error that a call ended with; undefined: it is as errors have to be. */
export function wrongWith(error: unknown, secrets: readonly string[]): string | undefined {
  if (!(error instanceof OosError)) return `it is no OosError: ${inspect(error)}`;
  const { words, facts } = error;
  const told = `${words.en} ${words.zh}`;
  // The calls are right, and so are the keys and the place.
  if (facts.kind === 'argument' || facts.kind === 'connection') return `its kind is ${facts.kind}: ${words.en}`;
  if (!/^[A-Z].{10}/.test(words.en) && !words.en.includes('127.0.0.1')) return `it says too little: ${words.en}`;
  if (!/\p{Script=Han}{2}/u.test(words.zh)) return `it is not in Chinese: ${words.zh}`;
  if (/undefined|NaN|\[object|null/.test(told)) return `a value is missing in it: ${told}`;
  const everything = inspect(error, { depth: 9, showHidden: true });
  return secrets.some((secret) => everything.includes(secret)) ? 'it holds a secret' : undefined;
}
