import { defineRule } from '../rule.ts';
import { listed, unknownProperties } from '../unknownProperty.ts';

export const unknownProductProperty = defineRule({
  id: 'unknown-product-property',
  severity: 'error',
  summary: { en: 'A product action has no such property.', zh: '云产品动作没有该属性。' },
  why: {
    en: 'A product action is a template, and its properties are the parameters of that template: the service refuses any other.',
    zh: '云产品动作本身是模板，其属性就是该模板的参数，其他属性会被服务拒绝。',
  },
  invalid: [
    {
      text: 'Tasks:\n  - Name: reboot\n    Action: ACS::ECS::RebootInstance\n    Properties: { instanceId: i-1, <|regoinId|>: cn-hangzhou }\n',
      fixed:
        'Tasks:\n  - Name: reboot\n    Action: ACS::ECS::RebootInstance\n    Properties: { instanceId: i-1, regionId: cn-hangzhou }\n',
    },
    {
      text: 'Tasks:\n  - Name: reboot\n    Action: ACS::ECS::RebootInstance\n    Properties:\n      instanceId: i-1\n      <|whatever|>: 1\n',
    },
  ],
  valid: [
    'FormatVersion: OOS-2019-06-01\nTasks:\n  - Name: start\n    Action: ACS::ECS::StartInstance\n    Properties: { instanceId: i-1, regionId: cn-hangzhou }\n',
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: new
    Action: ACS::ECS::StartInstance
    Properties: { instanceId: '{{ ACS::TaskLoopItem }}' }
    Loop: { Items: [i-1, i-2] }
`,
  ],

  check(context) {
    for (const { action, pair, name, allowed, sameIgnoringCase, fixes } of unknownProperties(context)) {
      if (action.atomic || sameIgnoringCase !== undefined) continue;
      const known =
        allowed.length === 0
          ? { en: 'It has none.', zh: '该动作没有任何属性。' }
          : { en: `It has: ${listed(allowed)}.`, zh: `可用的属性：${listed(allowed)}。` };
      const message = {
        en: `${action.name} has no property '${name}'. ${known.en}`,
        zh: `${action.name} 没有属性“${name}”。${known.zh}`,
      };
      context.report(pair.key.range, message, fixes);
    }
  },
});
