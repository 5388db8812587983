import { asScalar, isNull, stringOf, valueFor } from '../../syntax/navigate.ts';
import { asWord } from '../literals.ts';
import { defineRule } from '../rule.ts';
import { valueWords } from '../types/typeWords.ts';
import { alternatives, typeNamed, type ValueType } from '../types/valueType.ts';

export const invalidOutputType = defineRule({
  id: 'invalid-output-type',
  severity: 'hint',
  summary: {
    en: 'An output of the template has another type than its value.',
    zh: '模板输出的类型与其值的类型不同。',
  },
  why: {
    en: 'The service converts such values, a list into a text for example. Whoever reads the output may expect something else.',
    zh: '服务会转换这样的值，例如把列表转成文本，读取输出的人可能会得到意料之外的结果。',
  },
  invalid: [
    {
      text: `
Parameters:
  ids: { Type: List }
  count: { Type: Number }
Outputs:
  ids: { Type: <|String|>, Value: '{{ ids }}' }
  count: { Type: <|List|>, Value: '{{ count }}' }
`,
      fixed: `
Parameters:
  ids: { Type: List }
  count: { Type: Number }
Outputs:
  ids: { Type: List, Value: '{{ ids }}' }
  count: { Type: Number, Value: '{{ count }}' }
`,
    },
    {
      text: `
Outputs:
  text: { Type: <|'List'|>, Value: { 'Fn::Join': [',', [a, b]] } }
  same: { Type: <|Number|>, Value: { 'Fn::Equals': [a, b] } }
  table: { Type: <|String|>, Value: { a: 1 } }
`,
      fixed: `
Outputs:
  text: { Type: 'String', Value: { 'Fn::Join': [',', [a, b]] } }
  same: { Type: Boolean, Value: { 'Fn::Equals': [a, b] } }
  table: { Type: Json, Value: { a: 1 } }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  ids: { Type: List }
  count: { Type: Number }
  table: { Type: Json }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  ids: { Type: Array, Value: '{{ ids }}' }
  all: { Type: Json, Value: '{{ ids }}' }
  count: { Type: String, Value: '{{ count }}' }
  table: { Type: List, Value: '{{ table }}' }
  read: { Type: Number, Value: '{{ stop.a.b }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  text: { Type: String }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  count: { Type: Number, Value: '{{ text }}' }
  table: { Type: Json, Value: '{{ text }}' }
  one: { Type: String, Value: { 'Fn::Select': [0, '{{ stop.all }}'] } }
`,
  ],

  check({ document, template, types, report }) {
    for (const { name, attributes } of template.outputs.all) {
      const node = asScalar(valueFor(attributes, 'Type'));
      const declared = typeNamed(stringOf(node) ?? '');
      const value = valueFor(attributes, 'Value');
      if (!node || !value || isNull(value) || declared.kind === 'unknown') continue;
      const type = types.typeOf(value);
      if (alternatives(type).some((it) => canBecome(it, declared))) continue;
      const found = valueWords(value, types);
      const meant = wordFor(type);
      report(
        node.range,
        {
          en: `The output '${name}' is of type ${node.value}, and its value is ${found.en}.`,
          zh: `输出“${name}”的类型是 ${node.value}，而其值是${found.zh}。`,
        },
        meant === undefined ? [] : [{ ...asWord(document.tree, node, meant), guess: true }],
      );
    }
  },
});

/** What each type is made from without a loss; a text may hold a number, a truth value or JSON. */
const sources: Readonly<Record<string, readonly ValueType['kind'][]>> = {
  String: ['String', 'Number', 'Boolean', 'Json'],
  Number: ['Number', 'String'],
  Boolean: ['Boolean', 'String'],
  List: ['List', 'Json'],
  Json: ['Json', 'Map', 'List', 'String'],
};

const canBecome = ({ kind }: ValueType, declared: ValueType): boolean =>
  kind === 'unknown' || kind === 'Null' || (sources[declared.kind]?.includes(kind) ?? true);

/** The word for a type under `Type`. */
function wordFor({ kind }: ValueType): string | undefined {
  if (kind === 'Map') return 'Json';
  return Object.hasOwn(sources, kind) ? kind : undefined;
}
