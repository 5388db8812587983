import type { AnyRule } from '../../server/src/analysis/rule.ts';
import type { Notation } from '../../server/src/syntax/node.ts';
import { toJson } from './toJson.ts';

export interface ExampleText {
  readonly notation: Notation;
  /** Its marks stay. */
  readonly text: string;
}

/** The text of an example of a rule, in every notation that it is meant for. */
export function inItsNotations(rule: AnyRule, text: string, notation = rule.notation): ExampleText[] {
  if (notation) return [{ notation, text }];
  return [
    { notation: 'yaml', text },
    { notation: 'json', text: toJson(text) },
  ];
}
