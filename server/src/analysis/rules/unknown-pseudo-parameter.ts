import { pseudoParameterNamed, pseudoParameters } from '../../catalog/parameters/pseudoParameters.ts';
import { closest } from '../../template/closest.ts';
import { isEvaluated } from '../../template/scope.ts';
import { changeText } from '../fixes.ts';
import { defineRule } from '../rule.ts';

export const unknownPseudoParameter = defineRule({
  id: 'unknown-pseudo-parameter',
  severity: 'warning',
  summary: { en: 'A name that begins with ACS:: is not known.', zh: '未知的 ACS:: 伪参数。' },
  why: {
    en: 'OOS provides a few values under names that begin with ACS::. The list is not published in full, so this is not an error.',
    zh: 'OOS 以 ACS:: 开头的名称提供少量内置值。官方没有完整列表，因此不视为错误。',
  },
  invalid: [
    { text: "RamRole: '{{ <|ACS::RegionID2|> }}'\n", fixed: "RamRole: '{{ ACS::RegionId }}'\n" },
    { text: "RamRole: '{{ <|ACS::SomethingQuiteNew|> }}'\n" },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  region: { Type: String, Default: '{{ acs::regionid }}' }
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties: { Duration: PT1S }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  note: { Type: String, Description: 'Such as {{ ACS::Whatever }}', Default: '{{ Acs::CurrentDate }} {{ ACS::ExecutionId }}' }
Tasks:
  - Name: wait
    Action: ACS::Sleep
    When: { 'Fn::Equals': ['{{ note }}', ''] }
    Properties: { Duration: PT1S }
`,
  ],

  check({ template, report }) {
    for (const {
      expression: { body },
      place,
    } of template.uses) {
      if (body.kind !== 'pseudo' || !isEvaluated(place) || pseudoParameterNamed(body.name.text)) continue;
      const near = closest(
        body.name.text,
        pseudoParameters.map(({ name }) => name),
      );
      report(
        body.name.range,
        {
          en: `'${body.name.text}' is not known. Known are: ${pseudoParameters.map(({ name }) => name).join(', ')}.`,
          zh: `未知的“${body.name.text}”。已知的有：${pseudoParameters.map(({ name }) => name).join('、')}。`,
        },
        near === undefined ? [] : [changeText(body.name.range, near)],
      );
    }
  },
});
