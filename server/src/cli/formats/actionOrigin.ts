import type { ActionSpec } from '../../catalog/catalog.ts';
import type { Words } from '../../words/words.ts';

const minute = 60_000;
const steps = [
  { length: 86_400_000, en: 'day', zh: '天' },
  { length: 3_600_000, en: 'hour', zh: '小时' },
  { length: minute, en: 'minute', zh: '分钟' },
];

/** How long ago something was: `3 days ago`. What lies in the future was just now: clocks differ. */
export function ageOf(then: Date, now = new Date()): Words {
  const age = now.getTime() - then.getTime();
  const step = steps.find(({ length }) => age >= length);
  if (!step) return { en: 'just now', zh: '刚刚' };
  const count = Math.floor(age / step.length);
  return { en: `${count} ${step.en}${count === 1 ? '' : 's'} ago`, zh: `${count} ${step.zh}前` };
}

/** Where the knowledge about an action comes from, and how old it is. */
export function originLine({ origin }: ActionSpec): Words {
  if (origin.kind === 'service') {
    const age = ageOf(origin.fetched);
    return {
      en: `As the service in ${origin.region} listed it ${age.en}.`,
      zh: `来自 ${origin.region} 的服务（${age.zh}获取）。`,
    };
  }
  if (origin.date === undefined) return { en: 'It comes with this program.', zh: '程序自带。' };
  return {
    en: `It comes with this program, as published on ${origin.date}.`,
    zh: `程序自带，依据 ${origin.date} 发布的内容。`,
  };
}
