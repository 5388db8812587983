import type { Task } from '../../template/template.ts';
import { tasksOf } from '../flow/statedProperties.ts';
import { asWord } from '../literals.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { type InstantForm, instantOf, instantProblem } from '../values/instant.ts';
import { literalProperty } from '../values/literalText.ts';

export const invalidDate = defineRule({
  id: 'invalid-date',
  severity: 'warning',
  summary: { en: 'StartDate or EndDate is not a date that OOS can read.', zh: 'StartDate 或 EndDate 不是有效的日期。' },
  why: {
    en: 'A timer trigger takes 2030-01-31 or 2030-01-31T08:00:00Z, a sleep only the latter. Both are in UTC.',
    zh: '定时触发器接受 2030-01-31 或 2030-01-31T08:00:00Z，等待任务只接受后者，均为 UTC 时间。',
  },
  invalid: [
    {
      text: "Tasks:\n  - { Name: t, Action: ACS::TimerTrigger, Properties: { StartDate: <|'2030/1/5'|>, EndDate: <|'2030-01-31T08:00:00+08:00'|> } }\n",
      fixed:
        "Tasks:\n  - { Name: t, Action: ACS::TimerTrigger, Properties: { StartDate: '2030-01-05', EndDate: '2030-01-31T00:00:00Z' } }\n",
    },
    {
      text: "Tasks:\n  - { Name: s, Action: ACS::Sleep, Properties: { EndDate: <|'2030-01-31T08:00:00'|> } }\n",
      fixed: "Tasks:\n  - { Name: s, Action: ACS::Sleep, Properties: { EndDate: '2030-01-31T08:00:00Z' } }\n",
    },
    {
      text: "Tasks:\n  - { Name: t, Action: ACS::TimerTrigger, Properties: { StartDate: '2030-02-01', EndDate: <|'2030-01-31'|> } }\n  - { Name: s, Action: ACS::Sleep, Properties: { EndDate: <|'2030-02-29T08:00:00Z'|> } }\n",
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: t
    Action: ACS::TimerTrigger
    Properties: { Type: rate, Expression: 1 days, StartDate: '2028-02-29', EndDate: '2030-12-31T23:59:59Z' }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  day: { Type: String }
Tasks:
  - { Name: s, Action: ACS::Sleep, Properties: { EndDate: '{{ day }}T08:00:00' } }
  - { Name: s2, Action: ACS::Sleep, Properties: { EndDate: '2030-12-31T08:00:00.000Z' } }
`,
  ],

  check(context) {
    for (const task of tasksOf(context, 'ACS::Sleep')) reportDate(context, task, 'EndDate', 'utc');
    for (const task of tasksOf(context, 'ACS::TimerTrigger')) {
      const areDates = ['StartDate', 'EndDate'].filter((key) => reportDate(context, task, key, 'day')).length === 0;
      if (areDates) reportOrder(context, task);
    }
  },
});

/** True when there was something to report. */
function reportDate({ document, report }: RuleContext, task: Task, key: string, form: InstantForm): boolean {
  const literal = literalProperty(task, key);
  const problem = literal && instantProblem(literal.text, form);
  if (!problem) return false;
  const { words, instead } = problem;
  report(literal.node.range, words, instead === undefined ? [] : [asWord(document.tree, literal.node, instead)]);
  return true;
}

function reportOrder({ report }: RuleContext, task: Task): void {
  const start = instantOf(literalProperty(task, 'StartDate')?.text ?? '');
  const end = literalProperty(task, 'EndDate');
  const endTime = instantOf(end?.text ?? '');
  if (!end || start === undefined || endTime === undefined || endTime >= start) return;
  report(end.node.range, {
    en: 'EndDate is before StartDate, so the trigger never fires.',
    zh: 'EndDate 早于 StartDate，触发器永远不会触发。',
  });
}
