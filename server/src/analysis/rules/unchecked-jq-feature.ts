import { problemWords } from '../jq/problemWords.ts';
import { repairs } from '../jq/repairs.ts';
import { faultySelectors } from '../jq/selectors.ts';
import { defineRule } from '../rule.ts';

export const uncheckedJqFeature = defineRule({
  id: 'unchecked-jq-feature',
  severity: 'warning',
  summary: { en: 'A selector needs a later jq than 1.6.', zh: '选择器需要比 1.6 更高版本的 jq。' },
  why: {
    en: 'All selectors of the public templates compile with jq 1.6. Whether the service has a later version is not documented, so what only later versions read may fail.',
    zh: '公共模板的选择器都能用 jq 1.6 编译。服务是否使用更高版本没有公开说明，只有高版本支持的写法可能失败。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: find
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeInstances }
    Outputs:
      first: { Type: String, ValueSelector: '.Instances.Instance<|.|>[0].InstanceId' }
      state: { Type: String, ValueSelector: 'if .Ready then "ready" <|end|>' }
`,
      fixed: `
Tasks:
  - Name: find
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeInstances }
    Outputs:
      first: { Type: String, ValueSelector: '.Instances.Instance[0].InstanceId' }
      state: { Type: String, ValueSelector: 'if .Ready then "ready" else . end' }
`,
    },
    {
      text: `
Outputs:
  some: { Type: Json, Value: { 'Fn::Jq': [First, '<|pick|>(.a)', { a: 1 }] } }
`,
    },
    {
      text: `
Outputs:
  some: { Type: Json, Value: { 'Fn::Jq': [First, '.a<|?//|>.b', { a: 1 }] } }
`,
      fixed: `
Outputs:
  some: { Type: Json, Value: { 'Fn::Jq': [First, '.a? //.b', { a: 1 }] } }
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
      first: { Type: String, ValueSelector: '.Instances.Instance[0].InstanceId? // "none"' }
      state: { Type: String, ValueSelector: 'if .Ready then "ready" else empty end' }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: find
    Action: ACS::ExecuteAPI
    Properties: { Service: ADCP, API: DescribeRegions }
    Outputs:
      date: { Type: String, ValueSelector: date }
      ok: { Type: String, ValueSelector: '{(.name): 1, "if": 2}' }
`,
  ],

  check(context) {
    for (const selector of faultySelectors(context)) {
      if (selector.embeds) continue;
      for (const problem of selector.later) {
        const { start, end } = problem.range;
        context.report(selector.content.rangeOf(start, end), problemWords(problem), repairs(selector, problem));
      }
    }
  },
});
