import { insertPairs } from '../../syntax/edit.ts';
import { isNull, pairOf } from '../../syntax/navigate.ts';
import { changeScalar } from '../fixes.ts';
import { languageKeys, problemsAt } from '../languageProblems.ts';
import { misspelt } from '../misspelt.ts';
import { defineRule } from '../rule.ts';

export const missingLoopItems = defineRule({
  id: 'missing-loop-items',
  severity: 'error',
  summary: { en: 'A loop has no Items.', zh: '循环没有 Items。' },
  why: {
    en: 'A loop runs its task once for each of its items, so it cannot do without them.',
    zh: '循环会对每个元素各执行一次任务，因此必须有 Items。',
  },
  invalid: [
    {
      text: 'Tasks:\n  - Name: each\n    Action: ACS::ExecuteAPI\n    <|Loop|>:\n      Concurrency: 5\n',
      fixed: 'Tasks:\n  - Name: each\n    Action: ACS::ExecuteAPI\n    Loop:\n      Concurrency: 5\n      Items: []\n',
    },
    {
      text: 'Tasks:\n  - { Name: each, Action: ACS::ExecuteAPI, Loop: { <|Item|>: [a, b] } }\n',
      fixed: 'Tasks:\n  - { Name: each, Action: ACS::ExecuteAPI, Loop: { Items: [a, b] } }\n',
    },
    { text: 'Tasks:\n  - { Name: each, Action: ACS::ExecuteAPI, Loop: { <|Items|>: null, Concurrency: 5 } }\n' },
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
    Loop: { Items: '{{ regionIds }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  some: { Type: List }
  more: { Type: List }
Tasks:
  - Name: zones
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeZones, Parameters: { RegionId: '{{ ACS::TaskLoopItem }}' } }
    Loop:
      Items: { Fn::MergeList: ['{{ some }}', '{{ more }}'] }
`,
  ],

  check(context) {
    const { document, template, catalog, report } = context;
    const message = { en: 'This loop has no Items to go through.', zh: '该循环没有要遍历的 Items。' };
    for (const { mapping, pair } of problemsAt(context, ['missing-key'], ['Tasks/*/Loop'])) {
      const near = misspelt(mapping, 'Items', languageKeys(catalog, 'loop'));
      if (near) report(near.key.range, message, [changeScalar(document.text, near.key, 'Items')]);
      else {
        const edits = [insertPairs(document.tree, mapping, [{ key: 'Items', value: [] }])];
        report(pair?.key.range ?? mapping.range, message, [
          { title: { en: 'Add Items', zh: '添加 Items' }, edits, guess: true },
        ]);
      }
    }
    for (const { loop } of template.allTasks) {
      const items = pairOf(loop?.node, 'Items');
      if (items && isNull(items.value)) report(items.key.range, message);
    }
  },
});
