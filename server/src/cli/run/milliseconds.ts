import { UsageError } from '../commandLine/usageError.ts';

const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** The milliseconds of `90`, `90s`, `10m`, `2h` or `7d`; a bare number is seconds. Undefined for anything else. */
export function millisecondsIn(text: string): number | undefined {
  const [, number, unit = 's'] = /^(\d{1,7})([smhd])?$/i.exec(text.trim()) ?? [];
  const factor = units[unit.toLowerCase()];
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}

/** How long to watch. Throws a `UsageError`. */
export function timeoutFrom(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const found = millisecondsIn(text);
  if (found) return found;
  throw new UsageError({
    en: `--timeout needs a time such as 90s, 10m or 2h, not "${text}".`,
    zh: `--timeout 需要一段时间，例如 90s、10m 或 2h，而不是“${text}”。`,
  });
}
