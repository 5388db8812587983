import type { Diagnostic } from '../../analysis/rule.ts';
import type { UnseenTask } from '../../risk/reachedCalls.ts';
import { unseenWords } from '../../risk/unseenWords.ts';
import type { Words } from '../../words/words.ts';
import type { AssessedTask } from './assess.ts';
import { assessedWords, callWords, joined } from './assessedWords.ts';

/** A kind of finding about risks. They are no rules of the check: nothing is wrong, but somebody should know. */
export interface RiskKind {
  /** Stable once released. */
  readonly id: 'risky-irreversible' | 'risky-interruption' | 'risky-change' | 'risky-unseen';
  readonly summary: Words;
  readonly why: Words;
}

const irreversible: RiskKind = {
  id: 'risky-irreversible',
  summary: { en: 'A task destroys something that does not come back.', zh: '任务会销毁无法恢复的内容。' },
  why: {
    en: 'What such a call takes away is gone. Put an ACS::Approve task before it, or mark it with Risk: Normal if nobody needs to be asked.',
    zh: '此类调用造成的损失无法挽回。请在其前面加上 ACS::Approve 任务；如果确实无需询问，可标记 Risk: Normal。',
  },
};

const interruption: RiskKind = {
  id: 'risky-interruption',
  summary: { en: 'A task interrupts what is running.', zh: '任务会中断正在运行的服务。' },
  why: {
    en: 'It can be undone, but until then somebody may miss the service. Run it at a time at which that does not matter.',
    zh: '虽然可以恢复，但在此期间服务会受影响。请选择合适的时间执行。',
  },
};

const change: RiskKind = {
  id: 'risky-change',
  summary: { en: 'A task makes a call that is high-risk for what it can do.', zh: '任务的调用可能造成较大影响。' },
  why: {
    en: 'The name of the call does not tell whether it can be undone. Look up what it does to your resources.',
    zh: '仅凭调用名称无法判断能否撤销，请确认它对资源的影响。',
  },
};

const unseen: RiskKind = {
  id: 'risky-unseen',
  summary: { en: 'It is not known what a task does.', zh: '无法得知任务会做什么。' },
  why: {
    en: 'What it calls is decided at run time or stands in a template that is not at hand, so no risk is listed for it; that does not mean that there is none.',
    zh: '调用内容在运行时才能确定，或位于本地没有的模板中，因此没有列出风险，但不代表没有风险。',
  },
};

export const riskKinds: readonly RiskKind[] = [irreversible, interruption, change, unseen];

function kindOf({ task }: AssessedTask): RiskKind {
  if (task.irreversible === undefined) return change;
  return task.irreversible ? irreversible : interruption;
}

/** A risky task as a finding: the call, why it is risky, what guards it, and how far it reaches. */
export const riskFinding = (assessed: AssessedTask): Diagnostic => ({
  rule: kindOf(assessed).id,
  severity: 'information',
  range: assessed.task.range,
  message: described(callWords(assessed.task), joined(assessedWords(assessed))),
  fixes: [],
});

/** A task that cannot be looked through as a finding. */
export const unseenFinding = (task: UnseenTask): Diagnostic => ({
  rule: unseen.id,
  severity: 'information',
  range: task.range,
  message: unseenWords(task),
  fixes: [],
});

const described = (what: Words, words: Words): Words => ({
  en: `${what.en}: ${words.en}`,
  zh: `${what.zh}：${words.zh}`,
});
