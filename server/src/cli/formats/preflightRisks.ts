import { joined } from '../../features/risk/assessedWords.ts';
import { type AssessedTask, pathText } from '../../risk/assess.ts';
import { guardWords, madeWords, targetsWords, undoWords } from '../../risk/radiusWords.ts';
import type { Words } from '../../words/words.ts';
import type { Style } from '../terminal/terminal.ts';

/** Risky calls of one task of which the same is to be said: those of a product action, mostly. */
export interface RiskGroup {
  readonly first: AssessedTask;
  readonly calls: readonly string[];
  readonly words: Words;
}

/** The risky calls in groups, what matters most first, lest it be among what is only counted. */
export function riskGroups(risky: readonly AssessedTask[]): RiskGroup[] {
  const groups = new Map<string, RiskGroup>();
  for (const it of risky.toSorted((a, b) => rank(a) - rank(b))) {
    const words = shortWords(it);
    const key = JSON.stringify([it.task.range.start, it.task.taskPath, rank(it), words.en]);
    const known = groups.get(key);
    const call = `${it.task.service} ${it.task.api}`;
    groups.set(key, { first: known?.first ?? it, calls: [...(known?.calls ?? []), call], words });
  }
  return [...groups.values()];
}

const rank = ({ task }: AssessedTask): number => (task.overridden ? 2 : task.irreversible === true ? 0 : 1);

const shortWords = ({ task, radius }: AssessedTask): Words =>
  joined([undoWords(task), targetsWords(radius), ...[madeWords(radius) ?? []].flat(), guardWords(radius)]);

export function groupTitle({ first, calls }: RiskGroup): Words {
  const path = pathText(first.task.taskPath);
  return { en: `${calls.join(', ')} in '${path}'`, zh: `“${path}”中的 ${calls.join('、')}` };
}

const styles: readonly Style[] = ['red', 'yellow', 'dim'];
export const groupStyle = ({ first }: RiskGroup): Style => styles[rank(first)] ?? 'dim';
