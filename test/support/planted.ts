import { rules } from '../../server/src/analysis/rules/index.ts';
import type { Notation, TextRange } from '../../server/src/syntax/node.ts';
import { inItsNotations } from './examples.ts';
import { fixture } from './fixture.ts';

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
    rule.invalid
      .flatMap((it) => inItsNotations(rule, it.text, it.notation))
      .map(({ notation, text: marked }) => {
        const { text, ranges } = fixture(marked);
        return { rule: rule.id, notation, text, ranges };
      }),
  );
}
