import { replaceScalar } from '../syntax/edit.ts';
import type { ScalarNode, TextRange } from '../syntax/node.ts';
import type { Fix } from './rule.ts';

/** Writes another name in the place of the one in a scalar, its quotes kept. */
export function changeScalar(source: string, node: ScalarNode, to: string): Fix {
  return { title: changeTitle(to), edits: [replaceScalar(source, node, to)] };
}

/** Writes another name over a range, such as one inside `{{ }}`. */
export function changeText(range: TextRange, to: string): Fix {
  return { title: changeTitle(to), edits: [{ range, newText: to }] };
}

const changeTitle = (to: string) => ({ en: `Change to '${to}'`, zh: `改为“${to}”` });
