import type { Words } from '../../words/words.ts';

/** What is wrong with a written value, and the value that was most likely meant. */
export interface ValueProblem {
  readonly words: Words;
  readonly instead: string | undefined;
}

const NUMBER = '(\\d+(?:[.,]\\d+)?)';
const part = (unit: string) => `(?:${NUMBER}${unit})?`;
/** The clock part stands behind a T; weeks stand alone. */
const ISO = new RegExp(
  `^P(?=.)(?:${NUMBER}W|${part('Y')}${part('M')}${part('D')}(?:T(?=.)${part('H')}${part('M')}${part('S')})?)$`,
  'i',
);
const SHORT = new RegExp(`^(?=.)${part('D')}${part('H')}${part('M')}${part('S')}$`, 'i');

/** How the words for the units begin, slips in them aside, in the order in which a duration has them. */
const UNITS = [
  ['D', /^(?:d(?:ay.{0,2})?|天|日)$/i],
  ['H', /^(?:h(?:ou?r?.{0,2})?|小时|时)$/i],
  ['M', /^(?:m(?:in.{0,6})?|分钟|分)$/i],
  ['S', /^(?:s(?:ec.{0,6})?|秒钟?)$/i],
] as const;

const EXAMPLES: Words = { en: 'Write for instance PT15M, 1h30m or 10s.', zh: '例如 PT15M、1h30m 或 10s。' };

/**
 * Checks a duration of ACS::Sleep: ISO 8601, or the short form without `PT`, in any letter case, at least one second
 * (user guide, acs-sleep).
 */
export function durationProblem(text: string): ValueProblem | undefined {
  const iso = ISO.exec(text);
  const [, weeks, years, months] = iso ?? [];
  if (years !== undefined || months !== undefined)
    return {
      words: {
        en: `'${text}' counts years or months. Minutes come after a T.`,
        zh: `“${text}”表示年或月。分钟应写在 T 之后。`,
      },
      instead: /^P\d+M/i.test(text) && !/T/i.test(text) ? `PT${text.slice(1)}` : undefined,
    };
  const parts = iso ? [weeks, ...iso.slice(4)] : SHORT.exec(text)?.slice(1);
  if (!parts)
    return {
      words: { en: `'${text}' is not a duration. ${EXAMPLES.en}`, zh: `“${text}”不是有效的时长。${EXAMPLES.zh}` },
      instead: intended(text),
    };
  // Everything but seconds is long enough as soon as it is not zero.
  const seconds = Number((parts.at(-1) ?? '0').replace(',', '.'));
  const isLongEnough = seconds >= 1 || parts.slice(0, -1).some((it) => Number((it ?? '0').replace(',', '.')) > 0);
  if (isLongEnough) return undefined;
  return {
    words: { en: `'${text}' is too short: a sleep lasts at least one second.`, zh: `“${text}”太短：至少等待 1 秒。` },
    instead: undefined,
  };
}

/** Nobody writes a longer duration by a slip, and a text without a unit is searched from each of its characters. */
const LONGEST_MEANT = 100;

/** Reads what people write by slips of form: words for units, blanks, a missing T or unit. */
function intended(text: string): string | undefined {
  if (text.length > LONGEST_MEANT) return undefined;
  const clock = text.replace(/^P?T?/i, '');
  const prefix = /^P/i.test(text) ? 'PT' : '';
  if (/^\d+$/.test(clock)) return `${prefix}${clock}${prefix ? 'S' : 's'}`;
  const found = new Map<string, string>();
  const rest = clock.replace(/\s*(\d+)\s*([a-z]+|[天日小时分钟秒]+)\s*/gi, (all, number: string, word: string) => {
    const unit = UNITS.find(([, names]) => names.test(word))?.[0];
    if (unit === undefined || found.has(unit)) return all;
    found.set(unit, number);
    return '';
  });
  if (rest !== '' || found.size === 0) return undefined;
  const days = found.get('D');
  const written = UNITS.flatMap(([unit]) => (found.has(unit) && unit !== 'D' ? `${found.get(unit)}${unit}` : [])).join(
    '',
  );
  if (prefix) return `P${days === undefined ? '' : `${days}D`}${written ? `T${written}` : ''}`;
  return `${days === undefined ? '' : `${days}D`}${written}`.toLowerCase();
}
