import type { AssessedTask, Assessment } from '../risk/assess.ts';
import type { Guard } from '../risk/radius.ts';
import type { TextRange } from '../syntax/node.ts';
import type { TemplateDocument } from '../template/document.ts';
import type { Task, Template } from '../template/template.ts';
import type { Words } from '../words/words.ts';
import type { RiskComparison } from './risk/compareRisk.ts';

/** A line of text above a line of the template. */
export interface RiskLens {
  /** The name of what it is about. */
  readonly range: TextRange;
  readonly words: Words;
  /** The names of the tasks that lead to the risky one, which may stand in another template. Undefined: it is about them all. */
  readonly taskPath: readonly string[] | undefined;
}

/**
 * How many tasks can hurt, above `Tasks`, and above each of them what it does. None where nothing is risky. `said`: what the
 * service said of this very text, where it was asked.
 */
export function riskLenses({ template }: TemplateDocument, { tasks }: Assessment, said?: RiskComparison): RiskLens[] {
  if (!template || tasks.length + (said?.onlyService.length ?? 0) === 0) return [];
  const own = new Set(tasksIn(template));
  const groups = new Map<Task, AssessedTask[]>();
  for (const it of tasks) {
    const shown = it.task.tasks.findLast((task) => own.has(task));
    if (shown) groups.set(shown, [...(groups.get(shown) ?? []), it]);
  }
  const lenses = [...groups].map(([task, group]): RiskLens => {
    const range = task.nameNode?.range ?? task.actionNode?.range ?? task.node.range;
    return { range, words: groupWords(group), taskPath: group[0]?.task.taskPath };
  });
  const section = template.root.pairs.find(({ value }) => value !== undefined && value === template.tasks.node);
  return section
    ? [{ range: section.key.range, words: countWords(tasks, said), taskPath: undefined }, ...lenses]
    : lenses;
}

const tasksIn = (template: Template): Task[] => [...template.allTasks, ...template.children.flatMap(tasksIn)];

const dot = (parts: readonly Words[]): Words => ({
  en: parts.map(({ en }) => en).join(' · '),
  zh: parts.map(({ zh }) => zh).join(' · '),
});

/** `2 high-risk tasks · 1 cannot be undone`. */
function countWords(tasks: readonly AssessedTask[], said: RiskComparison | undefined): Words {
  const asked = tasks.filter(({ task }) => !task.overridden);
  const high = distinct(asked);
  const lasting = distinct(asked.filter(({ task }) => task.irreversible === true));
  const marked = distinct(tasks.filter(({ task }) => task.overridden));
  const parts: Words[] = [];
  if (high > 0) {
    parts.push({ en: `${high} high-risk ${high === 1 ? 'task' : 'tasks'}`, zh: `${high} 个高风险任务` });
  }
  if (lasting > 0) parts.push({ en: `${lasting} cannot be undone`, zh: `${lasting} 个无法撤销` });
  if (marked > 0) parts.push({ en: `${marked} marked Risk: Normal`, zh: `${marked} 个标记了 Risk: Normal` });
  if (said) parts.push(saidWords(said));
  return dot(parts);
}

function saidWords({ onlyOurs, onlyService }: RiskComparison): Words {
  const count = onlyOurs.length + onlyService.length;
  if (count === 0) return { en: 'OOS lists the same', zh: '与 OOS 的判断一致' };
  return {
    en: `OOS differs about ${count} ${count === 1 ? 'call' : 'calls'}`,
    zh: `与 OOS 的判断有 ${count} 处不同`,
  };
}

/** A product action makes several risky calls in one task. */
const distinct = (tasks: readonly AssessedTask[]): number =>
  new Set(tasks.map(({ task }) => JSON.stringify(task.taskPath))).size;

/** The calls that a task leads to, what they do, whether they can be undone, and whether somebody is asked before. */
function groupWords(group: readonly AssessedTask[]): Words {
  const [first] = group;
  if (!first) return { en: '', zh: '' };
  const calls = [...new Set(group.map(({ task }) => `${task.service} ${task.api}`))].join(', ');
  const documented = group.some(({ task }) => task.documented);
  const lasting = group.some(({ task }) => task.irreversible === true);
  return dot([
    documented
      ? { en: `High-risk to OOS: ${calls}`, zh: `OOS 高风险操作：${calls}` }
      : { en: `High risk: ${calls}`, zh: `高风险：${calls}` },
    ...(documented ? [] : [inPassing(first.task.reason)]),
    ...(lasting ? [{ en: 'cannot be undone', zh: '无法撤销' }] : []),
    guardWords(first),
  ]);
}

/** The first sentence, without its full stop. */
const inPassing = ({ en, zh }: Words): Words => ({ en: en.replace(/\.(?: .*)?$/, ''), zh: zh.replace(/。.*$/, '') });

function guardWords({ task, radius: { guards } }: AssessedTask): Words {
  const approvals = namesOf(guards.filter(({ kind }) => kind !== 'check'));
  if (approvals !== '') return { en: `after approval: ${approvals}`, zh: `审批后执行：${approvals}` };
  if (task.overridden) return { en: 'Risk: Normal, nobody is asked', zh: 'Risk: Normal，不请求确认' };
  const checks = namesOf(guards);
  return checks === ''
    ? { en: 'nothing guards it', zh: '执行前没有任何确认或检查' }
    : { en: `after a check: ${checks}`, zh: `检查后执行：${checks}` };
}

const namesOf = (guards: readonly Guard[]): string =>
  guards.map(({ task }) => task.name ?? `#${task.index + 1}`).join(', ');
