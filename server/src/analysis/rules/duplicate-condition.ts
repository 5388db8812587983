import { reportCaseTwins } from '../duplicateNames.ts';
import { defineRule } from '../rule.ts';

export const duplicateCondition = defineRule({
  id: 'duplicate-condition',
  severity: 'error',
  summary: { en: 'Two conditions differ in letter case only.', zh: '两个条件的名称只有大小写不同。' },
  why: {
    en: 'OOS does not look at letter case, so When can mean either of them.',
    zh: 'OOS 不区分大小写，因此 When 可能指向其中任意一个。',
  },
  invalid: [
    { text: 'Conditions:\n  isLinux: { Fn::Equals: [a, a] }\n  <|IsLinux|>: { Fn::Equals: [a, b] }\n' },
    {
      text: 'Conditions:\n  a: { Fn::Equals: [a, a] }\n  b: { Fn::Equals: [a, a] }\n  <|"A"|>: { Fn::Equals: [a, b] }\n',
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  osType: { Type: String }
Conditions:
  isLinux: { Fn::Equals: ['{{ osType }}', linux] }
  isWindows: { Fn::Equals: ['{{ osType }}', windows] }
Tasks:
  - { Name: forLinux, When: isLinux, Action: ACS::Pause }
  - { Name: forWindows, When: isWindows, Action: ACS::Pause }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  wanted: { Type: Boolean }
Conditions:
  wanted: { Fn::Equals: ['{{ wanted }}', true] }
Tasks:
  - { Name: wait, When: wanted, Action: ACS::Pause }
`,
  ],

  check: (context) => reportCaseTwins(context, context.template.conditions),
});
