import type { Task } from '../template/template.ts';
import type { Words } from '../words/words.ts';
import type { CallRisk } from './classifyCall.ts';
import type { Count } from './counts.ts';
import type { Batches, LoopFacts, LoopLimit } from './loops.ts';
import type { Radius } from './radius.ts';
import { taskLabel } from './taskLabel.ts';

const namesOf = (tasks: readonly Task[]): Words => ({
  en: tasks.map((it) => `'${taskLabel(it)}'`).join(', '),
  zh: tasks.map((it) => `“${taskLabel(it)}”`).join('、'),
});

/** How many targets a risky task hits, in a sentence. */
export function targetsWords({ known, open, isTriggered }: Radius): Words {
  const [first, ...others] = open;
  const often: Words = isTriggered ? { en: ' each time it is triggered', zh: '每次触发' } : { en: '', zh: '' };
  if (!first) {
    const targets = known === 1 ? '1 target' : `${known} targets`;
    return { en: `It hits ${targets}${often.en}.`, zh: `${often.zh}影响 ${known} 个目标。` };
  }
  if (others.length > 0) {
    return {
      en: `How many targets it hits${often.en} is not known until the run: several lists are multiplied.`,
      zh: `运行前无法得知${often.zh}影响的目标数：由多个列表的长度相乘得到。`,
    };
  }
  const each: Words =
    known === 1 ? { en: '', zh: '' } : { en: `${known} for each element: `, zh: `每个元素 ${known} 个：` };
  const count = openWords(first);
  return {
    en: `How many targets it hits${often.en}: ${each.en}${count.en}.`,
    zh: `${often.zh}影响的目标数：${each.zh}${count.zh}。`,
  };
}

function openWords(count: Count): Words {
  switch (count.kind) {
    case 'parameter': {
      const { name, otherwise } = count;
      const usual: Words =
        otherwise === undefined
          ? { en: '', zh: '' }
          : { en: `, ${otherwise} by default`, zh: `，默认 ${otherwise} 个` };
      return {
        en: `as many as the parameter '${name}' names${usual.en}`,
        zh: `取决于参数“${name}”${usual.zh}`,
      };
    }
    case 'output':
      return {
        en: `as many as the task '${count.task ?? '?'}' finds, not known until the run`,
        zh: `取决于任务“${count.task ?? '?'}”的结果，运行前未知`,
      };
    default:
      return { en: 'not known until the run', zh: '运行前未知' };
  }
}

/** How fast a loop goes, and when it gives up, in a sentence. */
export function loopWords({ concurrency, maxErrors, batches }: LoopFacts): Words {
  const pace = batches ? batchWords(batches) : paceWords(concurrency);
  const errors = errorWords(maxErrors);
  return { en: `${pace.en}; ${errors.en}.`, zh: `${pace.zh}；${errors.zh}。` };
}

function paceWords(limit: LoopLimit): Words {
  const { value } = limit;
  const by = byParameter(limit);
  if (value === undefined)
    return { en: `How many at once is not known until the run${by.en}`, zh: `并发数运行前未知${by.zh}` };
  if (Number(value) === 1) return { en: `One after another${by.en}`, zh: `逐个执行${by.zh}` };
  const amount = isShare(value) ? `总数的 ${value}` : ` ${value} 个`;
  return { en: `Up to ${value} at once${by.en}`, zh: `最多同时执行${amount}${by.zh}` };
}

function errorWords(limit: LoopLimit): Words {
  const { value } = limit;
  const by = byParameter(limit);
  if (value === undefined) {
    return { en: `when it gives up is not known until the run${by.en}`, zh: `容许的失败数运行前未知${by.zh}` };
  }
  if (Number(value) === 0 || value === '0%') {
    return { en: `it gives up at the first failure${by.en}`, zh: `首次失败即停止${by.zh}` };
  }
  if (value === '100%') return { en: `it goes on whatever fails${by.en}`, zh: `无论失败多少都会继续${by.zh}` };
  const amount = isShare(value) ? `总数的 ${value} ` : ` ${value} 个`;
  return {
    en: `it goes on until more than ${value} have failed${by.en}`,
    zh: `失败超过${amount}才停止${by.zh}`,
  };
}

/** A share is one of all items. */
const isShare = (value: number | string): boolean => String(value).endsWith('%');

const byParameter = ({ parameter, value }: LoopLimit): Words => {
  if (parameter === undefined) return { en: '', zh: '' };
  return value === undefined
    ? { en: ` (parameter '${parameter}')`, zh: `（参数“${parameter}”）` }
    : { en: ` (default of the parameter '${parameter}')`, zh: `（参数“${parameter}”的默认值）` };
};

