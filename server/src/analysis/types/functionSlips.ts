import { functionNamed, functions } from '../../catalog/functions/functions.ts';
import { closest } from '../../template/closest.ts';

const PREFIX = 'Fn::';
const bareNames = functions.map(({ name }) => name.slice(PREFIX.length));

/** The function that was most likely meant by a name that begins with `Fn::`. */
export function meantFunction(name: string): string | undefined {
  const known = functionNamed(name)?.name;
  if (known) return known;
  // The prefix is left out, since it would make all names look alike.
  const near = closest(name.slice(PREFIX.length).replace(/^[:\s]+/, ''), bareNames);
  return near && PREFIX + near;
}

/** A key that begins with `Fn::`, or nearly so. */
export const looksLikeCall = (key: string): boolean => /^fn\s?[:.]/i.test(key);

/** The function that is meant by a key in which `Fn::` is miswritten: `fn::If`, `Fn:If`, `Fn.If`. */
export function miswrittenFunction(key: string): string | undefined {
  const bare = /^fn\s?(?::{1,3}|\.)\s?(\w+)$/i.exec(key)?.[1];
  return bare === undefined || key.startsWith(PREFIX) ? undefined : meantFunction(PREFIX + bare);
}

/** The function that is meant by a key in a place that takes nothing but functions: `Equals`, and `fn::Equals`. */
export const bareFunction = (key: string): string | undefined =>
  functionNamed(PREFIX + key)?.name ?? miswrittenFunction(key);
