import { toData } from '../../syntax/navigate.ts';
import { closest } from '../../template/closest.ts';
import { problemsAt } from '../languageProblems.ts';
import { asWord, shown } from '../literals.ts';
import { defineRule } from '../rule.ts';

const types = ['Fn::ListJoin', 'Fn::Sum'];

export const unknownAggregateType = defineRule({
  id: 'unknown-aggregate-type',
  severity: 'warning',
  summary: {
    en: 'An output of a loop is put together in a way that OOS does not have.',
    zh: '循环输出的汇总方式不是 OOS 的汇总方式。',
  },
  why: {
    en: 'Fn::ListJoin makes a list of the values of all rounds, Fn::Sum adds them up. Others are not known.',
    zh: 'Fn::ListJoin 把各轮的值组成列表，Fn::Sum 求和。没有其他方式。',
  },
  invalid: [
    {
      text: 'Tasks:\n  - Name: each\n    Action: ACS::ExecuteAPI\n    Loop:\n      Items: [a]\n      Outputs:\n        ids: { AggregateType: <|ListJoin|>, AggregateField: id }\n        sum: { AggregateType: <|"fn::sum"|>, AggregateField: id }\n',
      fixed:
        'Tasks:\n  - Name: each\n    Action: ACS::ExecuteAPI\n    Loop:\n      Items: [a]\n      Outputs:\n        ids: { AggregateType: Fn::ListJoin, AggregateField: id }\n        sum: { AggregateType: "Fn::Sum", AggregateField: id }\n',
    },
    {
      text: 'Tasks:\n  - Name: each\n    Action: ACS::ExecuteAPI\n    Loop:\n      Items: [a]\n      Outputs:\n        most: { AggregateType: <|Fn::Max|>, AggregateField: id }\n',
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
      Outputs:
        ids: { AggregateType: Fn::ListJoin, AggregateField: ids }
        count: { AggregateType: Fn::Sum, AggregateField: count }
    Outputs:
      ids: { Type: List, ValueSelector: 'Zones.Zone[].ZoneId' }
      count: { Type: Number, ValueSelector: '.Zones.Zone | length' }
Outputs:
  ids: { Type: List, Value: '{{ zones.ids }}' }
  count: { Type: Number, Value: '{{ zones.count }}' }
`,
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
  ],

  check(context) {
    const { tree } = context.document;
    for (const { node } of problemsAt(context, ['choice', 'type'], ['Tasks/*/Loop/Outputs/*/AggregateType'])) {
      const written = shown(toData(node));
      const word = written.toLowerCase().replace(/^fn::/, '');
      const meant = types.find((it) => it.toLowerCase().endsWith(word)) ?? closest(written, types);
      context.report(
        node.range,
        {
          en: `'${written}' cannot put outputs together; there are ${types.join(' and ')}.`,
          zh: `“${written}”不是汇总方式，可用的有 ${types.join(' 和 ')}。`,
        },
        meant && node.kind === 'scalar' ? [asWord(tree, node, meant)] : [],
      );
    }
  },
});
