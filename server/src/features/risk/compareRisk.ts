import type { ApiCall, Catalog } from '../../catalog/catalog.ts';
import { type Assessment, pathOf } from '../../risk/assess.ts';
import { asksReason } from '../../risk/callRules.ts';
import { canonicalName } from '../../risk/canonicalName.ts';
import { classifyCall } from '../../risk/classifyCall.ts';
import type { Reach } from '../../risk/reachedCalls.ts';
import type { RiskyTask } from '../../risk/riskyTasks.ts';
import { unseenWords } from '../../risk/unseenWords.ts';
import type { Words } from '../../words/words.ts';

/** A risky task as ListExecutionRiskyTasks tells it; what the service left out is undefined. */
export interface ListedTask {
  readonly Service: string | undefined;
  readonly API: string | undefined;
  /** The names of the tasks that lead to it. */
  readonly Task: readonly string[];
}

/** Where the service and we differ about a template. */
export interface RiskComparison<L extends ListedTask = ListedTask> {
  /** How many tasks both find risky. */
  readonly agreed: number;
  readonly onlyOurs: readonly { readonly task: RiskyTask; readonly why: Words }[];
  readonly onlyService: readonly { readonly task: L; readonly why: Words }[];
}

export interface ComparisonContext {
  readonly catalog: Catalog;
  /** What the published text reaches, about which the service spoke; undefined where it is the same text, or not at hand. */
  readonly published?: Reach | undefined;
}

/**
 * Holds what we find against what the service lists. That a task is marked `Risk: Normal` and is not listed is no difference.
 * Inside a product action the service may name more tasks than we can see.
 */
export function compareRisk<L extends ListedTask>(
  ours: Assessment,
  listed: readonly L[],
  context: ComparisonContext,
): RiskComparison<L> {
  const tasks = ours.tasks.map(({ task }) => task);
  const met = new Set<RiskyTask>();
  const onlyService: { task: L; why: Words }[] = [];
  for (const it of listed) {
    const task = tasks.find((own) => isSame(own, it, 'exact')) ?? tasks.find((own) => isSame(own, it, 'inside'));
    if (task && !task.overridden) met.add(task);
    else onlyService.push({ task: it, why: task ? markedWords : whyService(it, ours.reach, context) });
  }
  const onlyOurs = tasks
    .filter((task) => !task.overridden && !met.has(task))
    .map((task) => ({ task, why: whyOurs(task, context) }));
  return { agreed: met.size, onlyOurs, onlyService };
}

function isSame(own: RiskyTask, it: ListedTask, how: 'exact' | 'inside'): boolean {
  if (!isCall(own, it)) return false;
  return how === 'exact' ? isPath(own.taskPath, it.Task) : own.through.length > 0 && leadsTo(own.taskPath, it.Task);
}

const isCall = ({ service, api }: ApiCall, { Service, API }: ListedTask): boolean =>
  service.toLowerCase() === Service?.toLowerCase() && api.toLowerCase() === API?.toLowerCase();

const isPath = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && leadsTo(a, b);

const leadsTo = (begin: readonly string[], path: readonly string[]): boolean =>
  begin.length <= path.length && begin.every((name, index) => name.toLowerCase() === path[index]?.toLowerCase());

const callIn = ({ calls }: Reach, it: ListedTask) =>
  calls.find((call) => isCall(call, it) && leadsTo(pathOf(call.tasks), it.Task));

function whyService(it: ListedTask, reach: Reach, { catalog, published }: ComparisonContext): Words {
  const call = callIn(reach, it);
  if (call) {
    const judged = classifyCall({ ...call, api: canonicalName(call, catalog.openApi) });
    const reason = call.kind === 'ask' ? asksReason : judged.reason;
    return { en: `Our rules do not count it: ${reason.en}`, zh: `我们的规则未将其列入：${reason.zh}` };
  }
  const dark = reach.unseen.find(({ tasks }) => leadsTo(pathOf(tasks), it.Task));
  if (dark) return unseenWords(dark);
  return published && callIn(published, it) ? onlyPublishedWords : nowhereWords;
}

function whyOurs(task: RiskyTask, { published }: ComparisonContext): Words {
  const asListed = { Service: task.service, API: task.api, Task: task.taskPath };
  if (published && !callIn(published, asListed)) return onlyHereWords;
  if (!task.documented) return ownRuleWords;
  const [action] = task.through;
  if (action !== undefined) {
    return {
      en: `The call is made by ${action}; the service may not look into it.`,
      zh: `该调用由 ${action} 发起，服务可能不会检查其内部。`,
    };
  }
  return documentedWords;
}

const markedWords: Words = {
  en: 'The task is marked with Risk: Normal, and the service lists it nevertheless.',
  zh: '任务标记了 Risk: Normal，但服务仍将其列出。',
};
const onlyPublishedWords: Words = {
  en: 'The published template makes this call, the text here does not.',
  zh: '已发布的模板中有此调用，而此处的文本中没有。',
};
const onlyHereWords: Words = {
  en: 'The published template does not make this call, the text here does.',
  zh: '已发布的模板中没有此调用，而此处的文本中有。',
};
const nowhereWords: Words = {
  en: 'Nothing in the text leads to such a call.',
  zh: '文本中没有通向此调用的内容。',
};
const ownRuleWords: Words = {
  en: 'This is a rule of our own; OOS does not document that it asks before such a call.',
  zh: '这是我们自己的规则，OOS 文档未说明会对此类调用请求确认。',
};
const documentedWords: Words = {
  en: 'OOS documented that it treats such calls as high-risk, and yet it does not list this one.',
  zh: 'OOS 文档将此类调用视为高风险，但服务没有列出该任务。',
};
