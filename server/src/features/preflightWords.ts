import { isUnguarded } from '../analysis/risk/unguarded.ts';
import { type AssessedTask, pathText } from '../risk/assess.ts';
import type { Words } from '../words/words.ts';
import type { LoopLength, Preflight } from './preflight.ts';

/** Whether a template is fit to run. `errors`: the service refuses it, or it is bound to fail; `care`: it can hurt. */
export type PreflightVerdict = 'errors' | 'care' | 'ready';

/** Risky tasks of which nobody said that they need no second look. */
const asked = ({ risky }: Preflight): readonly AssessedTask[] => risky.filter(({ task }) => !task.overridden);

/** Tasks that cannot be undone, and nothing stands before them. */
export const unguarded = (report: Preflight): readonly AssessedTask[] =>
  asked(report).filter(
    ({ task, radius }) =>
      task.irreversible === true && isUnguarded({ range: task.range, first: task, calls: [task], radius }),
  );

export function preflightVerdict(report: Preflight): PreflightVerdict {
  if (report.counts.error > 0 || !report.readable) return 'errors';
  return asked(report).length + report.unseen.length > 0 ? 'care' : 'ready';
}

/** In place of the parts that would be empty, as if nothing could happen. */
export const unreadable: Words = {
  en: 'Its tasks cannot be read, so the risks, the permissions and all else are not known.',
  zh: '无法读取其中的任务，因此风险、权限等均未知。',
};

/** The verdict in a sentence or two, with what is yet to be given. */
export function verdictWords(report: Preflight): Words {
  const verdict = { errors: errorsWords, care: careWords, ready: () => readyWords }[preflightVerdict(report)](report);
  const { length } = report.open;
  if (length === 0) return verdict;
  return {
    en: `${verdict.en} ${length} ${length === 1 ? 'parameter needs a value' : 'parameters need values'}.`,
    zh: `${verdict.zh}还有 ${length} 个参数需要填写。`,
  };
}

function errorsWords({ counts: { error } }: Preflight): Words {
  if (error === 0) return { en: 'Not ready: there is no template in it.', zh: '尚不能运行：其中没有模板。' };
  return {
    en: `Not ready: ${error} ${error === 1 ? 'error' : 'errors'} to correct first.`,
    zh: `尚不能运行：请先修正 ${error} 个错误。`,
  };
}

const readyWords: Words = { en: 'Ready: nothing in it looks dangerous.', zh: '可以运行：没有发现危险内容。' };

function careWords(report: Preflight): Words {
  const { length: risky } = asked(report);
  const { length: bare } = unguarded(report);
  const { length: dark } = report.unseen;
  const parts: Words[] = [];
  if (risky > 0) parts.push(riskyWords(risky, bare));
  if (dark > 0) {
    parts.push({
      en: `${dark} ${dark === 1 ? 'task' : 'tasks'} that cannot be looked into`,
      zh: `${dark} 个任务的内容无法得知`,
    });
  }
  return {
    en: `Look before you start: ${parts.map(({ en }) => en).join('; ')}.`,
    zh: `请确认后再运行：${parts.map(({ zh }) => zh).join('；')}。`,
  };
}

/** How many calls are risky, and how many more of them are marked as harmless. */
export function riskCountWords(report: Preflight): Words {
  const { length: risky } = asked(report);
  const marked = report.risky.length - risky;
  if (report.risky.length === 0) return { en: 'no risky calls', zh: '没有高风险调用' };
  const more: Words =
    marked === 0
      ? { en: '', zh: '' }
      : { en: `, ${marked} more marked Risk: Normal`, zh: `，另有 ${marked} 个已标记 Risk: Normal` };
  return { en: `${risky} risky ${risky === 1 ? 'call' : 'calls'}${more.en}`, zh: `${risky} 个高风险调用${more.zh}` };
}

/** `bare`: how many of them cannot be undone, with nothing before them. */
function riskyWords(risky: number, bare: number): Words {
  const all: Words = { en: `${risky} risky ${risky === 1 ? 'call' : 'calls'}`, zh: `${risky} 个高风险调用` };
  const [has, them] = bare === 1 ? ['has', 'it'] : ['have', 'them'];
  if (bare === 0) return all;
  if (bare < risky) {
    return {
      en: `${all.en}, ${bare} of which cannot be undone and ${has} nothing guarding ${them}`,
      zh: `${all.zh}，其中 ${bare} 个无法撤销且事先没有任何确认`,
    };
  }
  return {
    en: `${all.en} that cannot be undone, with nothing guarding ${them}`,
    zh: `${risky} 个无法撤销且事先没有任何确认的高风险调用`,
  };
}

/** The limits of the service, and how near the template comes to them. */
export function limitWords({ size, loops, tasks }: Preflight): Words {
  const [longest] = loops.flatMap(({ value }) => (value.kind === 'known' ? value.count : [])).sort((a, b) => b - a);
  const open = loops.filter(({ value }) => value.kind !== 'known');
  const parts: Words[] = [
    {
      en: `${kilobytes(size.value)} of ${size.most / 1024} KB`,
      zh: `${kilobytes(size.value)}，上限 ${size.most / 1024} KB`,
    },
    { en: `${tasks} ${tasks === 1 ? 'task' : 'tasks'}`, zh: `${tasks} 个任务` },
  ];
  const [loop] = loops;
  if (loop && longest !== undefined) {
    const most = grouped(loop.most);
    parts.push({ en: `loops of up to ${longest} of ${most} items`, zh: `循环最多 ${longest} 项，上限 ${most} 项` });
  }
  if (loop && open.length > 0) {
    const names = open.map(nameOf);
    const most = grouped(loop.most);
    parts.push({
      en: `the run decides whether ${names.map((it) => `'${it}'`).join(', ')} keeps to ${most} items`,
      zh: `${names.map((it) => `“${it}”`).join('、')} 的循环次数运行时才能确定，上限 ${most} 项`,
    });
  }
  return { en: parts.map(({ en }) => en).join('; '), zh: parts.map(({ zh }) => zh).join('；') };
}

const nameOf = ({ taskPath }: LoopLength): string => pathText(taskPath);

/** `1,000`. What Intl has for this is loaded at its first use, which takes longer than the check of a template. */
const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;
