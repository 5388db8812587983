const UNIT_SECONDS = { W: 604_800, D: 86_400, H: 3600, M: 60, S: 1 } as const;

/** The seconds of a duration of ACS::Sleep: `PT15M`, `1h30m`, `10s` (user guide, acs-sleep). Undefined: it is none. */
export function sleepSeconds(duration: string): number | undefined {
  const text = duration.trim().toUpperCase().replace(/^P/, '').replace('T', '').replaceAll(',', '.');
  if (!/^(?:\d+(?:\.\d+)?[WDHMS])+$/.test(text)) return undefined;
  let sum = 0;
  for (const [, number, unit] of text.matchAll(/([\d.]+)([WDHMS])/g)) {
    sum += Number(number) * UNIT_SECONDS[unit as keyof typeof UNIT_SECONDS];
  }
  return sum;
}
