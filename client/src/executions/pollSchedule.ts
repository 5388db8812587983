/** In milliseconds. */
const SHORTEST = 1000;
const LONGEST = 15_000;
const GROWTH = 1.5;

/** How many milliseconds to wait before the next look: more and more while nothing happens. `last`: the wait before this one. */
export function nextDelay(last: number | undefined, isNews: boolean): number {
  return last === undefined || isNews ? SHORTEST : Math.min(LONGEST, last * GROWTH);
}
