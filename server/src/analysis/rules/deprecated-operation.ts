import { apiCalls, callName } from '../calls/apiCalls.ts';
import { defineRule } from '../rule.ts';

export const deprecatedOperation = defineRule({
  id: 'deprecated-operation',
  severity: 'hint',
  summary: { en: 'An operation is marked as deprecated by its product.', zh: '操作已被云产品标记为弃用。' },
  why: {
    en: 'It still works, but new features pass it by, and one day it may be switched off.',
    zh: '目前仍可使用，但不再获得新功能，将来可能停用。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: tag
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: <|AddTags|>, Parameters: { ResourceType: instance, ResourceId: i-1, Tags: [] } }
`,
    },
    {
      text: `
Tasks:
  - Name: look
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: <|DescribeVSwitches|>
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - { Name: look, Action: ACS::ExecuteAPI, Properties: { Service: VPC, API: DescribeVSwitches } }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - { Name: look, Action: ACS::ExecuteAPI, Properties: { Service: ECS, API: DescribeInstances } }
`,
  ],

  check(context) {
    for (const { api } of apiCalls(context)) {
      if (!api?.operation?.deprecated) continue;
      const name = callName(api.operation);
      context.report(api.node.range, {
        en: `${name} is marked as deprecated by its product.`,
        zh: `${name} 已被云产品标记为弃用。`,
      });
    }
  },
});
