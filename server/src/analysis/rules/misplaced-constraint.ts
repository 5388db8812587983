import { parameterTypes } from '../../catalog/parameters/parameterTypes.ts';
import { removePair } from '../../syntax/edit.ts';
import { keyName, pairOf } from '../../syntax/navigate.ts';
import type { MappingNode, PairNode, SyntaxTree } from '../../syntax/node.ts';
import { changeScalar } from '../fixes.ts';
import { parameterType } from '../parameterAttributes.ts';
import { defineRule, type Fix } from '../rule.ts';

const constraints = ['MinLength', 'MaxLength', 'AllowedPattern', 'MinValue', 'MaxValue'];
const siblings: Readonly<Record<string, string>> = { MinLength: 'MinValue', MaxLength: 'MaxValue' };

export const misplacedConstraint = defineRule({
  id: 'misplaced-constraint',
  severity: 'warning',
  summary: {
    en: 'A constraint is set on a parameter of a type that it does not work for.',
    zh: '约束不适用于该类型的参数。',
  },
  why: {
    en: 'MinLength, MaxLength and AllowedPattern are for String, MinValue and MaxValue for Number; elsewhere nothing is checked.',
    zh: 'MinLength、MaxLength 和 AllowedPattern 用于 String，MinValue 和 MaxValue 用于 Number；用在其他类型上不会做任何检查。',
  },
  invalid: [
    {
      text: 'Parameters:\n  count:\n    Type: Number\n    <|MinLength|>: 1\n    <|MaxLength|>: 9\n',
      fixed: 'Parameters:\n  count:\n    Type: Number\n    MinValue: 1\n    MaxValue: 9\n',
    },
    {
      text: 'Parameters:\n  name: { <|MinValue|>: 1, Default: a }\n  ids:\n    Type: List\n    <|AllowedPattern|>: i-.*\n',
      fixed: 'Parameters:\n  name: { Default: a }\n  ids:\n    Type: List\n',
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  count: { Type: Number, MinValue: 1, MaxValue: 9 }
  name: { Type: String, MinLength: 1, MaxLength: 9, AllowedPattern: '^[a-z]*$' }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  all: { Type: String, Value: '{{ count }} {{ name }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  states: { Type: List, AllowedValues: [Running, Stopped], Default: [Running] }
  force: { Type: Boolean, AllowedValues: [true, false] }
  code: { MinLength: 2 }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  all: { Type: String, Value: '{{ states }} {{ force }} {{ code }}' }
`,
  ],

  check({ document: { tree }, template, catalog, report }) {
    for (const parameter of template.parameters.all) {
      const type = parameterType(parameter, catalog);
      const { attributes } = parameter;
      if (!type || !attributes) continue;
      for (const pair of attributes.pairs) {
        const key = keyName(pair);
        if (!constraints.includes(key) || type.constraints.includes(key)) continue;
        const owner = parameterTypes.find((it) => it.constraints.includes(key))?.name;
        report(
          pair.key.range,
          {
            en: `${key} works for ${owner} only; '${parameter.name}' is of type ${type.name}.`,
            zh: `${key} 仅用于 ${owner}，而“${parameter.name}”的类型是 ${type.name}。`,
          },
          [repair(tree, attributes, pair, type.constraints)],
        );
      }
    }
  },
});

/** Limits of a length on a Number are meant as limits of the value; the rest has no effect, so nothing is lost with it. */
function repair(tree: SyntaxTree, attributes: MappingNode, pair: PairNode, possible: readonly string[]): Fix {
  const key = keyName(pair);
  const sibling = siblings[key];
  if (sibling && possible.includes(sibling) && !pairOf(attributes, sibling))
    return changeScalar(tree.text, pair.key, sibling);
  return {
    title: { en: `Remove ${key}`, zh: `删除 ${key}` },
    edits: [removePair(tree, attributes, pair)],
    guess: true,
  };
}
