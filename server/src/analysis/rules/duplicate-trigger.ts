import { triggersOf } from '../flow/triggers.ts';
import { defineRule } from '../rule.ts';

export const duplicateTrigger = defineRule({
  id: 'duplicate-trigger',
  severity: 'error',
  summary: { en: 'A template has more than one trigger.', zh: '模板中有多个触发器。' },
  why: {
    en: 'One execution waits for one trigger, so the service refuses a second one. Make a template of its own for it.',
    zh: '一次执行只等待一个触发器，服务会拒绝第二个触发器。请为它另建一个模板。',
  },
  invalid: [
    {
      text: `
Tasks:
  - { Name: daily, Action: ACS::TimerTrigger }
  - { Name: changed, Action: <|ACS::EventTrigger|> }
`,
    },
    {
      text: `
Tasks:
  - { Name: daily, Action: ACS::TimerTrigger }
  - { Name: stop, Action: ACS::Pause }
  - { Name: hourly, Action: <|acs::timertrigger|> }
  - { Name: alarm, Action: <|ACS::AlarmTrigger|> }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: changed
    Action: ACS::EventTrigger
    Properties: { Product: ECS, Name: ['Instance:StateChange'], Level: [INFO] }
  - { Name: stop, Action: ACS::Pause }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: daily
    Action: ACS::TimerTrigger
    Properties: { Type: at, Expression: '2030-01-01T00:00:00Z', EndDate: '2030-01-02' }
  - { Name: triggerBackup, Action: ACS::Pause }
`,
  ],

  check({ template, catalog, report }) {
    // In a loop or in an inner template not even one is allowed, which misplaced-trigger says.
    if (template.parent) return;
    const [first, ...others] = triggersOf(template, catalog).filter(({ list }) => !list.owner);
    for (const { action, actionNode } of others) {
      if (!actionNode) continue;
      report(actionNode.range, {
        en: `The template has a trigger already: '${first?.name ?? ''}'. A second one, ${action}, is not allowed.`,
        zh: `模板已有触发器“${first?.name ?? ''}”，不允许再有第二个触发器 ${action}。`,
      });
    }
  },
});
