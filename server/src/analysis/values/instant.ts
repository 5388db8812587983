import type { Words } from '../../words/words.ts';
import type { ValueProblem } from './duration.ts';

/** `day`: a date alone is enough. `utc`: a point in time, in UTC. `any`: a point in time, in any zone or in none. */
export type InstantForm = 'day' | 'utc' | 'any';

const LOOSE =
  /^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:(?:\s+|\s*T\s*)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:\s*(Z|[+-]\d{2}:?\d{2}))?)?\s*$/i;
const STRICT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/i;

/** Checks a written date or point in time: its form, and that the calendar has it. */
export function instantProblem(text: string, form: InstantForm): ValueProblem | undefined {
  const loose = LOOSE.exec(text);
  if (!loose) return { words: wrongForm(text, form), instead: undefined };
  const impossible = calendarProblem(loose.slice(1, 7).map((it) => Number(it ?? 0)));
  if (impossible) return { words: impossible, instead: undefined };
  const [, , , , hour, , , zone] = loose;
  const isUtc = /^Z$/i.test(zone ?? '');
  const fits =
    form === 'any'
      ? STRICT.test(text) || /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}(?::\d{2})?$/.test(text)
      : STRICT.test(text) && (isUtc || (form === 'day' && hour === undefined));
  return fits ? undefined : { words: wrongForm(text, form), instead: rewritten(loose, form) };
}

/** The milliseconds since 1970 of a text that has no problem; a date alone is its begin in UTC. */
export function instantOf(text: string): number | undefined {
  const loose = LOOSE.exec(text);
  const time = loose ? Date.parse(rewritten(loose, 'utc')) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

function wrongForm(text: string, form: InstantForm): Words {
  if (form === 'utc')
    return {
      en: `'${text}' is not a UTC time. Write it as 2030-01-31T08:00:00Z, with the Z at the end.`,
      zh: `“${text}”不是有效的 UTC 时间。请写成 2030-01-31T08:00:00Z 的形式，以 Z 结尾。`,
    };
  if (form === 'any')
    return {
      en: `'${text}' is not a point in time. Write it as 2030-01-31T08:00:00Z.`,
      zh: `“${text}”不是有效的时间点。请写成 2030-01-31T08:00:00Z 的形式。`,
    };
  return {
    en: `'${text}' is not a date. Write it as 2030-01-31, or in UTC as 2030-01-31T08:00:00Z.`,
    zh: `“${text}”不是有效的日期。请写成 2030-01-31，或 UTC 时间 2030-01-31T08:00:00Z。`,
  };
}

function calendarProblem([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: readonly number[]):
  | Words
  | undefined {
  if (month < 1 || month > 12) return { en: `There is no month ${month}.`, zh: `没有 ${month} 月。` };
  const days = daysIn(year, month);
  if (day < 1 || day > days)
    return { en: `Month ${month} of ${year} has no day ${day}.`, zh: `${year} 年 ${month} 月没有 ${day} 日。` };
  if (hour > 23 || minute > 59 || second > 59)
    return {
      en: 'There is no such time of day: it goes from 00:00:00 to 23:59:59.',
      zh: '时间超出范围：应在 00:00:00 到 23:59:59 之间。',
    };
  return undefined;
}

/** The days of a month, counted from 1, in the Gregorian calendar. */
export const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

function rewritten(
  [, year, month, day, hour, minute, second = '00', zone = 'Z']: RegExpExecArray,
  form: InstantForm,
): string {
  const two = (it: string | undefined) => (it ?? '0').padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  if (hour === undefined) return form === 'day' ? date : `${date}T00:00:00Z`;
  const time = `${date}T${two(hour)}:${two(minute)}:${two(second)}`;
  if (/^Z$/i.test(zone)) return `${time}Z`;
  const offset = zone.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
  return new Date(`${time}${offset}`).toISOString().replace('.000Z', 'Z');
}
