import type { OptionTable } from '../commandLine/arguments.ts';
import { UsageError } from '../commandLine/usageError.ts';

/** Tags to look for, or to set. */
export const tagOptions = {
  tag: {
    value: 'KEY=VALUE',
    summary: { en: 'A tag; may be repeated', zh: '标签，可重复使用' },
  },
} as const satisfies OptionTable;

/** The values of `--tag` as the API takes them; undefined where there are none. Throws a `UsageError` for one without a key. */
export function tagsFrom(texts: readonly string[]): Readonly<Record<string, string>> | undefined {
  if (texts.length === 0) return undefined;
  return Object.fromEntries(texts.map(pairOf));
}

function pairOf(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
  throw new UsageError({
    en: `A tag is written KEY=VALUE, not "${text}".`,
    zh: `标签应写作 KEY=VALUE，而不是“${text}”。`,
  });
}
