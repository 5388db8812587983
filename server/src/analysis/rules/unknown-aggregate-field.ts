import { asScalar, stringOf, valueFor } from '../../syntax/navigate.ts';
import type { ScalarNode, ValueNode } from '../../syntax/node.ts';
import { closest } from '../../template/closest.ts';
import type { Task } from '../../template/template.ts';
import { asWord } from '../literals.ts';
import { defineRule } from '../rule.ts';
import { misspeltKey } from '../taskRanges.ts';

export const unknownAggregateField = defineRule({
  id: 'unknown-aggregate-field',
  severity: 'warning',
  summary: {
    en: 'An output of a loop gathers something that is not an output of the task.',
    zh: '循环输出汇总的字段不是该任务的输出。',
  },
  why: {
    en: 'AggregateField names an output of the same task, declared under its Outputs. Any other name has no values to gather.',
    zh: 'AggregateField 应为同一任务 Outputs 中声明的输出名称，其他名称没有可汇总的值。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: zones
    Action: ACS::ExecuteAPI
    Outputs:
      zoneIds: { Type: List, ValueSelector: 'Zones.Zone[].ZoneId' }
    Loop:
      Items: [cn-hangzhou, cn-beijing]
      Outputs:
        all: { AggregateType: 'Fn::ListJoin', AggregateField: <|zoneId|> }
`,
      fixed: `
Tasks:
  - Name: zones
    Action: ACS::ExecuteAPI
    Outputs:
      zoneIds: { Type: List, ValueSelector: 'Zones.Zone[].ZoneId' }
    Loop:
      Items: [cn-hangzhou, cn-beijing]
      Outputs:
        all: { AggregateType: 'Fn::ListJoin', AggregateField: zoneIds }
`,
    },
    {
      text: `
Tasks:
  - Name: zones
    Action: ACS::ExecuteAPI
    Loop:
      Items: [cn-hangzhou, cn-beijing]
      Outputs:
        all: { AggregateType: 'Fn::ListJoin', AggregateField: <|result|> }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: zones
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeZones, Parameters: { RegionId: '{{ ACS::TaskLoopItem }}' } }
    Outputs:
      zoneIds: { Type: List, ValueSelector: 'Zones.Zone[].ZoneId' }
      count: { Type: Number, ValueSelector: '.Zones.Zone | length' }
    Loop:
      Items: [cn-hangzhou, cn-beijing]
      Outputs:
        all: { AggregateType: 'Fn::ListJoin', AggregateField: zoneIds }
        count: { AggregateType: 'Fn::Sum', AggregateField: count }
Outputs:
  all: { Type: List, Value: '{{ zones.all }}' }
  count: { Type: Number, Value: '{{ zones.count }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: zones
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeZones, Parameters: { RegionId: '{{ ACS::TaskLoopItem }}' } }
    Loop: { Items: [cn-hangzhou, cn-beijing], Outputs: {} }
`,
  ],

  check({ document, template, report }) {
    for (const task of template.allTasks) {
      for (const { node, field } of unknownFields(task, document.text)) {
        const names = task.outputs.names();
        const near = closest(field, names);
        const known =
          names.length === 0
            ? { en: 'The task declares no outputs.', zh: '该任务没有声明输出。' }
            : { en: `It has: ${names.join(', ')}.`, zh: `可用的输出：${names.join('、')}。` };
        report(
          node.range,
          {
            en: `The task has no output '${field}' that could be gathered. ${known.en}`,
            zh: `该任务没有可汇总的输出“${field}”。${known.zh}`,
          },
          near === undefined ? [] : [asWord(document.tree, node, near)],
        );
      }
    }
  },
});

function unknownFields(task: Task, source: string): { node: ScalarNode; field: string }[] {
  const { loop, outputs } = task;
  // Behind a slip in the key, or where no map stands, there are outputs that are not known.
  if (misspeltKey(source, task, 'Outputs') || isUnreadable(valueFor(task.node, 'Outputs'))) return [];
  return (loop?.outputs.all ?? []).flatMap(({ attributes }) => {
    const node = asScalar(valueFor(attributes, 'AggregateField'));
    const field = stringOf(node);
    return node && field && !field.includes('{{') && !outputs.has(field) ? [{ node, field }] : [];
  });
}

const isUnreadable = (outputs: ValueNode | undefined): boolean => outputs !== undefined && outputs.kind !== 'mapping';
