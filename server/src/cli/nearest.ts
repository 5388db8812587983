import { closest } from '../template/closest.ts';
import type { Words } from '../words/words.ts';

/** " Did you mean X?" where one of the names is near enough to be meant, or begins so, else nothing. */
export function didYouMean(written: string, names: readonly string[]): Words {
  const begin = written.toLowerCase();
  const near = closest(written, names) ?? names.find((it) => begin.length > 2 && it.startsWith(begin));
  return near ? { en: ` Did you mean ${near}?`, zh: `是否想写 ${near}？` } : { en: '', zh: '' };
}
