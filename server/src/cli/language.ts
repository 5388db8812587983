import type { Language } from '../words/words.ts';
import type { Io } from './io.ts';

/** The language of the terminal: Chinese where LC_ALL, else LANG, begins with `zh`. */
export function languageOfTerminal({ LC_ALL, LANG }: Io['env']): Language {
  return /^zh(?![a-z])/i.test(LC_ALL || LANG || '') ? 'zh-cn' : 'en';
}

/** The value of `--lang` wherever it stands, so that even the refusal of a command line is in the right language. */
export function languageAsked(argv: readonly string[]): Language | undefined {
  const last = argv.findLastIndex((word) => /^--lang(?:=|$)/.test(word));
  const value = (argv[last]?.split('=')[1] ?? argv[last + 1])?.toLowerCase();
  return last >= 0 && (value === 'en' || value === 'zh-cn') ? value : undefined;
}
