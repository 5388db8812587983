import type { Notation, TextEdit, TextRange } from '../../server/src/syntax/node.ts';
import type { Base } from './bases.ts';
import type { Random } from './random.ts';

/** A finding that a mistake brings along. */
export interface Consequence {
  readonly rule: string;
  /** Where, in the text of the base. Absent: anywhere. */
  readonly at?: readonly TextRange[];
}

/** One mistake, planted at one place. */
export interface Mutant {
  readonly edits: readonly TextEdit[];
  /** The places, in the text of the base, on whose lines a finding is right. An edit inside moves their ends along. */
  readonly at: readonly TextRange[];
  /** In addition to those of the kind. */
  readonly consequences?: readonly Consequence[];
  /** Overrides that of the kind. */
  readonly repairable?: boolean;
}

/** Plants a mistake at a place. Undefined where there turns out to be no way to. */
export type Site = (random: Random) => Mutant | undefined;

export interface Kind {
  readonly name: string;
  /** Absent: both. */
  readonly notation?: Notation;
  /** Any of these rules is right. */
  readonly rules: readonly string[];
  readonly consequences?: readonly Consequence[];
  /** The first fix of the first right finding must give back the text of the base. */
  readonly repairable?: boolean;
  readonly sites: (base: Base) => readonly Site[];
}
