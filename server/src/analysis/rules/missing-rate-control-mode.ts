import { insertPairs } from '../../syntax/edit.ts';
import { pairOf } from '../../syntax/navigate.ts';
import { changeScalar } from '../fixes.ts';
import { problemsAt } from '../languageProblems.ts';
import { misspelt } from '../misspelt.ts';
import { defineRule } from '../rule.ts';

const known = ['Mode', 'MaxErrors', 'Concurrency', 'Batch', 'ConcurrencyInBatches', 'BatchPauseOption'];

export const missingRateControlMode = defineRule({
  id: 'missing-rate-control-mode',
  severity: 'warning',
  summary: { en: 'RateControl has no Mode.', zh: 'RateControl 没有 Mode。' },
  why: {
    en: 'Mode says which of the other keys count: Concurrency with mode Concurrency, Batch and its companions with mode Batch. It has no default.',
    zh: 'Mode 决定其他键是否生效：Concurrency 用于 Concurrency 模式，Batch 等用于 Batch 模式。它没有默认值。',
  },
  invalid: [
    {
      text: 'Tasks:\n  - Name: each\n    Action: ACS::ExecuteAPI\n    Loop:\n      Items: [a]\n      <|RateControl|>: { MaxErrors: 1, Concurrency: 5 }\n',
      fixed:
        'Tasks:\n  - Name: each\n    Action: ACS::ExecuteAPI\n    Loop:\n      Items: [a]\n      RateControl: { MaxErrors: 1, Concurrency: 5, Mode: Concurrency }\n',
    },
    {
      text: 'Tasks:\n  - Name: each\n    Action: ACS::ExecuteAPI\n    Loop:\n      Items: [a]\n      <|RateControl|>:\n        Batch: [1, 5]\n',
      fixed:
        'Tasks:\n  - Name: each\n    Action: ACS::ExecuteAPI\n    Loop:\n      Items: [a]\n      RateControl:\n        Batch: [1, 5]\n        Mode: Batch\n',
    },
    {
      text: 'Tasks:\n  - Name: each\n    Action: ACS::ExecuteAPI\n    Loop:\n      Items: [a]\n      RateControl: { <|mode|>: Concurrency }\n',
      fixed:
        'Tasks:\n  - Name: each\n    Action: ACS::ExecuteAPI\n    Loop:\n      Items: [a]\n      RateControl: { Mode: Concurrency }\n',
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
      RateControl: { Mode: Concurrency, Concurrency: 5 }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  regionIds: { Type: List }
Tasks:
  - Name: zones
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeZones, Parameters: { RegionId: '{{ ACS::TaskLoopItem }}' } }
    Loop: { Items: '{{ regionIds }}', Concurrency: 5 }
`,
  ],

  check(context) {
    const { document, report } = context;
    for (const { mapping, pair } of problemsAt(context, ['missing-key'], ['Tasks/*/Loop/RateControl'])) {
      const message = {
        en: 'RateControl needs Mode: Concurrency or Batch.',
        zh: 'RateControl 需要 Mode：Concurrency 或 Batch。',
      };
      const near = misspelt(mapping, 'Mode', known);
      if (near) report(near.key.range, message, [changeScalar(document.text, near.key, 'Mode')]);
      else {
        const value = pairOf(mapping, 'Batch') || pairOf(mapping, 'ConcurrencyInBatches') ? 'Batch' : 'Concurrency';
        const title = { en: `Add Mode: ${value}`, zh: `添加 Mode: ${value}` };
        report(pair?.key.range ?? mapping.range, message, [
          {
            title,
            edits: [insertPairs(document.tree, mapping, [{ key: 'Mode', value }])],
            guess: !pairOf(mapping, value),
          },
        ]);
      }
    }
  },
});
