import { asSequence, valueFor } from '../../syntax/navigate.ts';
import type { ValueNode } from '../../syntax/node.ts';
import type { Parameter } from '../../template/template.ts';
import { judgeDefault } from '../defaultType.ts';
import { shown } from '../literals.ts';
import { parameterType } from '../parameterAttributes.ts';
import { defineRule } from '../rule.ts';
import { isDynamic } from '../schemaCheck.ts';

export const invalidAllowedValue = defineRule({
  id: 'invalid-allowed-value',
  severity: 'warning',
  summary: {
    en: 'AllowedValues has a value that the type of the parameter rules out.',
    zh: 'AllowedValues 中有与参数类型不符的值。',
  },
  why: {
    en: 'Nobody can give that value, so it is a slip, or the type is.',
    zh: '这样的值永远无法填写，因此该值或参数类型有误。',
  },
  invalid: [
    { text: 'Parameters:\n  size: { Type: Number, AllowedValues: [20, <|large|>, 100] }\n' },
    { text: 'Parameters:\n  force: { Type: Boolean, AllowedValues: [true, <|perhaps|>] }\n' },
    { text: 'Parameters:\n  name: { Type: String, AllowedValues: [a, <|[b, c]|>] }\n' },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  size: { Type: Number, AllowedValues: [20, '40'], Default: 20 }
  force: { Type: Boolean, AllowedValues: [true, 'false'] }
  days: { Type: String, AllowedValues: ['1', 7] }
  kinds: { Type: List, AllowedValues: [a, b] }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  all: { Type: String, Value: '{{ size }} {{ force }} {{ days }} {{ kinds }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  config: { Type: Json, AllowedValues: [{ a: b }, text] }
  region: { AllowedValues: [cn-beijing, cn-hangzhou] }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  all: { Type: String, Value: '{{ config }} {{ region }}' }
`,
  ],

  check({ template, catalog, report }) {
    for (const parameter of template.parameters.all) {
      const type = parameterType(parameter, catalog)?.name;
      if (type !== 'String' && type !== 'Number' && type !== 'Boolean') continue;
      for (const node of refused(parameter, type)) {
        const [en, zh] =
          node.kind === 'scalar' ? [`'${shown(node.value)}'`, `“${shown(node.value)}”`] : ['this', '此值'];
        report(node.range, {
          en: `The parameter is of type ${type}, so ${en} can never be given.`,
          zh: `参数的类型为 ${type}，${zh}永远无法填写。`,
        });
      }
    }
  },
});

function refused({ attributes }: Parameter, type: 'String' | 'Number' | 'Boolean'): ValueNode[] {
  const values = asSequence(valueFor(attributes, 'AllowedValues'))?.items ?? [];
  return values.filter((node) => !isDynamic(node) && judgeDefault(node, type) === 'wrong');
}
