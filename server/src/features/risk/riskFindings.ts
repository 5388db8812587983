import type { Diagnostic, Rule } from '../../analysis/rule.ts';
import { riskyDisruptiveCall } from '../../analysis/rules/risky-disruptive-call.ts';
import { riskyDocumentedCall } from '../../analysis/rules/risky-documented-call.ts';
import { riskyOverride } from '../../analysis/rules/risky-override.ts';
import type { AssessedTask } from '../../risk/assess.ts';
import type { UnseenTask } from '../../risk/reachedCalls.ts';
import { unseenWords } from '../../risk/unseenWords.ts';
import type { Words } from '../../words/words.ts';
import { assessedWords, callWords, joined } from './assessedWords.ts';

/** The rules of the check that look for the same. */
export const riskRules: readonly Rule[] = [riskyDocumentedCall, riskyDisruptiveCall, riskyOverride];

/** What cannot be looked through. It is no rule, since it says something about our knowledge and not about the template. */
export const unseenKind: Pick<Rule, 'id' | 'summary' | 'why'> = {
  id: 'risky-unseen',
  summary: { en: 'It is not known what a task does.', zh: '无法得知任务会做什么。' },
  why: {
    en: 'What it calls is decided at run time or is in a template that is not at hand, so no risk is listed for it; that does not mean that there is none.',
    zh: '调用内容在运行时才能确定，或位于本地没有的模板中，因此没有列出风险，但不代表没有风险。',
  },
};

/** A risky task as a finding: the call, why it is risky, what guards it, and how far it reaches. */
export function riskFinding(assessed: AssessedTask): Diagnostic {
  const { task } = assessed;
  const rule = task.overridden ? riskyOverride : task.documented ? riskyDocumentedCall : riskyDisruptiveCall;
  const message = described(callWords(task), joined(assessedWords(assessed)));
  return { rule: rule.id, severity: 'information', range: task.range, message, fixes: [] };
}

/** A task that cannot be looked through as a finding. */
export const unseenFinding = (task: UnseenTask): Diagnostic => ({
  ...{ rule: unseenKind.id, severity: 'information', range: task.range, message: unseenWords(task), fixes: [] },
});

const described = (what: Words, words: Words): Words => ({
  en: `${what.en}: ${words.en}`,
  zh: `${what.zh}：${words.zh}`,
});
