import { changeScalar } from '../fixes.ts';
import { defineRule } from '../rule.ts';

export const ambiguousActionCase = defineRule({
  id: 'ambiguous-action-case',
  severity: 'hint',
  strict: true,
  summary: {
    en: 'An action is written in another letter case than its name.',
    zh: '动作名称的大小写与规范写法不一致。',
  },
  why: {
    en: 'OOS does not look at the case, but one spelling makes templates easier to read and to search.',
    zh: 'OOS 不区分大小写，但统一的写法便于阅读和搜索。',
  },
  invalid: [
    {
      text: 'Tasks:\n  - { Name: ask, Action: <|ACS::ExecuteApi|> }\n  - { Name: stop, Action: <|"acs::ecs::stopInstance"|> }\n',
      fixed:
        'Tasks:\n  - { Name: ask, Action: ACS::ExecuteAPI }\n  - { Name: stop, Action: "ACS::ECS::StopInstance" }\n',
    },
    {
      text: `
Tasks:
  - Name: each
    Action: ACS::Loop
    Properties:
      LoopTasks:
        - { Name: wait, Action: <|ACS::sleep|> }
`,
      fixed: `
Tasks:
  - Name: each
    Action: ACS::Loop
    Properties:
      LoopTasks:
        - { Name: wait, Action: ACS::Sleep }
`,
    },
  ],
  valid: [
    'FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: ask, Action: ACS::ExecuteAPI, Properties: { Service: ECS, API: DescribeRegions } }\n',
    'FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: start, Action: ACS::ECS::StartInstance, Properties: { instanceId: i-1 } }\n',
  ],

  check({ document, template, catalog, report }) {
    for (const { action, actionNode } of template.allTasks) {
      const name = catalog.action(action ?? '')?.name;
      if (!actionNode || name === undefined || name === action) continue;
      report(actionNode.range, { en: `The usual spelling is '${name}'.`, zh: `规范写法是“${name}”。` }, [
        changeScalar(document.text, actionNode, name),
      ]);
    }
  },
});
