import { type ConnectionOption, connectionOptions } from '../cloud/options.ts';
import type { Arguments } from '../commandLine/arguments.ts';
import { shellWord } from '../commandLine/shellWord.ts';
import { namesOf } from '../commandLine/verbs.ts';

/** A command line to be typed, for the same connection as this one. */
export function oosLine(given: Arguments<ConnectionOption>, ...words: readonly string[]): string {
  const options = namesOf(connectionOptions).flatMap((name) => {
    const value = given.value(name);
    return value === undefined ? [] : [`--${name}`, value];
  });
  return ['oos', ...words, ...options].map(shellWord).join(' ');
}
