import { toData } from '../../syntax/navigate.ts';
import { intendedType } from '../intendedType.ts';
import { problemsAt } from '../languageProblems.ts';
import { asWord, shown } from '../literals.ts';
import { defineRule } from '../rule.ts';

const types = ['String', 'Number', 'Boolean', 'List', 'Json'];

export const unknownOutputType = defineRule({
  id: 'unknown-output-type',
  severity: 'warning',
  summary: { en: 'An output has a type that OOS does not have.', zh: '输出的类型不是 OOS 的类型。' },
  why: {
    en: `The types are ${types.join(', ')}; Array and Object are other words for List and Json. An output without one is a String.`,
    zh: `类型有 ${types.join('、')}；Array 和 Object 分别等同于 List 和 Json。没有类型的输出是 String。`,
  },
  invalid: [
    {
      text: 'Tasks:\n  - Name: read\n    Action: ACS::ExecuteAPI\n    Outputs:\n      id: { Type: <|Integer|>, ValueSelector: .id }\nOutputs:\n  ids: { Type: <|list|>, Value: x }\n  state: { Type: <|Strings|>, Value: x }\n',
      fixed:
        'Tasks:\n  - Name: read\n    Action: ACS::ExecuteAPI\n    Outputs:\n      id: { Type: Number, ValueSelector: .id }\nOutputs:\n  ids: { Type: List, Value: x }\n  state: { Type: String, Value: x }\n',
    },
    { text: 'Tasks: []\nOutputs:\n  date: { Type: <|Timestamp|>, Value: x }\n  other: { Type: <|{}|>, Value: x }\n' },
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
      first: { ValueSelector: 'Regions.Region[0].RegionId' }
      count: { Type: Number, ValueSelector: '.Regions.Region | length' }
      whole: { Type: Json, ValueSelector: Regions }
      any: { Type: Boolean, ValueSelector: '.Regions.Region | any' }
Outputs:
  all: { Type: String, Value: '{{ regions.ids }} {{ regions.first }} {{ regions.count }} {{ regions.whole }} {{ regions.any }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  where: { Type: String, Value: '{{ ACS::RegionId }}' }
`,
  ],

  check(context) {
    const { tree } = context.document;
    for (const { node } of problemsAt(context, ['choice', 'type'], ['Tasks/*/Outputs/*/Type', 'Outputs/*/Type'])) {
      const written = shown(toData(node));
      const meant = intendedType(written, types);
      context.report(
        node.range,
        {
          en: `'${written}' is not a type of output; the types are ${types.join(', ')}.`,
          zh: `“${written}”不是输出的类型，类型有 ${types.join('、')}。`,
        },
        meant && node.kind === 'scalar' ? [asWord(tree, node, meant)] : [],
      );
    }
  },
});
