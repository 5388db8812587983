import { closest } from '../../template/closest.ts';
import type { Words } from '../../words/words.ts';

/** " Did you mean X?" where one of the names is near enough to be meant, or begins so, else nothing. */
export function didYouMean(written: string, names: readonly string[]): Words {
  const begin = written.toLowerCase();
  const near = closest(written, names) ?? names.find((it) => begin.length > 2 && it.startsWith(begin));
  return meaning(near ? [near] : []);
}

/** The same for names that were found in another way. */
export const meaning = (names: readonly string[]): Words =>
  names.length === 0
    ? { en: '', zh: '' }
    : { en: ` Did you mean ${names.join(' or ')}?`, zh: `是否想写 ${names.join(' 或 ')}？` };
