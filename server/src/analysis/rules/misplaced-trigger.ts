import type { Task } from '../../template/template.ts';
import type { Words } from '../../words/words.ts';
import { moveFirst } from '../flow/moveFirst.ts';
import { triggersOf } from '../flow/triggers.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';

export const misplacedTrigger = defineRule({
  id: 'misplaced-trigger',
  severity: 'error',
  summary: {
    en: 'A trigger is not the first task of the template that is started.',
    zh: '触发器不是所启动模板的第一个任务。',
  },
  why: {
    en: 'A trigger waits for its event and then runs the tasks after it. The service takes it only as the first task, and neither in a loop nor in a template inside another one.',
    zh: '触发器等待事件，然后执行其后的任务。服务只允许它作为第一个任务，不能位于循环内，也不能位于嵌套的子模板内。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: stop
    Action: ACS::Pause
  - Name: daily
    Action: <|ACS::TimerTrigger|>
    Properties: { Type: rate, Expression: 1 days }
  - { Name: last, Action: ACS::Pause }
`,
      fixed: `
Tasks:
  - Name: daily
    Action: ACS::TimerTrigger
    Properties: { Type: rate, Expression: 1 days }
  - Name: stop
    Action: ACS::Pause
  - { Name: last, Action: ACS::Pause }
`,
    },
    {
      text: `
Tasks:
  - Name: child
    Action: ACS::Template
    Properties:
      TemplateContent:
        FormatVersion: OOS-2019-06-01
        Tasks:
          - { Name: changed, Action: <|ACS::EventTrigger|> }
  - Name: each
    Action: ACS::Loop
    Properties:
      LoopItems: [1]
      LoopTasks:
        - { Name: alarm, Action: <|acs::alarmTrigger|> }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: daily
    Action: ACS::TimerTrigger
    Properties: { Type: cron, Expression: '0 0 9 ? * *', EndDate: '2030-01-01T00:00:00Z' }
  - { Name: stop, Action: ACS::Pause }
`,
    'FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n  - { Name: goOn, Action: ACS::Pause }\n',
  ],

  check(context) {
    const triggers = triggersOf(context.template, context.catalog);
    const first = triggers.find(({ list }) => !list.owner);
    for (const task of triggers) {
      if (!task.actionNode) continue;
      const elsewhere = task.list.owner !== undefined || context.template.parent !== undefined;
      // Of several triggers only the first can be right; the others are too many wherever they stand.
      if (!elsewhere && (task.index === 0 || task !== first)) continue;
      context.report(task.actionNode.range, message(context, task), elsewhere ? [] : moveFix(context, task));
    }
  },
});

function message({ template }: RuleContext, { action, list }: Task): Words {
  if (list.owner)
    return {
      en: `${action} stands in an ACS::Loop. A trigger must be the first task of the template.`,
      zh: `${action} 位于 ACS::Loop 内。触发器必须是模板的第一个任务。`,
    };
  if (template.parent)
    return {
      en: `${action} stands in a template inside another one, where no trigger is allowed.`,
      zh: `${action} 位于嵌套的子模板中，子模板不允许使用触发器。`,
    };
  return {
    en: `${action} must be the first task of the template.`,
    zh: `${action} 必须是模板的第一个任务。`,
  };
}

function moveFix({ document }: RuleContext, { list, index }: Task): Fix[] {
  const edits = list.node && moveFirst(document.text, list.node, index);
  return edits ? [{ title: { en: 'Make it the first task', zh: '移到第一个任务' }, edits, guess: true }] : [];
}
