import { parameterTypes } from '../../catalog/parameters/parameterTypes.ts';
import { toData } from '../../syntax/navigate.ts';
import { intendedType } from '../intendedType.ts';
import { problemsAt } from '../languageProblems.ts';
import { asWord, shown } from '../literals.ts';
import { defineRule } from '../rule.ts';

const types = parameterTypes.map(({ name }) => name);

export const unknownParameterType = defineRule({
  id: 'unknown-parameter-type',
  severity: 'error',
  summary: { en: 'A parameter has a type that OOS does not have.', zh: '参数的类型不是 OOS 的类型。' },
  why: {
    en: `The types are ${types.join(', ')}. Types of other systems, such as those of ROS, are not read; AssociationProperty chooses the input widget.`,
    zh: `类型有 ${types.join('、')}。不支持其他系统（如 ROS）的类型；输入组件由 AssociationProperty 指定。`,
  },
  invalid: [
    {
      text: 'Parameters:\n  a: { Type: <|Integer|> }\n  b: { Type: <|"bool"|> }\n  c: { Type: <|Array|> }\n  d: { Type: <|Object|> }\n',
      fixed: 'Parameters:\n  a: { Type: Number }\n  b: { Type: "Boolean" }\n  c: { Type: List }\n  d: { Type: Json }\n',
    },
    {
      text: 'Parameters:\n  a: { Type: <|string|> }\n  b: { Type: <|Sting|> }\n  c: { Type: <|List<String>|> }\n',
      fixed: 'Parameters:\n  a: { Type: String }\n  b: { Type: String }\n  c: { Type: List }\n',
    },
    { text: 'Parameters:\n  a: { Type: <|ALIYUN::ECS::Instance::InstanceId|> }\n  b: { Type: <|[String]|> }\n' },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  a: { Type: String }
  b: { Type: Number }
  c: { Type: Boolean }
  d: { Type: List }
  e: { Type: Json }
  f: { Default: text }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  all: { Type: String, Value: '{{ a }} {{ b }} {{ c }} {{ d }} {{ e }} {{ f }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  instanceId: { Type: String, AssociationProperty: ALIYUN::ECS::Instance::InstanceId }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  instanceId: { Type: String, Value: '{{ instanceId }}' }
`,
  ],

  check(context) {
    const { tree } = context.document;
    for (const { node } of problemsAt(context, ['choice', 'type'], ['Parameters/*/Type'])) {
      const written = shown(toData(node));
      const meant = intendedType(written, types);
      const isWidget = written.includes('::');
      context.report(
        node.range,
        {
          en: `'${written}' is not a type of parameter; the types are ${types.join(', ')}.${isWidget ? ' A widget of the console goes under AssociationProperty.' : ''}`,
          zh: `“${written}”不是参数类型，类型有 ${types.join('、')}。${isWidget ? '控制台的输入组件应写在 AssociationProperty 中。' : ''}`,
        },
        meant && node.kind === 'scalar' ? [asWord(tree, node, meant)] : [],
      );
    }
  },
});
