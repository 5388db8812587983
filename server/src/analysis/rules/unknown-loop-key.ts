import { defineRule } from '../rule.ts';
import { reportUnknownKeys } from '../unknownKeys.ts';

export const unknownLoopKey = defineRule({
  id: 'unknown-loop-key',
  severity: 'error',
  summary: { en: 'Loop has no such key.', zh: 'Loop 没有这个键。' },
  why: {
    en: 'A key that OOS does not know has no effect: with a slip in RateControl a loop runs one item after the other, or stops at the first failure.',
    zh: 'OOS 不认识的键不起作用：RateControl 拼错时，循环会逐个执行，或在第一次失败时停止。',
  },
  invalid: [
    {
      text: "Tasks:\n  - Name: each\n    Action: ACS::ExecuteAPI\n    Loop:\n      Items: '{{ ids }}'\n      <|RateContral|>: '{{ rateControl }}'\n",
      fixed:
        "Tasks:\n  - Name: each\n    Action: ACS::ExecuteAPI\n    Loop:\n      Items: '{{ ids }}'\n      RateControl: '{{ rateControl }}'\n",
    },
    {
      text: 'Tasks:\n  - { Name: each, Action: ACS::ExecuteAPI, Loop: { <|List|>: [1, 2], <|Parallel|>: 5 } }\n',
      fixed: 'Tasks:\n  - { Name: each, Action: ACS::ExecuteAPI, Loop: { Items: [1, 2], Concurrency: 5 } }\n',
    },
    { text: 'Tasks:\n  - { Name: each, Action: ACS::ExecuteAPI, Loop: { Items: [1, 2], <|Until|>: 5 } }\n' },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  regionIds: { Type: List }
  rateControl: { Type: Json, AssociationProperty: RateControl }
Tasks:
  - Name: zones
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeZones, Parameters: { RegionId: '{{ ACS::TaskLoopItem }}' } }
    Loop: { Items: '{{ regionIds }}', RateControl: '{{ rateControl }}' }
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
      Mode: Concurrency
      MaxErrors: 1
      Concurrency: 50%
      Outputs:
        zoneIds: { AggregateType: Fn::ListJoin, AggregateField: zoneIds }
    Outputs:
      zoneIds: { Type: List, ValueSelector: 'Zones.Zone[].ZoneId' }
Outputs:
  zoneIds: { Type: List, Value: '{{ zones.zoneIds }}' }
`,
  ],

  check: (context) =>
    reportUnknownKeys(context, [
      {
        place: 'Tasks/*/Loop',
        owner: { en: 'Loop', zh: 'Loop ' },
        meant: {
          list: 'Items',
          in: 'Items',
          over: 'Items',
          parallel: 'Concurrency',
          parallelism: 'Concurrency',
          maxconcurrency: 'Concurrency',
          ratelimit: 'RateControl',
        },
      },
    ]),
});
