import { closest } from '../../template/closest.ts';
import { visibleTasks } from '../../template/scope.ts';
import { changeText } from '../fixes.ts';
import { mayHaveLostTask } from '../lostNames.ts';
import { defineRule } from '../rule.ts';
import { taskUses } from '../taskUses.ts';

export const unknownTask = defineRule({
  id: 'unknown-task',
  severity: 'error',
  summary: { en: 'A reference reads an output of a task that is not there.', zh: '引用了不存在的任务的输出。' },
  why: {
    en: 'What stands in front of the dot is the name of a task; the service refuses a name that no task has.',
    zh: '点号前面是任务名称，服务会拒绝不存在的任务名称。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: findVm
    Action: ACS::ExecuteAPI
    Outputs:
      id: { ValueSelector: id }
Outputs:
  id: { Value: '{{ <|findVn|>.id }}' }
`,
      fixed: `
Tasks:
  - Name: findVm
    Action: ACS::ExecuteAPI
    Outputs:
      id: { ValueSelector: id }
Outputs:
  id: { Value: '{{ findVm.id }}' }
`,
    },
    {
      text: "Tasks:\n  - Name: wait\n    Action: ACS::Sleep\n    Properties: { Duration: '{{ <|clock|>.seconds }}' }\n",
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
      ids: { Type: List, ValueSelector: 'Regions.Region[].RegionId' }
Outputs:
  ids: { Type: List, Value: '{{ Regions.ids }}' }
  names: { Type: List, Value: '{{ regions.Regions.Region[]?.LocalName }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: each
    Action: ACS::Loop
    Properties:
      LoopItems: [1]
      LoopRateControl: { Mode: Concurrency }
      LoopTasks:
        - Name: inner
          Action: ACS::ExecuteAPI
          Properties: { Service: ECS, API: DescribeRegions }
          Outputs:
            id: { Type: String, ValueSelector: RequestId }
    Outputs:
      ids: { Type: List, ValueSelector: '{{ inner.id }}' }
Outputs:
  ids: { Type: List, Value: '{{ each.ids }}' }
`,
  ],

  check({ template, report }) {
    for (const { name, place, found } of taskUses(template)) {
      if (found || mayHaveLostTask(template, place.task)) continue;
      const near = closest(
        name.text,
        visibleTasks(template, place).flatMap((task) => task.name ?? []),
      );
      report(
        name.range,
        { en: `There is no task '${name.text}'.`, zh: `没有任务“${name.text}”。` },
        near === undefined ? [] : [changeText(name.range, near)],
      );
    }
  },
});
