/** A text in the two languages of the product. Both are always written, so that none can be forgotten. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}
/** The values of `--lang`, in the order of preference. */
export declare const languages: readonly ['en', 'zh-cn'];
export type Language = (typeof languages)[number];
export declare function inLanguage(words: Words, language: Language): string;
