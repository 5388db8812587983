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

const UNIT_SECONDS = { W: 604_800, D: 86_400, H: 3600, M: 60, S: 1 } as const;

/** The seconds of a duration of ACS::Sleep: `PT15M`, `1h30m`, `10s` (user guide, acs-sleep). Undefined: it is none. */
export function secondsIn(duration: string): number | undefined {
  const text = duration.trim().toUpperCase().replace(/^P/, '').replace('T', '').replaceAll(',', '.');
  if (!/^(?:\d+(?:\.\d+)?[WDHMS])+$/.test(text)) return undefined;
  let sum = 0;
  for (const [, number, unit] of text.matchAll(/([\d.]+)([WDHMS])/g)) {
    sum += Number(number) * UNIT_SECONDS[unit as keyof typeof UNIT_SECONDS];
  }
  return sum;
}
