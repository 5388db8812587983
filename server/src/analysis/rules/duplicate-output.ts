import { reportCaseTwins } from '../duplicateNames.ts';
import { defineRule } from '../rule.ts';

export const duplicateOutput = defineRule({
  id: 'duplicate-output',
  severity: 'error',
  summary: { en: 'Two outputs differ in letter case only.', zh: '两个输出的名称只有大小写不同。' },
  why: {
    en: 'OOS does not look at letter case, so one of the two values is lost. This holds for the outputs of a task, of a loop and of the template.',
    zh: 'OOS 不区分大小写，因此会丢失其中一个值。任务、循环和模板的输出都是如此。',
  },
  invalid: [
    { text: "Tasks: []\nOutputs:\n  id: { Value: '1' }\n  <|Id|>: { Value: '2' }\n" },
    {
      text: 'Tasks:\n  - Name: read\n    Action: ACS::ExecuteAPI\n    Loop:\n      Items: [a]\n      Outputs:\n        all: {}\n        <|ALL|>: {}\n    Outputs:\n      id: { ValueSelector: .id }\n      <|ID|>: { ValueSelector: .id }\n',
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: regions
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeRegions, Parameters: {} }
    Outputs:
      ids: { Type: List, ValueSelector: 'Regions.Region[].RegionId' }
      names: { Type: List, ValueSelector: 'Regions.Region[].LocalName' }
Outputs:
  ids: { Type: List, Value: '{{ regions.ids }}' }
  names: { Type: List, Value: '{{ regions.names }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  regionIds: { Type: List }
Tasks:
  - Name: zones
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeZones, Parameters: { RegionId: '{{ ACS::TaskLoopItem }}' } }
    Loop:
      Items: '{{ regionIds }}'
      Outputs:
        zoneIds: { AggregateType: Fn::ListJoin, AggregateField: zoneIds }
    Outputs:
      zoneIds: { Type: List, ValueSelector: 'Zones.Zone[].ZoneId' }
Outputs:
  zoneIds: { Type: List, Value: '{{ zones.zoneIds }}' }
`,
  ],

  check(context) {
    const { template } = context;
    reportCaseTwins(context, template.outputs);
    for (const task of template.allTasks) {
      reportCaseTwins(context, task.outputs);
      if (task.loop) reportCaseTwins(context, task.loop.outputs);
    }
  },
});
