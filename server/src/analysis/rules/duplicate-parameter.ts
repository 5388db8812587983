import { reportCaseTwins } from '../duplicateNames.ts';
import { defineRule } from '../rule.ts';

export const duplicateParameter = defineRule({
  id: 'duplicate-parameter',
  severity: 'error',
  summary: { en: 'Two parameters differ in letter case only.', zh: '两个参数的名称只有大小写不同。' },
  why: {
    en: 'OOS does not look at letter case, so a reference can mean either of them.',
    zh: 'OOS 不区分大小写，因此引用可能指向其中任意一个。',
  },
  invalid: [
    { text: 'Parameters:\n  id: { Type: String }\n  <|ID|>: { Type: String }\n' },
    {
      text: 'Parameters:\n  regionId: { Type: String }\n  id: { Type: String }\n  <|"RegionId"|>: { Type: String }\n  <|regionID|>: { Type: String }\n',
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  id: { Type: String }
  ids: { Type: List }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  all: { Type: String, Value: '{{ id }} {{ ids }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  stop: { Type: String }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  stop: { Type: String, Value: '{{ stop }}' }
`,
  ],

  check: (context) => reportCaseTwins(context, context.template.parameters),
});
