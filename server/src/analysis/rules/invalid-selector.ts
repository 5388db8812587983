import { problemWords } from '../jq/problemWords.ts';
import { repairs } from '../jq/repairs.ts';
import { faultySelectors } from '../jq/selectors.ts';
import { defineRule } from '../rule.ts';

export const invalidSelector = defineRule({
  id: 'invalid-selector',
  severity: 'error',
  summary: { en: 'A selector is not valid jq.', zh: '选择器不是有效的 jq 表达式。' },
  why: {
    en: 'ValueSelector, PropertySelector and the filter of Fn::Jq are jq expressions, with or without a dot in front. One that jq cannot compile gives no value, and the task fails.',
    zh: 'ValueSelector、PropertySelector 以及 Fn::Jq 的过滤器都是 jq 表达式，开头的点可以省略。jq 无法编译的表达式得不到值，任务会失败。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: find
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeInstances }
    Outputs:
      id: { Type: String, ValueSelector: 'Instances.Instance<|[|>0' }
      names: { Type: List, ValueSelector: '.Instances.Instance[] | <|selct|>(.Status == "Running") | .InstanceName' }
      zone: { Type: String, ValueSelector: 'Instances.Instance[0].ZoneId<|]|>' }
`,
      fixed: `
Tasks:
  - Name: find
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeInstances }
    Outputs:
      id: { Type: String, ValueSelector: 'Instances.Instance[0]' }
      names: { Type: List, ValueSelector: '.Instances.Instance[] | select(.Status == "Running") | .InstanceName' }
      zone: { Type: String, ValueSelector: 'Instances.Instance[0].ZoneId' }
`,
    },
    {
      text: `
Tasks:
  - Name: wait
    Action: ACS::WaitFor
    Properties: { Service: ECS, API: DescribeInstances, PropertySelector: 'Instances.Instance[].<|状|>态', DesiredValues: [Running] }
Outputs:
  ids: { Type: List, Value: { 'Fn::Jq': [All, '.[] | select(.a == "x" <|&|>& .b)', '{{ wait.list }}'] } }
`,
      fixed: `
Tasks:
  - Name: wait
    Action: ACS::WaitFor
    Properties: { Service: ECS, API: DescribeInstances, PropertySelector: 'Instances.Instance[]."状态"', DesiredValues: [Running] }
Outputs:
  ids: { Type: List, Value: { 'Fn::Jq': [All, '.[] | select(.a == "x" and .b)', '{{ wait.list }}'] } }
`,
    },
    {
      text: `
Tasks:
  - Name: call
    Action: ACS::ExecuteHttpRequest
    Properties:
      URL: https://example.com
      CheckFor: { Rules: [{ PropertySelector: 'state <|==|>', Operator: Equals, Value: ok }] }
    Outputs:
      name: { Type: String, ValueSelector: 'Data.user-<|name|>' }
      text: { Type: String, ValueSelector: '. as $first | $first + <|$frst|>' }
`,
      fixed: `
Tasks:
  - Name: call
    Action: ACS::ExecuteHttpRequest
    Properties:
      URL: https://example.com
      CheckFor: { Rules: [{ PropertySelector: 'state ', Operator: Equals, Value: ok }] }
    Outputs:
      name: { Type: String, ValueSelector: 'Data."user-name"' }
      text: { Type: String, ValueSelector: '. as $first | $first + $first' }
`,
    },
    {
      text: `
Tasks:
  - Name: wait
    Action: ACS::CheckFor
    Properties: { Service: ECS, API: DescribeInstances, PropertySelector: '.a == .b <|==|> .c', DesiredValues: ['true'] }
    Outputs:
      half: { Type: Number, ValueSelector: '.TotalCount | <|map|>' }
      text: { Type: String, ValueSelector: '"<|\\d|>" + .a' }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: find
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeInstances }
    Outputs:
      id: { Type: String, ValueSelector: 'Instances.Instance[0].InstanceId' }
      all: { Type: Json, ValueSelector: . }
      some: { Type: List, ValueSelector: '[.Instances.Instance[] | select(.Status == "运行中") | {id: .InstanceId, ZoneId}]' }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: find
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeInstances }
    Outputs:
      id: { Type: String, ValueSelector: { 'Fn::Join': ['.', [Instances, '[']] } }
  - Name: each
    Action: ACS::Loop
    Properties:
      LoopItems: [1, 2]
      LoopRateControl: { Mode: Concurrency, MaxErrors: 0, Concurrency: 1 }
      LoopTasks: [{ Name: stop, Action: ACS::Pause }]
    Outputs:
      states: { Type: List, ValueSelector: '{{ stop.state }}' }
`,
  ],

  check(context) {
    for (const selector of faultySelectors(context)) {
      if (selector.embeds) continue;
      for (const problem of selector.faults) {
        const { start, end } = problem.range;
        context.report(selector.content.rangeOf(start, end), problemWords(problem), repairs(selector, problem));
      }
    }
  },
});
