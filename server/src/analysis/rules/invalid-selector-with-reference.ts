import { problemWords } from '../jq/problemWords.ts';
import { repairs } from '../jq/repairs.ts';
import { faultySelectors } from '../jq/selectors.ts';
import { defineRule } from '../rule.ts';

export const invalidSelectorWithReference = defineRule({
  id: 'invalid-selector-with-reference',
  severity: 'warning',
  summary: {
    en: 'A selector with references is not valid jq, whatever they stand for.',
    zh: '带引用的选择器无论引用取何值都不是有效的 jq 表达式。',
  },
  why: {
    en: 'References are put into a selector as text before jq reads it. With a number, a string, a name, a path or nothing in their place it still cannot be compiled.',
    zh: '引用会先以文本形式代入选择器，再由 jq 读取。即使代入数字、字符串、名称、路径或空白，该选择器仍无法编译。',
  },
  invalid: [
    {
      text: `
Parameters:
  zone: { Type: String }
Tasks:
  - Name: find
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeInstances }
    Outputs:
      id: { Type: String, ValueSelector: 'Instances.Instance[] | select<|(|>.ZoneId == "{{ zone }}"' }
`,
      fixed: `
Parameters:
  zone: { Type: String }
Tasks:
  - Name: find
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeInstances }
    Outputs:
      id: { Type: String, ValueSelector: 'Instances.Instance[] | select(.ZoneId == "{{ zone }}")' }
`,
    },
    {
      text: `
Parameters:
  least: { Type: Number }
Outputs:
  large: { Type: List, Value: { 'Fn::Jq': [All, '.[] | select(.size >= {{ least }}) | <|lenght|>', [{ size: 1 }]] } }
`,
      fixed: `
Parameters:
  least: { Type: Number }
Outputs:
  large: { Type: List, Value: { 'Fn::Jq': [All, '.[] | select(.size >= {{ least }}) | length', [{ size: 1 }]] } }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  zone: { Type: String }
  index: { Type: Number }
  field: { Type: String }
Tasks:
  - Name: find
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeInstances }
    Outputs:
      some: { Type: List, ValueSelector: '.Instances.Instance[] | select(.ZoneId == "{{ zone }}")' }
      one: { Type: String, ValueSelector: 'Instances.Instance[{{ index }}].{{ field }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  filter: { Type: String }
  list: { Type: Json }
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties: { Duration: 1m }
Outputs:
  chosen: { Type: List, Value: { 'Fn::Jq': [All, '{{ filter }}', '{{ list }}'] } }
  counted: { Type: Json, Value: { 'Fn::Jq': [First, '{"{{ filter }}": ({{ list }} | length)}', '{{ list }}'] } }
`,
  ],

  check(context) {
    for (const selector of faultySelectors(context)) {
      const [problem] = selector.faults;
      if (!problem || !selector.embeds) continue;
      const { start, end } = problem.range;
      context.report(selector.content.rangeOf(start, end), problemWords(problem), repairs(selector, problem));
    }
  },
});
