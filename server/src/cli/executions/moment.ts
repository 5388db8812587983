import { instant } from '../../cloud/instant.ts';
import { UsageError } from '../commandLine/usageError.ts';
import { millisecondsIn } from '../run/milliseconds.ts';

/**
 * A time as the API takes it: of a date (its begin in UTC), of a date with a time, or so long before now (`2h`). Throws a
 * `UsageError`. Undefined for undefined.
 */
export function momentFrom(option: string, text: string | undefined, now = Date.now()): string | undefined {
  if (text === undefined) return undefined;
  const ago = isAgo(text) ? millisecondsIn(text) : undefined;
  const date = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text;
  const found = ago === undefined ? (isDay(date) ? instant(date) : undefined) : new Date(now - ago);
  if (found) return found.toISOString().replace(/\.\d+Z$/, 'Z');
  throw new UsageError({
    en: `--${option} needs a time such as 2h, 7d, 2025-01-31 or 2025-01-31T08:00:00Z, not "${text}".`,
    zh: `--${option} 需要一个时间，例如 2h、7d、2025-01-31 或 2025-01-31T08:00:00Z，而不是“${text}”。`,
  });
}

/** It is meant as so long before now. */
export const isAgo = (text: string | undefined): boolean => /\d[smhd]$/i.test(text ?? '');

/** It begins with a day that exists: February has no 30th. */
function isDay(text: string): boolean {
  const day = text.trim().slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
