import type { Words } from '../../../server/src/words/words.ts';

/** What a template says of itself: a text, or JSON with one text for each language. */
export function described(description = ''): Words {
  const texts = description.startsWith('{') ? textsIn(description) : [];
  const [[, first] = ['', description]] = texts;
  const en = new Map(texts).get('en') ?? first;
  return { en, zh: new Map(texts).get('zh-cn') ?? en };
}

function textsIn(json: string): [language: string, text: string][] {
  try {
    const found: object = JSON.parse(json);
    return Object.entries(found).filter((it): it is [string, string] => typeof it[1] === 'string');
  } catch {
    return [];
  }
}
