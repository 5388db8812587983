import { defineRule } from '../rule.ts';
import { taskUses } from '../taskUses.ts';

export const misplacedSelfReference = defineRule({
  id: 'misplaced-self-reference',
  severity: 'error',
  summary: { en: 'A task reads an output of its own.', zh: '任务引用了自身的输出。' },
  why: {
    en: 'The outputs of a task are there only after it has run.',
    zh: '任务执行完成之后才有输出。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties: { Duration: '{{ <|wait|>.seconds }}s' }
    Outputs:
      seconds: { Type: Number, ValueSelector: '.seconds' }
`,
    },
    {
      text: "Tasks:\n  - Name: again\n    Action: ACS::Pause\n    When: { 'Fn::Equals': ['{{ <|Again|>.state }}', done] }\n",
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: each
    Action: ACS::Loop
    Properties:
      LoopItems: [1, 2]
      LoopRateControl: { Mode: Concurrency, Concurrency: 1 }
      LoopTasks:
        - Name: regions
          Action: ACS::ExecuteAPI
          Properties: { Service: ECS, API: DescribeRegions }
          Outputs:
            id: { Type: String, ValueSelector: RequestId }
    Outputs:
      ids: { Type: List, ValueSelector: '{{ regions.id }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  wait: { Type: String, Default: 5s }
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties: { Duration: '{{ wait }}' }
`,
  ],

  check({ template, report }) {
    for (const { name, found } of taskUses(template)) {
      if (found?.relation !== 'self') continue;
      report(name.range, {
        en: `The task '${name.text}' cannot read its own outputs: it has not run yet.`,
        zh: `任务“${name.text}”尚未执行，不能引用自身的输出。`,
      });
    }
  },
});
