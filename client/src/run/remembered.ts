import type { Filled } from './formMessages.ts';

/** What was filled in last time, by the template: its name, or the address of its file. The newest comes last. */
export type RememberedRuns = Readonly<Record<string, Filled>>;

const MOST_TEMPLATES = 50;
/** In characters; what is larger is not worth keeping. */
const LONGEST_VALUE = 10_000;

/** `left`: names of parameters whose values are not kept, the secret ones above all. */
export function remember(
  runs: RememberedRuns,
  template: string,
  { values, options }: Filled,
  left: ReadonlySet<string>,
): RememberedRuns {
  const { [template]: _, ...others } = runs;
  const kept = Object.entries(values).filter(([name, text]) => !left.has(name) && text.length <= LONGEST_VALUE);
  const all = [...Object.entries(others), [template, { values: Object.fromEntries(kept), options }] as const];
  return Object.fromEntries(all.slice(-MOST_TEMPLATES));
}
