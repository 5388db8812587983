/** A text in the two languages of the product. Both are always written, so that none can be forgotten. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

/** The values of `--lang`, in the order of preference. */
export const languages = ['en', 'zh-cn'] as const;
export type Language = (typeof languages)[number];

/** The text in one of the languages. */
export function inLanguage(words: Words, language: Language): string {
  return language === 'zh-cn' ? words.zh : words.en;
}
