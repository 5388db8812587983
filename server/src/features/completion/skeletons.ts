import type { Skeleton } from './proposal.ts';

type Pair = readonly [key: string, value: Skeleton];

/** A place to be filled in; `text` stands there until then. */
export const hole = (text?: string): Skeleton => (text === undefined ? { kind: 'hole' } : { kind: 'hole', text });

/** A hole whose value is no string. */
export const bareHole = (text: string): Skeleton => ({ kind: 'hole', text, bare: true });

/** A hole with values to choose from; the first stands there. No values: a hole. */
export const choice = (choices: readonly string[]): Skeleton =>
  choices.length === 0 ? hole() : { kind: 'hole', text: choices[0], choices };

/** A truth value to choose; `first` stands there. */
export const booleanChoice = (first: boolean): Skeleton => ({
  kind: 'hole',
  text: String(first),
  choices: [String(first), String(!first)],
  bare: true,
});

export const fixed = (value: string | number | boolean | null): Skeleton => ({ kind: 'value', value });

/** Pairs that are undefined are left out. */
export const map = (...pairs: readonly (Pair | undefined)[]): Skeleton => ({
  kind: 'map',
  pairs: pairs.filter((it) => it !== undefined),
});

export const list = (...items: readonly Skeleton[]): Skeleton => ({ kind: 'list', items });
