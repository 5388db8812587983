import { defineRule } from '../rule.ts';
import { taskUses } from '../taskUses.ts';

export const uncheckedTaskOutput = defineRule({
  id: 'unchecked-task-output',
  severity: 'hint',
  summary: {
    en: 'A reference reads the result of a task that declares no outputs.',
    zh: '引用读取了未声明任何输出的任务的结果。',
  },
  why: {
    en: 'The service reads such a name directly from the result of the action, as a list. It cannot be checked here; a declared output can.',
    zh: '服务会直接从动作结果中读取该名称，得到的是列表。此处无法检查；声明为输出后即可检查。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: regions
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeRegions }
Outputs:
  id: { Type: List, Value: '{{ regions.<|RequestId|> }}' }
`,
    },
    {
      text: `
Tasks:
  - { Name: ask, Action: ACS::ExecuteAPI, Properties: { Service: ECS, API: DescribeRegions } }
  - Name: wait
    Action: ACS::Sleep
    When: { 'Fn::Equals': ['{{ Ask.<|state|> }}', done] }
    Properties: { Duration: 5s }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: regions
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeRegions }
    Outputs:
      id: { Type: String, ValueSelector: RequestId }
Outputs:
  id: { Type: String, Value: '{{ regions.id }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: regions
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeRegions }
Outputs:
  names: { Type: List, Value: '{{ regions.Regions.Region[]?.LocalName }}' }
`,
  ],

  check({ template, report }) {
    for (const { name, path, simple, found } of taskUses(template)) {
      if (!found || !simple || found.relation !== 'earlier') continue;
      const { loop, outputs } = found.task;
      if (outputs.all.length > 0 || (loop && loop.outputs.all.length > 0)) continue;
      report(path.range, {
        en: `The task '${name.text}' declares no outputs, so '${path.text}' is read from its result and cannot be checked.`,
        zh: `任务“${name.text}”没有声明输出，“${path.text}”将直接从其结果中读取，无法检查。`,
      });
    }
  },
});
