import { functionNamed } from '../../catalog/functions/functions.ts';
import { isNull, keyName } from '../../syntax/navigate.ts';
import type { PairNode, ValueNode } from '../../syntax/node.ts';
import type { Words } from '../../words/words.ts';
import { halfKeyWords } from '../lostColon.ts';
import { defineRule } from '../rule.ts';
import { isAlias } from '../types/calls.ts';
import { bareFunction } from '../types/functionSlips.ts';
import { valueWords } from '../types/typeWords.ts';
import type { ValueTypes } from '../types/valueTypes.ts';

const allowed = ['Fn::And', 'Fn::Or', 'Fn::Not', 'Fn::Equals'];

export const invalidConditionFunction = defineRule({
  id: 'invalid-condition-function',
  severity: 'error',
  summary: {
    en: 'A condition does not begin with Fn::And, Fn::Or, Fn::Not or Fn::Equals.',
    zh: '条件的最外层不是 Fn::And、Fn::Or、Fn::Not 或 Fn::Equals。',
  },
  why: {
    en: 'The outermost function of an entry of Conditions must be one of these four; inside it any function may be used.',
    zh: 'Conditions 中每个条件的最外层函数必须是这四个之一，其内部可以使用任意函数。',
  },
  invalid: [
    {
      text: `
Conditions:
  isEast: { <|'Fn::If'|>: [true, true, false] }
  isWest: { <|'Fn::ContainsSubString'|>: ['{{ ACS::RegionId }}', us-west] }
`,
    },
    {
      text: `
Parameters:
  force: { Type: Boolean }
Conditions:
  always: <|true|>
  forced: <|'{{ force }}'|>
  both: <|[true, true]|>
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Conditions:
  isEast: { 'Fn::Equals': ['{{ ACS::RegionId }}', cn-hangzhou] }
  isOther: { 'Fn::Not': { 'Fn::Equals': [{ 'Fn::Select': [0, [a, b]] }, a] } }
Tasks:
  - { Name: first, Action: ACS::Pause, When: isEast }
  - { Name: second, Action: ACS::Pause, When: isOther }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  force: { Type: Boolean }
Conditions:
  forced: { 'Fn::Or': [{ 'Fn::Equals': ['{{ force }}', true] }, { 'Fn::And': ['{{ force }}', isEast] }] }
  isEast: { 'Fn::Equals': ['{{ ACS::RegionId }}', cn-hangzhou] }
Tasks:
  - { Name: first, Action: ACS::Pause, When: forced }
`,
  ],

  check({ document, template, types, report }) {
    for (const { name, pair } of template.conditions.all) {
      const { value } = pair;
      const found = value && !isNull(value) ? outermost(value, types) : undefined;
      if (!value || !found) continue;
      const hint = halfKeyWords(document.tree, value);
      report(found.pair?.key.range ?? value.range, {
        en: `The condition '${name}' must begin with ${allowed.join(', ')}, and this is ${found.words.en}.${hint.en}`,
        zh: `条件“${name}”的最外层必须是 ${allowed.join('、')}，此处是${found.words.zh}。${hint.zh}`,
      });
    }
  },
});

/** What stands outermost, if it is none of the four. A function that is not known is a finding of its own. */
function outermost(node: ValueNode, types: ValueTypes): { words: Words; pair?: PairNode } | undefined {
  if (node.kind === 'scalar' && isAlias(node)) return undefined;
  if (node.kind !== 'mapping') return { words: valueWords(node, types) };
  const [pair] = node.pairs;
  if (!pair) return { words: { en: 'an empty map', zh: '空映射' } };
  const name = keyName(pair);
  if (name.startsWith('Fn::')) {
    const known = functionNamed(name)?.name;
    return known && !allowed.includes(known) ? { words: { en: name, zh: ` ${name}` }, pair } : undefined;
  }
  return bareFunction(name) ? undefined : { words: { en: 'a map without a function', zh: '不含函数的映射' }, pair };
}
