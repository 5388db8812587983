import { toData } from '../../syntax/navigate.ts';
import type { SyntaxTree, ValueNode } from '../../syntax/node.ts';
import { closest } from '../../template/closest.ts';
import type { Words } from '../../words/words.ts';
import { asList, asWord, shown } from '../literals.ts';
import { rateControlProblems } from '../rateControl.ts';
import { defineRule, type Fix } from '../rule.ts';

const words: Readonly<Record<string, readonly string[]>> = {
  Mode: ['Concurrency', 'Batch'],
  BatchPauseOption: ['Automatic', 'FirstBatchPause', 'EveryBatchPause'],
};
const lists = ['Batch', 'ConcurrencyInBatches'];

export const invalidRateControlValue = defineRule({
  id: 'invalid-rate-control-value',
  severity: 'warning',
  summary: { en: 'A value of a rate control is not one that OOS takes.', zh: '速率控制的取值不被 OOS 接受。' },
  why: {
    en: 'Mode is Concurrency or Batch; MaxErrors and Concurrency are whole numbers or percentages such as 10%; Batch and ConcurrencyInBatches are lists of them. The default of a parameter with AssociationProperty RateControl is checked too.',
    zh: 'Mode 是 Concurrency 或 Batch；MaxErrors 和 Concurrency 是整数或百分比（如 10%）；Batch 和 ConcurrencyInBatches 是其列表。AssociationProperty 为 RateControl 的参数的默认值也会检查。',
  },
  invalid: [
    {
      text: "Tasks:\n  - Name: each\n    Action: ACS::ExecuteAPI\n    Loop:\n      Items: [a]\n      RateControl: { Mode: <|concurency|>, MaxErrors: <|'10 %'|> }\n",
      fixed:
        "Tasks:\n  - Name: each\n    Action: ACS::ExecuteAPI\n    Loop:\n      Items: [a]\n      RateControl: { Mode: Concurrency, MaxErrors: '10%' }\n",
    },
    {
      text: "Parameters:\n  rateControl:\n    Type: Json\n    AssociationProperty: RateControl\n    Default: { Mode: <|'Concurrency,'|>, MaxErrors: <|'0,'|>, Concurrency: 10 }\n",
      fixed:
        "Parameters:\n  rateControl:\n    Type: Json\n    AssociationProperty: RateControl\n    Default: { Mode: 'Concurrency', MaxErrors: '0', Concurrency: 10 }\n",
    },
    {
      text: 'Tasks:\n  - Name: each\n    Action: ACS::ExecuteAPI\n    Loop:\n      Items: [a]\n      RateControl:\n        Mode: Batch\n        Batch: <|5|>\n        ConcurrencyInBatches: [1, 5]\n        BatchPauseOption: <|firstBatchPause|>\n',
      fixed:
        'Tasks:\n  - Name: each\n    Action: ACS::ExecuteAPI\n    Loop:\n      Items: [a]\n      RateControl:\n        Mode: Batch\n        Batch: [5]\n        ConcurrencyInBatches: [1, 5]\n        BatchPauseOption: FirstBatchPause\n',
    },
    {
      text: 'Tasks:\n  - Name: each\n    Action: ACS::ExecuteAPI\n    Loop: { Items: [a], Concurrency: <|-1|>, MaxErrors: <|few|>, Mode: <|Parallel|>, RateControl: { Mode: Batch, Batch: [1, <|half|>] } }\n',
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  regionIds: { Type: List }
  rateControl:
    Type: Json
    AssociationProperty: RateControl
    Default: { Mode: Concurrency, MaxErrors: 0, Concurrency: 10 }
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
  most: { Type: Number }
  pause: { Type: String, Default: Automatic }
Tasks:
  - Name: zones
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeZones, Parameters: { RegionId: '{{ ACS::TaskLoopItem }}' } }
    Loop:
      Items: '{{ regionIds }}'
      RateControl: { Mode: Batch, MaxErrors: '{{ most }}', Batch: [1, '25%', 50], ConcurrencyInBatches: [1, 2, 3] }
  - Name: again
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeZones, Parameters: { RegionId: '{{ ACS::TaskLoopItem }}' } }
    Loop:
      Items: '{{ regionIds }}'
      MaxErrors: '100%'
      Concurrency: { Fn::CalculateBatch: ['{{ most }}', '{{ regionIds }}'] }
      BatchPauseOption: '{{ pause }}'
`,
  ],

  check(context) {
    for (const problem of rateControlProblems(context)) {
      if (!('node' in problem)) continue;
      const { steps, node } = problem;
      const key = steps.findLast((step) => !/^\d+$/.test(step)) ?? '';
      const isItem = key !== steps.at(-1);
      const value = shown(toData(node));
      const { en, zh } = allowed(key, isItem);
      const fix = repair(key, isItem, node, context.document.tree);
      context.report(node.range, { en: `${en}, not '${value}'.`, zh: `${zh}，不能是“${value}”。` }, fix ? [fix] : []);
    }
  },
});

function allowed(key: string, isItem: boolean): Words {
  const list = words[key];
  if (list) return { en: `${key} must be ${list.join(' or ')}`, zh: `${key} 必须是 ${list.join(' 或 ')}` };
  const count = { en: 'a whole number or a percentage such as 10%', zh: '整数或百分比（如 10%）' };
  if (!lists.includes(key)) return { en: `${key} must be ${count.en}`, zh: `${key} 必须是${count.zh}` };
  if (isItem) return { en: `An entry of ${key} must be ${count.en}`, zh: `${key} 的每一项必须是${count.zh}` };
  return { en: `${key} must be a list of whole numbers or percentages`, zh: `${key} 必须是由整数或百分比组成的列表` };
}

function repair(key: string, isItem: boolean, node: ValueNode, tree: SyntaxTree): Fix | undefined {
  if (node.kind !== 'scalar') return undefined;
  if (lists.includes(key) && !isItem) return asList(tree, node);
  if (typeof node.value !== 'string') return undefined;
  const list = words[key];
  const meant = list ? closest(node.value, list) : /^\s*(\d+)(?:\s*(%))?\W*$/.exec(node.value)?.slice(1).join('');
  return meant === undefined || meant === node.value ? undefined : asWord(tree, node, meant);
}
