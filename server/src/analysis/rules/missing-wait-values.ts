import { absenceOf, tasksOf } from '../flow/statedProperties.ts';
import { defineRule } from '../rule.ts';

export const missingWaitValues = defineRule({
  id: 'missing-wait-values',
  severity: 'error',
  summary: {
    en: 'ACS::WaitFor or ACS::CheckFor has no value to compare with.',
    zh: 'ACS::WaitFor 或 ACS::CheckFor 没有用于比较的值。',
  },
  why: {
    en: 'The task succeeds when the selected value is among DesiredValues, or not among NotDesiredValues. The service wants one of the two.',
    zh: '当所选的值在 DesiredValues 中，或不在 NotDesiredValues 中时任务成功。服务要求二者至少有其一。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: wait
    Action: ACS::WaitFor
    <|Properties|>:
      Service: ECS
      API: DescribeInstances
      PropertySelector: Instances.Instance[].Status
`,
      fixed: `
Tasks:
  - Name: wait
    Action: ACS::WaitFor
    Properties:
      Service: ECS
      API: DescribeInstances
      PropertySelector: Instances.Instance[].Status
      DesiredValues: [""]
`,
    },
    {
      text: 'Tasks:\n  - Name: check\n    Action: ACS::CheckFor\n    Properties: { PropertySelector: Status, <|DesireValues|>: [Running] }\n',
      fixed:
        'Tasks:\n  - Name: check\n    Action: ACS::CheckFor\n    Properties: { PropertySelector: Status, DesiredValues: [Running] }\n',
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: wait
    Action: ACS::WaitFor
    Properties:
      Service: ECS
      API: DescribeInstances
      PropertySelector: Instances.Instance[].Status
      DesiredValues: [Running]
      NotDesiredValues: [Stopped]
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: check
    Action: ACS::CheckFor
    Properties: { Service: ECS, API: DescribeInstances, PropertySelector: TotalCount, NotDesiredValues: [0] }
`,
  ],

  check(context) {
    for (const task of tasksOf(context, 'ACS::WaitFor', 'ACS::CheckFor')) {
      // Without any properties missing-property says enough.
      const absence =
        task.properties &&
        absenceOf(context, task, ['DesiredValues', 'NotDesiredValues'], { key: 'DesiredValues', value: [''] });
      if (!absence) continue;
      context.report(
        absence.range,
        {
          en: `${task.action} needs DesiredValues or NotDesiredValues, a list of the values to compare with.`,
          zh: `${task.action} 需要 DesiredValues 或 NotDesiredValues，即用于比较的值的列表。`,
        },
        absence.fixes,
      );
    }
  },
});
