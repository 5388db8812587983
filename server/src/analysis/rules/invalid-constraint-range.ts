import { valueFor } from '../../syntax/navigate.ts';
import { problemsAt } from '../languageProblems.ts';
import { numberAttribute } from '../parameterAttributes.ts';
import { defineRule } from '../rule.ts';

const ranges = [
  ['MinLength', 'MaxLength'],
  ['MinValue', 'MaxValue'],
] as const;

export const invalidConstraintRange = defineRule({
  id: 'invalid-constraint-range',
  severity: 'error',
  summary: {
    en: 'The least allowed value of a parameter is above the greatest, or a length is negative.',
    zh: '参数的下限大于上限，或长度为负数。',
  },
  why: {
    en: 'No value can satisfy both limits, so no execution can start. No text has a negative length.',
    zh: '没有任何值能同时满足两个限制，因此无法启动执行。文本的长度也不可能为负数。',
  },
  invalid: [
    {
      text: 'Parameters:\n  count: { Type: Number, MinValue: <|10|>, MaxValue: 1 }\n',
      fixed: 'Parameters:\n  count: { Type: Number, MinValue: 1, MaxValue: 10 }\n',
    },
    {
      text: 'Parameters:\n  name:\n    Type: String\n    MaxLength: 3\n    MinLength: <|5|>\n',
      fixed: 'Parameters:\n  name:\n    Type: String\n    MaxLength: 5\n    MinLength: 3\n',
    },
    { text: 'Parameters:\n  name: { Type: String, MinLength: <|-1|>, MaxLength: 3 }\n' },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  count: { Type: Number, MinValue: -1.5, MaxValue: 10 }
  exact: { Type: String, MinLength: 5, MaxLength: 5 }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  all: { Type: String, Value: '{{ count }} {{ exact }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  count: { Type: Number, MinValue: 10 }
  name: { Type: String, MaxLength: 3 }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  all: { Type: String, Value: '{{ count }} {{ name }}' }
`,
  ],

  check(context) {
    const { template, report } = context;
    for (const { node } of problemsAt(context, ['limit'], ['Parameters/*/MinLength', 'Parameters/*/MaxLength'])) {
      report(node.range, { en: 'A length cannot be negative.', zh: '长度不能为负数。' });
    }
    for (const parameter of template.parameters.all) {
      for (const [least, most] of ranges) {
        const min = numberAttribute(parameter, least);
        const max = numberAttribute(parameter, most);
        const minRange = valueFor(parameter.attributes, least)?.range;
        const maxRange = valueFor(parameter.attributes, most)?.range;
        if (min === undefined || max === undefined || !minRange || !maxRange || min <= max) continue;
        const edits = [
          { range: minRange, newText: String(max) },
          { range: maxRange, newText: String(min) },
        ];
        report(
          minRange,
          {
            en: `${least} ${min} is greater than ${most} ${max}, so no value is allowed.`,
            zh: `${least} ${min} 大于 ${most} ${max}，没有任何值符合要求。`,
          },
          [{ title: { en: 'Swap the limits', zh: '交换上下限' }, edits, guess: true }],
        );
      }
    }
  },
});
