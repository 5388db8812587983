import { defineRule } from '../rule.ts';
import { listed, unknownProperties } from '../unknownProperty.ts';

export const unknownAtomicProperty = defineRule({
  id: 'unknown-atomic-property',
  severity: 'warning',
  summary: { en: 'An atomic action has no such property.', zh: '原子动作没有该属性。' },
  why: {
    en: 'A property that the action does not know is most likely misspelt, and has no effect.',
    zh: '动作不认识的属性多半是拼写错误，不会生效。',
  },
  invalid: [
    {
      text: 'Tasks:\n  - Name: describe\n    Action: ACS::ExecuteAPI\n    Properties: { Service: ECS, API: DescribeRegions, <|Paramters|>: {} }\n',
      fixed:
        'Tasks:\n  - Name: describe\n    Action: ACS::ExecuteAPI\n    Properties: { Service: ECS, API: DescribeRegions, Parameters: {} }\n',
    },
    { text: 'Tasks:\n  - Name: stop\n    Action: ACS::Pause\n    Properties: { <|Text|>: hello }\n' },
  ],
  valid: [
    'FormatVersion: OOS-2019-06-01\nTasks:\n  - Name: describe\n    Action: ACS::ExecuteAPI\n    Properties: { Service: ECS, API: DescribeRegions, Parameters: {} }\n',
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: tell
    Action: ACS::Notify
    Properties:
      NotifyType: WebHook
      WebHook: { URI: 'https://example.com/h', Content: { anything: goes } }
`,
  ],

  check(context) {
    for (const { action, pair, name, allowed, sameIgnoringCase, fixes } of unknownProperties(context)) {
      if (!action.atomic || sameIgnoringCase !== undefined) continue;
      const has =
        allowed.length > 0
          ? { en: `Known here: ${listed(allowed)}.`, zh: `此处可用：${listed(allowed)}。` }
          : { en: 'It takes none.', zh: '它不接受任何属性。' };
      const message = {
        en: `${action.name} has no property '${name}'. ${has.en}`,
        zh: `${action.name} 没有属性“${name}”。${has.zh}`,
      };
      context.report(pair.key.range, message, fixes);
    }
  },
});
