import { hasLoopItem, isEvaluated } from '../../template/scope.ts';
import { defineRule } from '../rule.ts';

export const misplacedLoopItem = defineRule({
  id: 'misplaced-loop-item',
  severity: 'error',
  summary: { en: 'ACS::TaskLoopItem is used outside a loop.', zh: '在循环之外使用了 ACS::TaskLoopItem。' },
  why: {
    en: 'The current item exists only in a task with a Loop, and in the tasks of an ACS::Loop.',
    zh: '只有带 Loop 的任务以及 ACS::Loop 内的任务才有当前循环项。',
  },
  invalid: [
    {
      text: "Tasks:\n  - Name: wait\n    Action: ACS::Sleep\n    Properties: { Duration: '{{ <|ACS::TaskLoopItem|> }}' }\n",
    },
    {
      text: `
Tasks:
  - Name: each
    Action: ACS::Sleep
    Loop:
      Items: ['{{ <|acs::taskloopitem|> }}']
Outputs:
  last: { Value: '{{ <|ACS::TaskLoopItem|> }}' }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: start
    Action: ACS::ECS::StartInstance
    When: { 'Fn::Not': { 'Fn::Equals': ['{{ ACS::TaskLoopItem }}', i-1] } }
    Properties: { instanceId: '{{ ACS::TaskLoopItem }}' }
    Loop:
      Items: [i-1, i-2]
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: each
    Action: ACS::Loop
    Properties:
      LoopItems: [i-1, i-2]
      LoopRateControl: { Mode: Concurrency }
      LoopTasks:
        - Name: start
          Action: ACS::ECS::StartInstance
          Properties: { instanceId: '{{ acs::TaskLoopItem }}' }
`,
  ],

  check({ template, report }) {
    for (const {
      expression: { body },
      place,
    } of template.uses) {
      if (body.kind !== 'pseudo' || body.name.text.toLowerCase() !== 'acs::taskloopitem') continue;
      if (!isEvaluated(place) || hasLoopItem(place)) continue;
      report(body.name.range, {
        en: 'There is no loop around this, so there is no current item.',
        zh: '此处不在循环中，没有当前循环项。',
      });
    }
  },
});
