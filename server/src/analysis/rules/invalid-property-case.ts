import { defineRule } from '../rule.ts';
import { unknownProperties } from '../unknownProperty.ts';

export const invalidPropertyCase = defineRule({
  id: 'invalid-property-case',
  severity: 'warning',
  summary: {
    en: 'A property is written in another letter case than the action declares it.',
    zh: '属性的大小写与动作声明的不一致。',
  },
  why: {
    en: 'Names of properties, unlike names of parameters and tasks, are matched exactly.',
    zh: '与参数名和任务名不同，属性名严格区分大小写。',
  },
  invalid: [
    {
      text: 'Tasks:\n  - Name: reboot\n    Action: ACS::ECS::RebootInstance\n    Properties: { <|InstanceId|>: i-1 }\n',
      fixed: 'Tasks:\n  - Name: reboot\n    Action: ACS::ECS::RebootInstance\n    Properties: { instanceId: i-1 }\n',
    },
    {
      text: 'Tasks:\n  - Name: wait\n    Action: ACS::Sleep\n    Properties: { <|duration|>: 5s }\n',
      fixed: 'Tasks:\n  - Name: wait\n    Action: ACS::Sleep\n    Properties: { Duration: 5s }\n',
    },
  ],
  valid: [
    'FormatVersion: OOS-2019-06-01\nTasks:\n  - Name: wait\n    Action: ACS::Sleep\n    Properties: { Duration: 5s }\n',
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: describe
    Action: ACS::ExecuteAPI
    Properties: { Service: ecs, API: describeregions, Parameters: { regionid: cn-hangzhou } }
`,
  ],

  check(context) {
    for (const { action, pair, name, sameIgnoringCase, fixes } of unknownProperties(context)) {
      if (sameIgnoringCase === undefined) continue;
      const message = {
        en: `${action.name} writes this property '${sameIgnoringCase}', not '${name}'.`,
        zh: `${action.name} 的该属性写作“${sameIgnoringCase}”，而不是“${name}”。`,
      };
      context.report(pair.key.range, message, fixes);
    }
  },
});
