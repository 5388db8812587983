import { scalarText } from '../../syntax/scalarText.ts';
import type { Task } from '../../template/template.ts';
import { changeScalar } from '../fixes.ts';
import { tasksOf } from '../flow/statedProperties.ts';
import { asWord } from '../literals.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';
import { literalProperty } from '../values/literalText.ts';
import { type TimerProblem, timerProblem } from '../values/timerExpression.ts';

export const invalidTimerExpression = defineRule({
  id: 'invalid-timer-expression',
  severity: 'warning',
  summary: {
    en: 'The expression of a timer trigger does not fit its type.',
    zh: '定时触发器的表达式与其类型不符。',
  },
  why: {
    en: 'Type cron takes six fields with the seconds first, and perhaps a year; at takes a point in time; rate takes a number and a unit.',
    zh: 'cron 类型需要以秒开头的六段表达式，可以加上年份；at 类型需要一个时间点；rate 类型需要数字和单位。',
  },
  invalid: [
    {
      text: "Tasks:\n  - { Name: t, Action: ACS::TimerTrigger, Properties: { Type: cron, Expression: <|'30 9 * * *'|> } }\n",
      fixed:
        "Tasks:\n  - { Name: t, Action: ACS::TimerTrigger, Properties: { Type: cron, Expression: '0 30 9 * * *' } }\n",
    },
    {
      text: "Tasks:\n  - { Name: t, Action: ACS::TimerTrigger, Properties: { Type: cron, Expression: '0 0 <|25|> ? * MON' } }\n",
    },
    {
      text: 'Tasks:\n  - Name: t\n    Action: ACS::TimerTrigger\n    Properties:\n      Type: rate\n      Expression: <|30m|>\n',
      fixed:
        "Tasks:\n  - Name: t\n    Action: ACS::TimerTrigger\n    Properties:\n      Type: rate\n      Expression: '30 minutes'\n",
    },
    {
      text: 'Tasks:\n  - Name: t\n    Action: ACS::TimerTrigger\n    Properties:\n      Type: cron\n      Expression: <|30 minutes|>\n',
      fixed:
        'Tasks:\n  - Name: t\n    Action: ACS::TimerTrigger\n    Properties:\n      Type: rate\n      Expression: 30 minutes\n',
    },
    {
      text: "Tasks:\n  - { Name: t, Action: ACS::TimerTrigger, Properties: { Type: at, Expression: <|'2030-02-30T08:00:00Z'|> } }\n",
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: t
    Action: ACS::TimerTrigger
    Properties: { Type: cron, Expression: '0 0/15 8-18 ? JAN-JUN MON#1 2030', EndDate: '2030-12-31' }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: t
    Action: ACS::TimerTrigger
    Properties: { Type: rate, Expression: 30 minutes, EndDate: '2030-12-31' }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  hour: { Type: Number }
Tasks:
  - Name: t
    Action: ACS::TimerTrigger
    Properties: { Type: cron, Expression: '0 0 {{ hour }} ? * *', EndDate: '2030-12-31' }
`,
  ],

  check(context) {
    for (const task of tasksOf(context, 'ACS::TimerTrigger')) {
      const type = literalProperty(task, 'Type')?.text;
      const literal = literalProperty(task, 'Expression');
      if (!literal || (type !== 'cron' && type !== 'at' && type !== 'rate')) continue;
      const problem = timerProblem(type, literal.text);
      if (!problem) continue;
      const { range } = problem;
      const content = scalarText(context.document.text, literal.node);
      const isPart = range && content.text === literal.text && range.end - range.start < literal.text.length;
      context.report(
        isPart ? content.rangeOf(range.start, range.end) : literal.node.range,
        problem.words,
        repair(context, task, problem),
      );
    }
  },
});

function repair({ document }: RuleContext, task: Task, { instead, type }: TimerProblem): Fix[] {
  const typeNode = literalProperty(task, 'Type')?.node;
  const expression = literalProperty(task, 'Expression')?.node;
  if (type && typeNode) return [changeScalar(document.text, typeNode, type)];
  return instead !== undefined && expression ? [asWord(document.tree, expression, instead)] : [];
}
