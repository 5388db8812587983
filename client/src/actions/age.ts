const units: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, milliseconds: number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** How long ago something was, in the words of a language: `3 days ago`. What lies in the future was just now: clocks differ. */
export function ageOf(then: Date, language: string, now = new Date()): string {
  const age = now.getTime() - then.getTime();
  const [unit, length] = units.find(([, milliseconds]) => age >= milliseconds) ?? (['second', 1000] as const);
  const count = unit === 'second' ? 0 : Math.floor(age / length);
  return new Intl.RelativeTimeFormat(language, { numeric: unit === 'second' ? 'auto' : 'always' }).format(-count, unit);
}
