import { functionNamed } from '../../catalog/functions/functions.ts';
import { keyName } from '../../syntax/navigate.ts';
import type { TextRange } from '../../syntax/node.ts';
import type { Call, Place } from '../../template/template.ts';
import { defineRule } from '../rule.ts';
import { rosTemplatesIn } from '../types/calls.ts';

export const misplacedFunction = defineRule({
  id: 'misplaced-function',
  severity: 'warning',
  summary: { en: 'A function is used where none is evaluated.', zh: '函数写在了不会求值的位置。' },
  why: {
    en: 'Functions are evaluated in Conditions, in tasks, and in the values of Outputs. In a parameter, in RamRole, and as name or action of a task they stay a map.',
    zh: '函数只在 Conditions、任务以及 Outputs 的值中求值，在参数、RamRole 以及任务的名称和动作中只是普通的映射。',
  },
  invalid: [
    {
      text: `
Parameters:
  name:
    Type: String
    Default: { <|Fn::Join|>: ['-', [a, { Fn::Select: [0, [b, c]] }]] }
RamRole: { <|Fn::If|>: [true, a, b] }
`,
    },
    {
      text: `
Parameters:
  size:
    Type: String
    AllowedValues: [small, { <|'Fn::Select'|>: [0, [b, c]] }]
Tasks:
  - Name: { <|'Fn::Join'|>: ['', [a, b]] }
    Action: { <|'Fn::If'|>: [true, ACS::Pause, ACS::Sleep] }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  body:
    Type: Json
    Default: { ROSTemplateFormatVersion: '2015-09-01', Outputs: { ip: { Value: { 'Fn::Select': [0, [a]] } } } }
  other:
    Type: Json
    Default: { 'Fn::GetAtt': [server, ip] }
    AssociationPropertyMetadata: { Visible: { Condition: { 'Fn::Equals': ['\${body}', ''] } } }
Tasks:
  - Name: create
    Action: ACS::ROS::CreateStack
    Properties: { stackName: a, parameters: '{{ other }}', templateBody: '{{ body }}' }
`,
    `
FormatVersion: OOS-2019-06-01
RamRole: my-role
Conditions:
  isEast: { 'Fn::Equals': ['{{ ACS::RegionId }}', cn-hangzhou] }
Tasks:
  - { Name: stop, Action: ACS::Pause, When: isEast }
Outputs:
  where: { Type: String, Value: { 'Fn::If': [isEast, east, elsewhere] } }
`,
  ],

  check({ template, report }) {
    const reported: TextRange[] = [];
    for (const { pair, place, mapping } of template.calls) {
      if (!staysAMap(place) || !functionNamed(keyName(pair)) || isInside(reported, pair.range)) continue;
      if (isData(place, pair.range)) continue;
      reported.push(mapping.range);
      report(pair.key.range, {
        en: `${keyName(pair)} is not evaluated here: the value would be the map itself.`,
        zh: `${keyName(pair)} 在此处不会求值，得到的只是这个映射本身。`,
      });
    }
  },
});

function staysAMap({ section, task, part }: Place): boolean {
  if (task) return part === 'Name' || part === 'Action';
  return section === 'RamRole' || (section === 'Parameters' && (part === 'Default' || part === 'AllowedValues'));
}

/** The functions of a ROS template that is the default of a parameter are for ROS. */
const isData = ({ entry }: Place, range: Call['pair']['range']): boolean =>
  isInside([...rosTemplatesIn(entry?.attributes)], range);

const isInside = (outer: readonly TextRange[], { start, end }: TextRange): boolean =>
  outer.some((it) => it.start <= start && end <= it.end);
