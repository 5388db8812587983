import { pathText } from '../../risk/assess.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import type { ServiceWord } from '../../workspace/serviceRisk.ts';
import { printable, type Terminal } from '../terminal/terminal.ts';
import { ageOf } from './actionOrigin.ts';

/** What the service says of the template, and where it differs from what we find. */
export function formatService(word: ServiceWord, { paint }: Terminal, language: Language): string {
  const { onlyOurs, onlyService } = word.comparison;
  const say = (words: Words) => printable(inLanguage(words, language));
  const line = (sign: string, call: string, path: readonly string[], why: Words) =>
    `  ${sign} ${printable(`${call} (${pathText(path)})`)}: ${say(why)}\n`;
  return [
    `${paint('bold', say(headWords(word)))} ${say(verdictWords(word))}\n`,
    ...(word.sameText ? [] : [`  ${say(otherText)}\n`]),
    ...onlyOurs.map(({ task, why }) => line('-', `${task.service} ${task.api}`, task.taskPath, why)),
    ...onlyService.map(({ task, why }) => line('+', `${task.Service ?? '?'} ${task.API ?? '?'}`, task.Task, why)),
    '\n',
  ].join('');
}

function headWords({ said, remembered }: ServiceWord): Words {
  const { template, version, region } = said;
  const what = [template, version].filter(Boolean).join(' ');
  const age = ageOf(said.asked);
  return remembered
    ? {
        en: `As OOS said ${age.en} of ${what} (${region ?? '?'}):`,
        zh: `OOS ${age.zh}对 ${what}（${region ?? '?'}）的判断：`,
      }
    : { en: `As OOS says of ${what} (${region ?? '?'}):`, zh: `OOS 对 ${what}（${region ?? '?'}）的判断：` };
}

function verdictWords({ said, comparison: { agreed, onlyOurs, onlyService } }: ServiceWord): Words {
  const count = said.tasks.length;
  const listed: Words = {
    en: count === 1 ? 'it lists 1 risky task' : `it lists ${count === 0 ? 'no' : count} risky tasks`,
    zh: `列出了 ${count} 个高风险任务`,
  };
  if (onlyOurs.length + onlyService.length === 0) {
    return { en: `${listed.en}, the same as above.`, zh: `${listed.zh}，与以上结果一致。` };
  }
  return {
    en: `${listed.en}; ${agreed} found by both, ${onlyOurs.length} only here (-), ${onlyService.length} only there (+).`,
    zh: `${listed.zh}；双方一致 ${agreed} 个，仅此处有（-）${onlyOurs.length} 个，仅服务有（+）${onlyService.length} 个。`,
  };
}

const otherText: Words = {
  en: 'The file is not the text that is published, so differences may come from that.',
  zh: '该文件与已发布的内容不同，差异可能由此产生。',
};
