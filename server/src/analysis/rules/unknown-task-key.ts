import { defineRule } from '../rule.ts';
import { reportUnknownKeys } from '../unknownKeys.ts';

export const unknownTaskKey = defineRule({
  id: 'unknown-task-key',
  severity: 'warning',
  summary: { en: 'A task has no such key.', zh: '任务没有这个键。' },
  why: {
    en: 'A key that OOS does not know has no effect. What an action needs stands under Properties; a task has no Timeout and no DependsOn.',
    zh: 'OOS 不认识的键不起作用。动作所需的内容写在 Properties 下；任务没有 Timeout 和 DependsOn。',
  },
  invalid: [
    {
      text: 'Tasks:\n  - Name: stop\n    Action: ACS::Pause\n    <|OnFailure|>: ACS::END\n    <|Descripton|>: Waits\n',
      fixed: 'Tasks:\n  - Name: stop\n    Action: ACS::Pause\n    OnError: ACS::END\n    Description: Waits\n',
    },
    {
      text: 'Tasks:\n  - { <|name|>: stop, Action: ACS::Pause }\n',
      fixed: 'Tasks:\n  - { Name: stop, Action: ACS::Pause }\n',
    },
    {
      text: 'Tasks:\n  - Name: each\n    Action: ACS::Loop\n    Properties:\n      LoopTasks:\n        - { Name: stop, Action: ACS::Pause, <|Timeout|>: 5 }\n',
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Description: Waits a while
    Properties: { Duration: 5s }
    OnSuccess: stop
    OnError: ACS::END
  - Name: stop
    Action: ACS::Pause
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  regionId: { Type: String }
  wanted: { Type: Boolean, Default: true }
Tasks:
  - Name: untilThere
    Action: ACS::WaitFor
    When: { Fn::Equals: ['{{ wanted }}', true] }
    Properties:
      Service: ECS
      API: DescribeInstances
      Parameters: { RegionId: '{{ regionId }}' }
      PropertySelector: Instances.Instance[].Status
      DesiredValues: [Running]
    Retries: 20
    DelayType: Linear
    Delay: 5
    BackOff: 2
    MaxRetryInterval: 60
`,
  ],

  check: (context) =>
    reportUnknownKeys(context, [
      {
        place: 'Tasks/*',
        owner: { en: 'A task', zh: '任务' },
        meant: {
          id: 'Name',
          type: 'Action',
          uses: 'Action',
          condition: 'When',
          if: 'When',
          onfailure: 'OnError',
          onfail: 'OnError',
          catch: 'OnError',
          next: 'OnSuccess',
          nexttask: 'OnSuccess',
          inputs: 'Properties',
          parameters: 'Properties',
          with: 'Properties',
          foreach: 'Loop',
          maxretries: 'Retries',
          retrytimes: 'Retries',
          maxattempts: 'Retries',
        },
      },
    ]),
});
