/** How WaitFor and CheckFor ask again (page 120839 of the user guide). */
export interface Retries {
  readonly retries: number;
  readonly delayType: string;
  /** Seconds. */
  readonly delay: number;
  readonly backOff: number;
  readonly maxInterval: number;
}

/** The most that the service takes for `Retries`. */
const MOST_RETRIES = 300;

/** The seconds that pass between the first and the last try, the tries themselves not counted. */
export function longestWait({ retries, delayType, delay, backOff, maxInterval }: Retries): number {
  let sum = 0;
  for (let n = 1; n <= Math.min(retries, MOST_RETRIES); n++) {
    const wait = delayType === 'Constant' ? delay : delayType === 'Linear' ? delay + backOff * n : 2 ** n;
    sum += Math.min(wait, maxInterval);
  }
  return sum;
}
