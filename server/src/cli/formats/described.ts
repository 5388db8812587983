import { type Language, languages } from '../../words/words.ts';

/** A description as the service tells it. One that was written in several languages comes as JSON; one of them is shown. */
export function described(description: string | undefined, language: Language): string | undefined {
  if (!description?.startsWith('{')) return description;
  try {
    const texts: Readonly<Record<string, unknown>> = JSON.parse(description);
    const found = [language, ...languages].map((it) => texts[it]).find((it) => typeof it === 'string');
    return (found as string | undefined) ?? description;
  } catch {
    return description;
  }
}
