import { rules } from '../../server/src/analysis/rules/index.ts';
import type { Notation, TextRange } from '../../server/src/syntax/node.ts';
import { fixture } from './fixture.ts';
import { toJson } from './toJson.ts';

/** A text with mistakes of one rule, and where they are. */
export interface Planted {
  readonly rule: string;
  readonly notation: Notation;
  readonly text: string;
  readonly ranges: readonly TextRange[];
}

/** The bad examples of all rules that run without settings, in each notation that they are meant for, so that no host can miss a rule. */
export function plantedMistakes(): Planted[] {
  const usual = rules.filter(({ strict }) => !strict);
  return usual.flatMap((rule) =>
    rule.invalid.flatMap(({ text, notation = rule.notation }) => [
      ...(notation === 'json' ? [] : [planted(rule.id, 'yaml', text)]),
      ...(notation === 'yaml' ? [] : [planted(rule.id, 'json', notation === 'json' ? text : toJson(text))]),
    ]),
  );
}

function planted(rule: string, notation: Notation, marked: string): Planted {
  const { text, ranges } = fixture(marked);
  return { rule, notation, text, ranges };
}
