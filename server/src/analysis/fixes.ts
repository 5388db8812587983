import { replaceScalar } from '../syntax/edit.ts';
import type { ScalarNode, TextRange } from '../syntax/node.ts';
import type { Fix } from './rule.ts';

/** Writes another name in the place of the one in a scalar, its quotes kept. A guess, unless it is the same name. */
export function changeScalar(source: string, node: ScalarNode, to: string): Fix {
  const fix = { title: changeTitle(to), edits: [replaceScalar(source, node, to)] };
  return isSameName(String(node.value), to) ? fix : { ...fix, guess: true };
}

/** Writes another name over a range, such as one inside `{{ }}`. A guess, as nothing is known of the one before. */
export function changeText(range: TextRange, to: string): Fix {
  return { title: changeTitle(to), edits: [{ range, newText: to }], guess: true };
}

/**
 * Whether two names differ in letter case and signs only: `allowed_pattern` can be nothing but `AllowedPattern`. Signs that
 * have a meaning count: those of numbers (`1.5`, `-5`), `%`, and the braces of references.
 */
export function isSameName(name: string, other: string): boolean {
  return lettersOf(name) === lettersOf(other);
}

const lettersOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}{}%](?!\d)/gu, '');

const changeTitle = (to: string) => ({ en: `Change to '${to}'`, zh: `改为“${to}”` });
