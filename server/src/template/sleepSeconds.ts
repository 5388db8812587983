const NUMBER = '(\\d+(?:[.,]\\d+)?)';
const part = (unit: string) => `(?:${NUMBER}${unit})?`;
/** ISO 8601 with `P` and `T`, or the short form without them; weeks stand alone. */
const DURATION = new RegExp(
  `^(?:P(?=.)(?:${NUMBER}W|${part('D')}(?:T(?=.)${part('H')}${part('M')}${part('S')})?)|(?=.)${part('D')}${part('H')}${part('M')}${part('S')})$`,
  'i',
);
/** Of each group of the expression. */
const UNIT_SECONDS = [604_800, 86_400, 3600, 60, 1, 86_400, 3600, 60, 1];

/** The seconds of a duration of ACS::Sleep: `PT15M`, `1h30m`, `10s` (user guide, acs-sleep). Undefined: it is none. */
export function sleepSeconds(duration: string): number | undefined {
  const parts = DURATION.exec(duration.trim())?.slice(1);
  return parts?.reduce((sum, it, at) => sum + Number((it ?? '0').replace(',', '.')) * (UNIT_SECONDS[at] ?? 0), 0);
}
