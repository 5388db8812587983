import type { TextRange } from '../../syntax/node.ts';
import type { Words } from '../../words/words.ts';
import { daysIn } from './instant.ts';

interface CronField {
  readonly name: Words;
  readonly least: number;
  readonly most: number;
  /** Words that stand for numbers, beginning with `least` or, for days of the week, with Sunday. */
  readonly words?: readonly string[];
  /** What the field can be besides numbers, ranges, lists and steps. */
  readonly special?: RegExp;
}

const FIELDS: readonly CronField[] = [
  { name: { en: 'seconds', zh: '秒' }, least: 0, most: 59 },
  { name: { en: 'minutes', zh: '分' }, least: 0, most: 59 },
  { name: { en: 'hours', zh: '时' }, least: 0, most: 23 },
  { name: { en: 'day of the month', zh: '日' }, least: 1, most: 31, special: /^(?:\?|LW?|L-\d{1,2}|\d{1,2}W)$/i },
  {
    name: { en: 'month', zh: '月' },
    least: 1,
    most: 12,
    words: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  },
  {
    // Some count from 0 and some from 1, and 7 may be Sunday or Saturday, so all of them pass.
    name: { en: 'day of the week', zh: '星期' },
    least: 0,
    most: 7,
    words: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
    special: /^(?:\?|L|(?:[0-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(?:L|#[1-5]))$/i,
  },
  { name: { en: 'year', zh: '年' }, least: 1970, most: 2199 },
];

export interface CronProblem {
  /** Within the text that was checked. */
  readonly range: TextRange;
  readonly words: Words;
  /** The whole expression as it was most likely meant. */
  readonly instead: string | undefined;
}

/**
 * Checks a cron expression of a timer trigger: six fields with the seconds first, and a seventh for the year
 * (template-language reference 8.2; what a field can hold is what Quartz and crontab have in common or add).
 */
export function cronProblem(text: string): CronProblem | undefined {
  const fields = [...text.matchAll(/\S+/g)].map((it) => ({
    text: it[0],
    start: it.index,
    end: it.index + it[0].length,
  }));
  if (fields.length < 6 || fields.length > 7) {
    return {
      range: { start: 0, end: text.length },
      words: {
        en: `A cron expression has 6 fields, seconds first, and perhaps a year; this has ${fields.length}.`,
        zh: `cron 表达式有 6 段（以秒开头），还可以加上年份；这里有 ${fields.length} 段。`,
      },
      instead: fields.length === 5 ? `0 ${text.trim()}` : undefined,
    };
  }
  for (const [index, { text: written, start, end }] of fields.entries()) {
    const field = FIELDS[index];
    const words = field && fieldProblem(written, field);
    if (words) return { range: { start, end }, words, instead: undefined };
  }
  return dayProblem(
    fields.map((it) => it.text),
    fields[3],
  );
}

function fieldProblem(written: string, field: CronField): Words | undefined {
  for (const item of written.split(',')) {
    const problem = field.special?.test(item) ? undefined : itemProblem(item, field);
    if (problem)
      return {
        en: `The field '${field.name.en}' of the cron expression cannot be '${written}': ${problem.en}.`,
        zh: `cron 表达式的“${field.name.zh}”段不能是“${written}”：${problem.zh}。`,
      };
  }
  return undefined;
}

function itemProblem(item: string, field: CronField): Words | undefined {
  const [, from = '', to, step] = /^([^-/]*)(?:-([^-/]*))?(?:\/([^-/]*))?$/.exec(item) ?? [];
  const { least, most, words = [] } = field;
  const named =
    words.length > 0
      ? { en: `, or ${words[0]} to ${words.at(-1)}`, zh: `，或 ${words[0]} 到 ${words.at(-1)}` }
      : { en: '', zh: '' };
  const allowed = { en: `it takes ${least} to ${most}${named.en}`, zh: `取值为 ${least} 到 ${most}${named.zh}` };
  if (from === '' || (from === '*' && to !== undefined)) return allowed;
  const isValue = (it: string) =>
    words.includes(it.toUpperCase()) || (/^\d{1,4}$/.test(it) && Number(it) >= least && Number(it) <= most);
  if ((from !== '*' && !isValue(from)) || (to !== undefined && !isValue(to))) return allowed;
  if (
    step === undefined ||
    (/^\d{1,3}$/.test(step) && Number(step) >= 1 && Number(step) <= Math.max(most - least, 1) + 1)
  )
    return undefined;
  return { en: 'the number after the / is not a step that fits', zh: '“/”后面不是合适的步长' };
}

/** A day that none of the named months has, such as 31 in February. */
function dayProblem(fields: readonly string[], range: TextRange | undefined): CronProblem | undefined {
  const [, , , days = '', months = ''] = fields;
  const isNumbers = (it: string) => /^\d+(?:,\d+)*$/.test(it);
  const names = FIELDS[4]?.words ?? [];
  const monthNumbers = months.split(',').map((it) => names.indexOf(it.toUpperCase()) + 1 || Number(it));
  if (!range || !isNumbers(days) || monthNumbers.some(Number.isNaN)) return undefined;
  const longest = Math.max(...monthNumbers.map((month) => daysIn(2024, month)));
  if (Math.min(...days.split(',').map(Number)) <= longest) return undefined;
  return {
    range: { start: range.start, end: range.end },
    words: {
      en: `The trigger never fires: month ${months} has no day ${days}.`,
      zh: `触发器永远不会触发：${months} 月没有 ${days} 日。`,
    },
    instead: undefined,
  };
}
