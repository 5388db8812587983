import type { ParameterType } from '../../catalog/parameters/parameterTypes.ts';
import { toData } from '../../syntax/navigate.ts';
import type { Words } from '../../words/words.ts';
import { judgeDefault } from '../defaultType.ts';
import { shown } from '../literals.ts';
import { literalDefault, parameterType } from '../parameterAttributes.ts';
import { defineRule } from '../rule.ts';

const wanted: Record<ParameterType['name'], Words> = {
  String: { en: 'a text', zh: '文本' },
  Number: { en: 'a number', zh: '数字' },
  Boolean: { en: 'true or false', zh: ' true 或 false' },
  List: { en: 'a list', zh: '列表' },
  Json: { en: 'a map, a list, or a text that is JSON', zh: '映射、列表或 JSON 文本' },
};

export const invalidDefaultType = defineRule({
  id: 'invalid-default-type',
  severity: 'error',
  summary: { en: 'The default of a parameter does not fit its type.', zh: '参数的默认值与类型不符。' },
  why: {
    en: 'An execution that is started without this parameter gets a value that cannot be what the parameter is declared to be.',
    zh: '启动执行时若未填写该参数，得到的值无法符合声明的类型。',
  },
  invalid: [
    {
      text: 'Parameters:\n  count: { Type: Number, Default: <|many|> }\n  size: { Type: Number, Default: <|[1]|> }\n  force: { Type: Boolean, Default: <|maybe|> }\n',
    },
    {
      text: "Parameters:\n  name: { Type: String, Default: <|[a, b]|> }\n  other: { Default: <|{ a: b }|> }\n  ids: { Type: List, Default: <|{ a: b }|> }\n  tags: { Type: Json, Default: <|'{a: b}'|> }\n",
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  name: { Type: String, Default: '' }
  count: { Type: Number, Default: 1.5 }
  force: { Type: Boolean, Default: false }
  ids: { Type: List, Default: [a, b] }
  tags: { Type: Json, Default: [] }
  more: { Type: Json, Default: { a: b } }
  text: { Type: Json, Default: '{"a": "b"}' }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  all: { Type: String, Value: '{{ name }} {{ count }} {{ force }} {{ ids }} {{ tags }} {{ more }} {{ text }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  count: { Type: Number, Default: '{{ other }}' }
  other: { Type: Number }
  region: { Type: String, Default: '{{ ACS::RegionId }}' }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  all: { Type: String, Value: '{{ count }} {{ region }}' }
`,
  ],

  check({ template, catalog, report }) {
    for (const parameter of template.parameters.all) {
      const type = parameterType(parameter, catalog)?.name;
      const node = literalDefault(parameter);
      if (!type || !node || judgeDefault(node, type) !== 'wrong') continue;
      const { en, zh } = wanted[type];
      const value = shown(toData(node));
      report(node.range, {
        en: `'${parameter.name}' is of type ${type}, so its default must be ${en}; '${value}' is not.`,
        zh: `“${parameter.name}”的类型是 ${type}，默认值必须是${zh}，而“${value}”不是。`,
      });
    }
  },
});
