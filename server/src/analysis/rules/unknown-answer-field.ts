import { answerSlips } from '../calls/answerPaths.ts';
import { defineRule } from '../rule.ts';

export const unknownAnswerField = defineRule({
  id: 'unknown-answer-field',
  severity: 'warning',
  summary: {
    en: 'A selector asks for something that the answer cannot have.',
    zh: '选择器读取的内容不在操作的返回结果中。',
  },
  why: {
    en: 'The selector finds nothing: the output is empty, a check never holds, a wait runs until its retries are used up.',
    zh: '选择器取不到内容：输出为空，检查永远不成立，等待会一直持续到重试次数用完。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: ask
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeInstances }
    Outputs:
      status: { Type: String, ValueSelector: '.Instances.Instance[0].<|Staus|>' }
`,
      fixed: `
Tasks:
  - Name: ask
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeInstances }
    Outputs:
      status: { Type: String, ValueSelector: '.Instances.Instance[0].Status' }
`,
    },
    {
      text: `
Tasks:
  - Name: wait
    Action: ACS::WaitFor
    Properties:
      Service: ECS
      API: DescribeInstances
      PropertySelector: 'Instances.Instance.<|Status|>'
      DesiredValues: [Running]
`,
      fixed: `
Tasks:
  - Name: wait
    Action: ACS::WaitFor
    Properties:
      Service: ECS
      API: DescribeInstances
      PropertySelector: 'Instances.Instance[].Status'
      DesiredValues: [Running]
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: ask
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeInstances }
    Outputs:
      id: { Type: String, ValueSelector: 'Instances.Instance[].InstanceId' }
      count: { Type: Number, ValueSelector: .TotalCount }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: ask
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeInstances }
    Outputs:
      odd: { Type: String, ValueSelector: '.Nothing // .RequestId' }
`,
  ],

  check(context) {
    for (const { range, message, fixes } of answerSlips(context)) context.report(range, message, fixes);
  },
});
