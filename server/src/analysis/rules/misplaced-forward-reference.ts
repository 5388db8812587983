import { defineRule } from '../rule.ts';
import { taskUses } from '../taskUses.ts';

export const misplacedForwardReference = defineRule({
  id: 'misplaced-forward-reference',
  severity: 'error',
  summary: { en: 'A task reads an output of a task that runs later.', zh: '任务引用了后续任务的输出。' },
  why: {
    en: 'Tasks run in the order of the list, so the output does not exist yet. Move the other task up.',
    zh: '任务按列表顺序执行，此时该输出尚不存在。请把被引用的任务移到前面。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties: { Duration: '{{ <|times|>.seconds }}s' }
  - Name: times
    Action: ACS::ExecuteAPI
    Outputs:
      seconds: { Type: Number, ValueSelector: '.Regions.Region | length' }
`,
    },
    {
      text: `
Tasks:
  - Name: each
    Action: ACS::Loop
    Properties:
      LoopItems: [1]
      LoopTasks:
        - Name: first
          Action: ACS::Sleep
          Properties: { Duration: '{{ <|second|>.time }}' }
        - { Name: second, Action: ACS::Pause }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: times
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeRegions }
    Outputs:
      seconds: { Type: Number, ValueSelector: '.Regions.Region | length' }
  - Name: wait
    Action: ACS::Sleep
    Properties: { Duration: '{{ times.seconds }}s' }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: regions
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeRegions }
    Outputs:
      id: { Type: String, ValueSelector: RequestId }
  - Name: each
    Action: ACS::Loop
    Properties:
      LoopItems: [1]
      LoopRateControl: { Mode: Concurrency }
      LoopTasks:
        - Name: tell
          Action: ACS::Notify
          Properties:
            NotifyType: WebHook
            WebHook: { URI: 'https://example.com/h', Content: { text: '{{ regions.id }}' } }
`,
  ],

  check({ template, report }) {
    for (const { name, found } of taskUses(template)) {
      if (found?.relation !== 'later') continue;
      report(name.range, {
        en: `The task '${name.text}' runs later, so its outputs are not there yet.`,
        zh: `任务“${name.text}”在后面执行，此时还没有输出。`,
      });
    }
  },
});
