import { inLanguage, type Language, type Words } from '../../words/words.ts';
import type { Arguments, OptionTable } from '../commandLine/arguments.ts';
import { UsageError } from '../commandLine/usageError.ts';
import type { Io } from '../io.ts';

/** Of commands that list what may be long. */
export const limitOptions = {
  limit: {
    value: 'N',
    summary: { en: 'At most this many; 50 without it', zh: '最多列出多少条，默认 50' },
  },
} as const satisfies OptionTable;

/** The beginning of a list. */
export interface Beginning<T> {
  readonly items: readonly T[];
  /** There are more than these. */
  readonly more: boolean;
}

/** How many the person wants to see. Throws a `UsageError` for anything but a whole number from 1. */
export function limitFrom(given: Arguments<'limit'>): number {
  const text = given.value('limit') ?? '50';
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new UsageError({
    en: `--limit needs a whole number from 1 to 999999, not "${text}".`,
    zh: `--limit 需要 1 到 999999 之间的整数，而不是“${text}”。`,
  });
}

/** `list` brings up to so many items as it is told. */
export async function beginningOf<T>(limit: number, list: (most: number) => AsyncIterable<T>): Promise<Beginning<T>> {
  const items: T[] = [];
  for await (const item of list(limit + 1)) items.push(item);
  return { items: items.slice(0, limit), more: items.length > limit };
}

/** Says to a person that the list goes on, or that there is nothing in it. */
export function tellMore({ items, more }: Beginning<unknown>, { stderr }: Io, language: Language): void {
  if (!more && items.length > 0) return;
  stderr.write(`${inLanguage(more ? goesOn(items.length) : nothing, language)}\n`);
}

const goesOn = (count: number): Words => ({
  en: `These are the first ${count}; there are more. --limit N shows more of them.`,
  zh: `以上为前 ${count} 条，还有更多。可用 --limit N 列出更多。`,
});
const nothing: Words = { en: 'Nothing was found.', zh: '没有找到任何内容。' };
