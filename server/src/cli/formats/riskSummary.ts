import type { Words } from '../../words/words.ts';
import type { RiskCounts } from '../risk/report.ts';

/** `2 risky tasks`. */
export const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** The verdict over some templates, in a sentence. */
export function riskVerdict({ risky, irreversible, overridden, files, unseen }: RiskCounts): Words {
  if (risky === 0) return overridden + unseen === 0 ? clean : quiet;
  const count = plural(risky, 'risky task');
  const places = plural(files, 'template');
  const lost: Words =
    irreversible === 0
      ? { en: 'all can be undone or depend on what they are called for', zh: '均可撤销或取决于具体调用' }
      : { en: `${irreversible} cannot be undone`, zh: `其中 ${irreversible} 个无法撤销` };
  return { en: `${count} in ${places}; ${lost.en}.`, zh: `${files} 个模板中有 ${risky} 个高风险任务，${lost.zh}。` };
}

const clean: Words = { en: 'No risky tasks found.', zh: '没有发现高风险任务。' };
const quiet: Words = {
  en: 'No risky tasks found, except for what is marked or cannot be looked into.',
  zh: '除已标记或无法得知的任务外，没有发现高风险任务。',
};

/** What a list of risky tasks is worth. */
export const estimateWords: Words = {
  en: 'OOS publishes no list of risky operations, so this is an estimate from names and documents.',
  zh: 'OOS 没有公布高风险操作的清单，因此以上结果是根据名称和文档作出的估计。',
};
