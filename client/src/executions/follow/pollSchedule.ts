/** In milliseconds. */
const SHORTEST = 1000;
const LONGEST = 15_000;
const GROWTH = 1.5;

/**
 * How many milliseconds to wait before the next look: more and more while nothing happens, and the most where nothing goes on.
 * `last`: the wait before this one.
 */
export function nextDelay(
  last: number | undefined,
  { isNews, isQuiet = false }: { readonly isNews: boolean; readonly isQuiet?: boolean | undefined },
): number {
  if (isQuiet) return LONGEST;
  return last === undefined || isNews ? SHORTEST : Math.min(LONGEST, last * GROWTH);
}
