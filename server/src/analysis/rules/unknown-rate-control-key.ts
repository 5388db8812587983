import { defineRule } from '../rule.ts';
import { reportUnknownKeys } from '../unknownKeys.ts';

export const unknownRateControlKey = defineRule({
  id: 'unknown-rate-control-key',
  severity: 'warning',
  summary: { en: 'RateControl has no such key.', zh: 'RateControl 没有这个键。' },
  why: {
    en: 'A key that OOS does not know has no effect, so the loop runs with the default of the key that was meant.',
    zh: 'OOS 不认识的键不起作用，循环会按本应填写的键的默认值执行。',
  },
  invalid: [
    {
      text: 'Tasks:\n  - Name: each\n    Action: ACS::ExecuteAPI\n    Loop:\n      Items: [a, b]\n      RateControl: { Mode: Concurrency, <|MaxError|>: 1, Concurrency: 5 }\n',
      fixed:
        'Tasks:\n  - Name: each\n    Action: ACS::ExecuteAPI\n    Loop:\n      Items: [a, b]\n      RateControl: { Mode: Concurrency, MaxErrors: 1, Concurrency: 5 }\n',
    },
    {
      text: 'Tasks:\n  - Name: each\n    Action: ACS::ExecuteAPI\n    Loop:\n      Items: [a, b]\n      RateControl:\n        Mode: Batch\n        <|Batches|>: [1, 50%]\n',
      fixed:
        'Tasks:\n  - Name: each\n    Action: ACS::ExecuteAPI\n    Loop:\n      Items: [a, b]\n      RateControl:\n        Mode: Batch\n        Batch: [1, 50%]\n',
    },
  ],
  valid: [
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
      RateControl: { Mode: Concurrency, MaxErrors: 10%, Concurrency: 5 }
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
      RateControl:
        Mode: Batch
        MaxErrors: 0
        Batch: [1, 25%, 50%]
        ConcurrencyInBatches: [1, 5, 10]
        BatchPauseOption: FirstBatchPause
`,
  ],

  check: (context) =>
    reportUnknownKeys(context, [
      { place: 'Tasks/*/Loop/RateControl', owner: { en: 'RateControl', zh: 'RateControl ' } },
    ]),
});
