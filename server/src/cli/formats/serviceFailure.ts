import type { OosError } from '../../cloud/oosError.ts';
import { inLanguage, type Language } from '../../words/words.ts';

/** A failed call for programs. Other programs rely on this shape; it only grows. */
export function failureValue({ words, facts }: OosError, language: Language) {
  const { kind, code, httpStatus, requestId } = facts;
  return { kind, code, message: inLanguage(words, language), httpStatus, requestId };
}
