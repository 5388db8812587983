import { defineRule } from '../rule.ts';
import { reportUnknownKeys } from '../unknownKeys.ts';

export const unknownOutputKey = defineRule({
  id: 'unknown-output-key',
  severity: 'warning',
  summary: { en: 'An output has no such key.', zh: '输出没有这个键。' },
  why: {
    en: 'Outputs of tasks have Type and ValueSelector, outputs of a loop AggregateType and AggregateField, outputs of the template Type and Value. Other keys have no effect.',
    zh: '任务的输出使用 Type 和 ValueSelector，循环的输出使用 AggregateType 和 AggregateField，模板的输出使用 Type 和 Value。其他键不起作用。',
  },
  invalid: [
    {
      text: 'Tasks:\n  - Name: read\n    Action: ACS::ExecuteAPI\n    Outputs:\n      ids: { Type: List, <|Selector|>: .ids }\nOutputs:\n  ids: { <|type|>: List, <|ValueSelector|>: x }\n',
      fixed:
        'Tasks:\n  - Name: read\n    Action: ACS::ExecuteAPI\n    Outputs:\n      ids: { Type: List, ValueSelector: .ids }\nOutputs:\n  ids: { Type: List, Value: x }\n',
    },
    {
      text: 'Tasks:\n  - Name: read\n    Action: ACS::ExecuteAPI\n    Loop:\n      Items: [a]\n      Outputs:\n        all: { AggregateType: Fn::ListJoin, <|AggregatedField|>: id }\n    Outputs:\n      id: { <|Value|>: .id }\n',
      fixed:
        'Tasks:\n  - Name: read\n    Action: ACS::ExecuteAPI\n    Loop:\n      Items: [a]\n      Outputs:\n        all: { AggregateType: Fn::ListJoin, AggregateField: id }\n    Outputs:\n      id: { ValueSelector: .id }\n',
    },
    { text: "Tasks: []\nOutputs:\n  ids: { Value: '{{ ids }}', <|NoEcho|>: true }\n" },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: regions
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeRegions, Parameters: {} }
    Outputs:
      ids: { Type: List, ValueSelector: 'Regions.Region[].RegionId', Description: All regions }
Outputs:
  ids: { Type: List, Value: '{{ regions.ids }}' }
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
        all: { AggregateType: Fn::ListJoin, AggregateField: zoneIds }
    Outputs:
      zoneIds: { Type: List, ValueSelector: 'Zones.Zone[].ZoneId' }
Outputs:
  zoneIds: { Type: List, Value: { Fn::MergeList: ['{{ zones.all }}'] }, Description: The zones of all regions }
`,
  ],

  check: (context) =>
    reportUnknownKeys(context, [
      {
        place: 'Tasks/*/Outputs/*',
        owner: { en: 'An output of a task', zh: '任务的输出' },
        meant: { value: 'ValueSelector', selector: 'ValueSelector', path: 'ValueSelector', jq: 'ValueSelector' },
      },
      {
        place: 'Tasks/*/Loop/Outputs/*',
        owner: { en: 'An output of a loop', zh: '循环的输出' },
        meant: { type: 'AggregateType', field: 'AggregateField' },
      },
      {
        place: 'Outputs/*',
        owner: { en: 'An output of the template', zh: '模板的输出' },
        meant: { valueselector: 'Value', selector: 'Value' },
      },
    ]),
});
