import { withColon } from '../lostColon.ts';
import { defineRule } from '../rule.ts';
import { conditionName, conditionPairs, noCondition } from '../types/conditions.ts';

export const invalidWhenType = defineRule({
  id: 'invalid-when-type',
  severity: 'warning',
  summary: { en: 'The value of When is not a condition.', zh: 'When 的值不是条件。' },
  why: {
    en: 'When takes the name of a condition, a Boolean, or a function such as Fn::Equals. A number, a list or a longer text is never true.',
    zh: 'When 的值可以是条件名称、布尔值或 Fn::Equals 之类的函数，数字、列表或拼接的文本不能作为条件。',
  },
  invalid: [
    {
      text: `
Parameters:
  ids: { Type: List }
Tasks:
  - { Name: first, Action: ACS::Pause, When: <|'{{ ids }}'|> }
  - { Name: second, Action: ACS::Pause, When: <|5|> }
  - { Name: third, Action: ACS::Pause, When: <|"{{ ids }} == 'a'"|> }
`,
    },
    {
      text: `
Parameters:
  table: { Type: Json }
Tasks:
  - Name: pick
    Action: ACS::Choice
    Properties:
      DefaultTask: ACS::END
      Choices:
        - { <|When|>: { 'Fn::Split': [',', 'a,b'] }, NextTask: ACS::END }
        - { <|When|>: ['{{ table }}', 1], NextTask: ACS::END }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  force: { Type: Boolean }
  answer: { Type: String }
Tasks:
  - { Name: first, Action: ACS::Pause, When: '{{ force }}' }
  - { Name: second, Action: ACS::Pause, When: '{{ answer }}' }
  - { Name: third, Action: ACS::Pause, When: true }
  - Name: fourth
    Action: ACS::Pause
    When: { 'Fn::Select': ['{{ answer }}', { yes: true, no: false }] }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  force: { Type: Boolean }
Tasks:
  - Name: pick
    Action: ACS::Choice
    Properties:
      DefaultTask: ACS::END
      Choices:
        - { When: '{{ force }}', NextTask: ACS::END }
        - { When: { 'Fn::Equals': [1, 1] }, NextTask: ACS::END }
`,
  ],

  check({ document, template, types, report }) {
    for (const { key, value } of conditionPairs(template)) {
      if (!value || conditionName(value) !== undefined) continue;
      const found = noCondition(value, types);
      if (!found) continue;
      const fix = withColon(document.tree, value);
      report(
        value.kind === 'scalar' ? value.range : key.range,
        { en: `When takes a condition, and this is ${found.en}.`, zh: `When 需要条件，此处是${found.zh}。` },
        fix ? [fix] : [],
      );
    }
  },
});
