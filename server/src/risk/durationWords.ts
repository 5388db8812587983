import type { Words } from '../words/words.ts';
import type { Duration, OpenDuration } from './duration.ts';

/** How long an execution waits at most, in a sentence or two. */
export function durationWords(duration: Duration): Words {
  const { seconds, until, open } = duration;
  const waiting = waitingWords(duration);
  if (until.length === 0) return waiting;
  const dates = until.join(', ');
  if (seconds === 0 && open.length === 0) {
    return { en: `It waits until ${dates}, unless that is past.`, zh: `会等待到 ${dates}（若尚未到达）。` };
  }
  return {
    en: `${waiting.en} Besides, it waits until ${dates}, unless that is past.`,
    zh: `${waiting.zh}此外会等待到 ${dates}（若尚未到达）。`,
  };
}

function waitingWords({ seconds, open }: Pick<Duration, 'seconds' | 'open'>): Words {
  const time = timeWords(seconds);
  if (open.length === 0) {
    if (seconds === 0)
      return { en: 'It waits nowhere: only its calls take time.', zh: '没有等待，只有调用本身的耗时。' };
    return {
      en: `It waits ${time.en} at most, the calls themselves not counted.`,
      zh: `最长等待 ${time.zh}，不含调用本身的耗时。`,
    };
  }
  const reasons = [...new Set(open.map(({ reason }) => reason))].map((it) => reasonWords[it]);
  const why = { en: reasons.map((it) => it.en).join('; '), zh: reasons.map((it) => it.zh).join('；') };
  if (seconds === 0) return { en: `How long it waits is not known: ${why.en}.`, zh: `等待时间未知：${why.zh}。` };
  return {
    en: `It can wait ${time.en}, and longer: ${why.en}.`,
    zh: `可能等待 ${time.zh}，也可能更久：${why.zh}。`,
  };
}

const reasonWords: Readonly<Record<OpenDuration['reason'], Words>> = {
  person: { en: 'somebody has to agree', zh: '需要人工确认' },
  trigger: { en: 'it waits for its trigger', zh: '需要等待触发' },
  action: { en: 'product actions wait as they need', zh: '云产品动作的等待时间未知' },
  template: { en: 'a child template is not at hand', zh: '子模板不在本地' },
  items: { en: 'the length of a loop is not known until the run', zh: '循环次数运行前未知' },
  back: { en: 'a jump leads back to an earlier task', zh: '存在跳回前面任务的跳转' },
  'run-time': { en: 'how long a task waits is not known until the run', zh: '有任务的等待时间运行前未知' },
};

const UNITS = [
  { seconds: 86_400, en: 'd', zh: '天' },
  { seconds: 3600, en: 'h', zh: '小时' },
  { seconds: 60, en: 'min', zh: '分钟' },
  { seconds: 1, en: 's', zh: '秒' },
] as const;

/** The two greatest units that say something: `1 h 12 min`. */
function timeWords(total: number): Words {
  let rest = Math.round(total);
  const parts = UNITS.flatMap((unit) => {
    const count = Math.floor(rest / unit.seconds);
    rest -= count * unit.seconds;
    return count > 0 ? [{ en: `${count} ${unit.en}`, zh: `${count} ${unit.zh}` }] : [];
  }).slice(0, 2);
  return { en: parts.map((it) => it.en).join(' '), zh: parts.map((it) => it.zh).join(' ') };
}
