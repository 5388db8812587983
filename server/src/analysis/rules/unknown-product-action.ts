import { defineRule } from '../rule.ts';
import { unknownActions } from '../unknownAction.ts';

export const unknownProductAction = defineRule({
  id: 'unknown-product-action',
  severity: 'warning',
  summary: { en: 'This product action is not known.', zh: '未知的云产品动作。' },
  why: {
    en: 'It may be misspelt, or newer than what is known offline. The service refuses a template with an action that does not exist.',
    zh: '可能是拼写错误，也可能比离线数据更新。服务会拒绝使用不存在的动作的模板。',
  },
  invalid: [
    {
      text: 'Tasks:\n  - Name: run\n    Action: <|ACS::ECS::RunComand|>\n',
      fixed: 'Tasks:\n  - Name: run\n    Action: ACS::ECS::RunCommand\n',
    },
    { text: 'Tasks:\n  - Name: run\n    Action: <|ACS::Quantum::TeleportEverything|>\n' },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: start
    Action: ACS::ECS::StartInstance
    Properties: { instanceId: i-1 }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: start
    Action: acs::ecs::startInstance
    Properties: { instanceId: i-1 }
`,
  ],

  check(context) {
    for (const { node, action, certain, instead, fixes } of unknownActions(context)) {
      if (certain) continue;
      context.report(
        node.range,
        {
          en: `The action '${action}' is not known.${instead.length > 0 ? ` '${instead[0]}' may be meant.` : ''}`,
          zh: `未知的动作“${action}”。${instead.length > 0 ? `可能是指“${instead[0]}”。` : ''}`,
        },
        fixes,
      );
    }
  },
});