function batchWords({ sizes, atOnce, pauses }: Batches): Words {
  const written: Words =
    sizes.length === 0 ? { en: '', zh: '' } : { en: ` of ${sizes.join(', ')}`, zh: ` ${sizes.join('、')}` };
  const pause = {
    first: { en: ', waiting for somebody after the first one', zh: '，首批完成后等待人工确认' },
    every: { en: ', waiting for somebody after each one', zh: '，每批完成后等待人工确认' },
    no: { en: '', zh: '' },
  }[pauses];
  const many: Words =
    atOnce.length === 0
      ? { en: '', zh: '' }
      : { en: `, up to ${atOnce.join(', ')} at once`, zh: `，各批最多同时执行 ${atOnce.join('、')}` };
  return { en: `In batches${written.en}${many.en}${pause.en}`, zh: `分批执行${written.zh}${many.zh}${pause.zh}` };
}

/**
 * What stands between the start of the execution and the task, in a sentence. `asks`: whether it is started so that OOS asks
 * before high-risk tasks, where that is known.
 */
export function guardWords({ guards, isAsked }: Radius, asks?: boolean): Words {
  const approvals = guards.filter(({ kind }) => kind !== 'check').map(({ task }) => task);
  const checks = guards.filter(({ kind }) => kind === 'check').map(({ task }) => task);
  if (approvals.length > 0) {
    const names = namesOf(approvals);
    return { en: `Somebody has to agree before it: ${names.en}.`, zh: `执行前需要人工确认：${names.zh}。` };
  }
  const asked = isAsked === 'no' ? askedWords.no : asks === false ? skippedWords : askedBefore(isAsked, asks);
  if (checks.length === 0) return { en: `Nothing guards it. ${asked.en}`, zh: `执行前没有任何确认或检查。${asked.zh}` };
  const names = namesOf(checks);
  return {
    en: `A check comes before it, but nobody is asked: ${names.en}. ${asked.en}`,
    zh: `执行前有检查，但无需人工确认：${names.zh}。${asked.zh}`,
  };
}

const askedWords: Readonly<Record<Radius['isAsked'], Words>> = {
  yes: {
    en: 'OOS asks before it if the execution is started with SafetyCheck ConfirmEveryHighRiskAction.',
    zh: '以 SafetyCheck ConfirmEveryHighRiskAction 启动执行时，OOS 会先请求确认。',
  },
  no: {
    en: 'Risk: Normal keeps OOS from asking.',
    zh: '由于标记了 Risk: Normal，OOS 不会请求确认。',
  },
  perhaps: {
    en: 'It is not documented whether OOS asks before it.',
    zh: '文档未说明 OOS 是否会在执行前请求确认。',
  },
  'run-time': {
    en: 'Whether OOS asks before it is decided at the run, by the Risk of the task.',
    zh: 'OOS 是否会先请求确认由任务的 Risk 在运行时决定。',
  },
};

const skippedWords: Words = {
  en: 'SafetyCheck Skip keeps OOS from asking.',
  zh: '由于 SafetyCheck 为 Skip，OOS 不会请求确认。',
};

const askedBefore = (isAsked: Radius['isAsked'], asks: boolean | undefined): Words =>
  asks && isAsked === 'yes' ? { en: 'OOS asks before it.', zh: 'OOS 会先请求确认。' } : askedWords[isAsked];

/** What happens when it fails, in a sentence. */
export function failureWords({ onFailure }: Radius): Words {
  if (onFailure.kind === 'continues') {
    const names = namesOf(onFailure.tasks);
    return { en: `If it fails, these tasks still run: ${names.en}.`, zh: `失败后仍会执行：${names.zh}。` };
  }
  return onFailure.kind === 'fails'
    ? { en: 'If it fails, the execution fails.', zh: '失败时，执行随之失败。' }
    : { en: 'If it fails, the rest is left out.', zh: '失败时，不再执行其余任务。' };
}

/** Where it runs because something else failed, in a sentence. Undefined: nowhere. */
export function afterFailureWords({ afterFailureOf }: Radius): Words | undefined {
  if (afterFailureOf.length === 0) return undefined;
  const names = namesOf(afterFailureOf);
  return { en: `It also runs after a failure of ${names.en}.`, zh: `${names.zh} 失败后也会执行。` };
}

/** That it only takes away what the execution itself has made, in a sentence. Undefined: it takes more, or nothing is known. */
export function madeWords({ madeBy }: Radius): Words | undefined {
  if (madeBy.length === 0) return undefined;
  const names = namesOf(madeBy);
  return {
    en: `It affects only what the execution itself made: ${names.en}.`,
    zh: `只涉及本次执行所创建的内容：${names.zh}。`,
  };
}

/** Whether it can be undone, in a sentence. */
export function undoWords({ irreversible, interrupts }: Pick<CallRisk, 'irreversible' | 'interrupts'>): Words {
  if (interrupts) {
    return { en: 'Nothing is lost, but the interruption cannot be undone.', zh: '不会丢失内容，但服务中断无法挽回。' };
  }
  if (irreversible) return { en: 'It cannot be undone.', zh: '无法撤销。' };
  return irreversible === false
    ? { en: 'It can be undone.', zh: '可以撤销。' }
    : { en: 'Whether it can be undone depends on what it is called for.', zh: '能否撤销取决于具体的调用。' };
}
