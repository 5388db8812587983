import { asWord } from '../literals.ts';
import { defineRule } from '../rule.ts';
import { conditionName, meantCondition } from '../types/conditions.ts';

export const unknownCondition = defineRule({
  id: 'unknown-condition',
  severity: 'error',
  summary: { en: 'When names a condition that is not declared.', zh: 'When 引用了未声明的条件。' },
  why: {
    en: 'A bare text under When is the name of an entry of Conditions. A parameter is read with {{ }}.',
    zh: 'When 下的普通文本是 Conditions 中条件的名称；读取参数需使用 {{ }}。',
  },
  invalid: [
    {
      text: `
Conditions:
  isLinux: { 'Fn::Equals': ['{{ ACS::RegionId }}', cn-hangzhou] }
Tasks:
  - { Name: install, Action: ACS::Pause, When: <|isLinx|> }
  - Name: pick
    Action: ACS::Choice
    Properties:
      DefaultTask: ACS::END
      Choices:
        - { When: <|islinux2|>, NextTask: install }
`,
      fixed: `
Conditions:
  isLinux: { 'Fn::Equals': ['{{ ACS::RegionId }}', cn-hangzhou] }
Tasks:
  - { Name: install, Action: ACS::Pause, When: isLinux }
  - Name: pick
    Action: ACS::Choice
    Properties:
      DefaultTask: ACS::END
      Choices:
        - { When: isLinux, NextTask: install }
`,
    },
    { text: 'Tasks:\n  - { Name: install, Action: ACS::Pause, When: <|isWindows|> }\n' },
    {
      text: `
Parameters:
  force: { Type: Boolean }
Tasks:
  - { Name: install, Action: ACS::Pause, When: <|force|> }
`,
      fixed: `
Parameters:
  force: { Type: Boolean }
Tasks:
  - { Name: install, Action: ACS::Pause, When: '{{ force }}' }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  force: { Type: Boolean }
Conditions:
  isEast: { 'Fn::Equals': ['{{ ACS::RegionId }}', cn-hangzhou] }
Tasks:
  - { Name: first, Action: ACS::Pause, When: isEast }
  - { Name: second, Action: ACS::Pause, When: '{{ force }}' }
  - { Name: third, Action: ACS::Pause, When: 'true' }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: first
    Action: ACS::Pause
    When: { 'Fn::Equals': ['{{ ACS::RegionId }}', cn-hangzhou] }
`,
  ],

  check({ document, template, report }) {
    for (const { node } of template.conditionUses) {
      const name = conditionName(node);
      if (name === undefined || template.conditions.has(name)) continue;
      const meant = meantCondition(template, name);
      report(
        node.range,
        { en: `There is no condition '${name}'.`, zh: `没有条件“${name}”。` },
        meant === undefined ? [] : [asWord(document.tree, node, meant)],
      );
    }
  },
});
