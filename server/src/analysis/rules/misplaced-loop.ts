import { defineRule } from '../rule.ts';

export const misplacedLoop = defineRule({
  id: 'misplaced-loop',
  severity: 'warning',
  summary: { en: 'A task has a Loop though its action cannot loop.', zh: '任务的动作不支持循环，却设置了 Loop。' },
  why: {
    en: 'Actions that call an API, product actions and ACS::Template can loop; triggers and control actions such as ACS::Sleep cannot.',
    zh: '调用 API 的动作、云产品动作和 ACS::Template 支持循环；触发器以及 ACS::Sleep 等控制类动作不支持。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties: { Duration: 5s }
    <|Loop|>: { Items: [1, 2] }
`,
    },
    {
      text: `
Tasks:
  - Name: pick
    Action: acs::choice
    Properties: { DefaultTask: ACS::END, Choices: [] }
    <|Loop|>:
      Items: [1, 2]
  - Name: each
    Action: ACS::Loop
    <|Loop|>: { Items: [a] }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: start
    Action: ACS::ECS::StartInstance
    Properties: { instanceId: '{{ ACS::TaskLoopItem }}' }
    Loop: { Items: [i-1, i-2] }
  - Name: child
    Action: ACS::Template
    Properties: { TemplateName: my-child, Parameters: { id: '{{ ACS::TaskLoopItem }}' } }
    Loop: { Items: [i-1, i-2] }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties: { Duration: 5s }
  - Name: zones
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeZones, Parameters: { RegionId: '{{ ACS::TaskLoopItem }}' } }
    Loop: { Items: [cn-hangzhou] }
`,
  ],

  check({ template, catalog, report }) {
    for (const { action, loop } of template.allTasks) {
      const spec = catalog.action(action ?? '');
      if (!loop || !spec || spec.mayLoop) continue;
      report(loop.pair.key.range, {
        en: `${spec.name} cannot loop. Only actions that call an API, product actions and ACS::Template can.`,
        zh: `${spec.name} 不支持循环，只有调用 API 的动作、云产品动作和 ACS::Template 支持。`,
      });
    }
  },
});
