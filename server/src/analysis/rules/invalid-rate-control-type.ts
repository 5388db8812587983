import { keyName, valueFor } from '../../syntax/navigate.ts';
import type { PairNode } from '../../syntax/node.ts';
import type { Template } from '../../template/template.ts';
import { defineRule } from '../rule.ts';
import { type Expectation, expectationWords, fits, takes } from '../types/expectation.ts';
import { valueWords } from '../types/typeWords.ts';

const expectations: ReadonlyMap<string, Expectation> = new Map([
  ['RateControl', takes('Map')],
  ['Mode', takes('String')],
  ['MaxErrors', takes('Number', 'String')],
  ['Concurrency', takes('Number', 'String')],
  ['Batch', takes('List')],
  ['ConcurrencyInBatches', takes('List')],
  ['BatchPauseOption', takes('String')],
]);

export const invalidRateControlType = defineRule({
  id: 'invalid-rate-control-type',
  severity: 'warning',
  summary: {
    en: 'A setting of a loop refers to something of the wrong type.',
    zh: '循环的设置引用了类型不符的内容。',
  },
  why: {
    en: 'RateControl takes a map, usually a parameter of type Json; MaxErrors and Concurrency take a number or a percentage, Batch and ConcurrencyInBatches lists.',
    zh: 'RateControl 需要映射，通常是 Json 类型的参数；MaxErrors 和 Concurrency 需要数字或百分比，Batch 和 ConcurrencyInBatches 需要列表。',
  },
  invalid: [
    {
      text: `
Parameters:
  rateControl: { Type: List }
Tasks:
  - Name: each
    Action: ACS::ExecuteAPI
    Loop: { Items: [a, b], RateControl: <|'{{ rateControl }}'|> }
`,
    },
    {
      text: `
Parameters:
  ids: { Type: List }
  many: { Type: Number }
Tasks:
  - Name: each
    Action: ACS::ExecuteAPI
    Loop:
      Items: [a, b]
      RateControl: { Mode: Batch, MaxErrors: <|'{{ ids }}'|>, Batch: <|'{{ many }}'|> }
  - Name: again
    Action: ACS::ExecuteAPI
    Loop: { Items: [a, b], <|Concurrency|>: { 'Fn::Split': [',', '1,2'] } }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  ids: { Type: List }
  rateControl: { Type: Json }
  many: { Type: Number }
Tasks:
  - Name: zones
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeZones, Parameters: { RegionId: '{{ ACS::TaskLoopItem }}' } }
    Loop: { Items: '{{ ids }}', RateControl: '{{ rateControl }}' }
  - Name: again
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeZones, Parameters: { RegionId: '{{ ACS::TaskLoopItem }}' } }
    Loop: { Items: '{{ ids }}', Concurrency: { 'Fn::CalculateBatch': ['{{ many }}', '{{ ids }}'] }, MaxErrors: '{{ many }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  percent: { Type: String, Default: '10%' }
  batches: { Type: Json }
Tasks:
  - Name: zones
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeZones, Parameters: { RegionId: '{{ ACS::TaskLoopItem }}' } }
    Loop:
      Items: [cn-hangzhou]
      RateControl: { Mode: Batch, MaxErrors: '{{ percent }}', Batch: '{{ batches }}' }
`,
  ],

  check({ template, types, report }) {
    for (const { key, value } of settings(template)) {
      const expected = expectations.get(String(key.value));
      if (!value || !expected || !types.isExpression(value) || fits(types.typeOf(value), expected)) continue;
      const wanted = expectationWords(expected);
      const found = valueWords(value, types);
      report(value.kind === 'scalar' ? value.range : key.range, {
        en: `${key.value} takes ${wanted.en}, and this is ${found.en}.`,
        zh: `${key.value} 需要${wanted.zh}，此处是${found.zh}。`,
      });
    }
  },
});

/** The keys of every loop, and those of the rate controls that are written out. */
const settings = ({ allTasks }: Template): PairNode[] =>
  allTasks.flatMap(({ loop }) => {
    const rateControl = valueFor(loop?.node, 'RateControl');
    const inner = rateControl?.kind === 'mapping' ? rateControl.pairs : [];
    return [...(loop?.node?.pairs ?? []), ...inner.filter((pair) => !keyName(pair).startsWith('Fn::'))];
  });
