import { removePair } from '../../syntax/edit.ts';
import { keyName } from '../../syntax/navigate.ts';
import type { MappingNode, PairNode } from '../../syntax/node.ts';
import { defineRule } from '../rule.ts';

export const misplacedFunctionKey = defineRule({
  id: 'misplaced-function-key',
  severity: 'error',
  summary: { en: 'A function is beside other keys in one map.', zh: '函数与其他键写在同一个映射中。' },
  why: {
    en: 'The result of a function takes the place of the whole map, so there can be no other key in it.',
    zh: '函数的结果会取代整个映射，因此映射中不能再有其他键。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties:
      Duration:
        Fn::Join: ['', [1, s]]
        <|Unit|>: s
`,
      fixed: `
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties:
      Duration:
        Fn::Join: ['', [1, s]]
`,
    },
    {
      text: `
Tasks:
  - Name: wait
    Action: ACS::Sleep
    When: { 'Fn::Equals': [1, 1], <|'Fn::Equals2'|>: [1, 2] }
    Properties:
      Duration: 5s
      <|Fn::If|>: [true, a, b]
`,
      fixed: `
Tasks:
  - Name: wait
    Action: ACS::Sleep
    When: { 'Fn::Equals': [1, 1] }
    Properties:
      Duration: 5s
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: wait
    Action: ACS::Sleep
    When: { 'Fn::Not': { 'Fn::Equals': ['{{ ACS::RegionId }}', cn-hangzhou] } }
    Properties: { Duration: 5s }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  zone: { Type: String }
Outputs:
  table: { Type: Json, Value: { 'Fn::Select': ['{{ zone }}', { a: 1, b: 2 }] } }
Tasks:
  - Name: stop
    Action: ACS::Pause
    Description: { en: 'Fn::If and Fn::Join', zh-cn: 'Fn::If 和 Fn::Join' }
`,
  ],

  check({ document, types, report }) {
    const calls = new Map(types.calls.map((call) => [call.mapping, call]));
    for (const [mapping, { place }] of calls) {
      const intruder = intruderIn(mapping, mapping === place.task?.properties?.value);
      if (!intruder) continue;
      const { pair, beside } = intruder;
      const name = keyName(pair);
      report(
        pair.key.range,
        {
          en: `'${name}' cannot stand beside '${keyName(beside)}': a function has to be alone in its map.`,
          zh: `“${name}”不能与“${keyName(beside)}”写在一起：函数必须独占一个映射。`,
        },
        [
          {
            title: { en: `Remove '${name}'`, zh: `删除“${name}”` },
            edits: [removePair(document.tree, mapping, pair)],
            guess: true,
          },
        ],
      );
    }
  },
});

/**
 * A single key beside a function is the intruder, and so is a function among the properties of a task or several other
 * keys. Of two functions it is the second.
 */
function intruderIn({ pairs }: MappingNode, areProperties: boolean): { pair: PairNode; beside: PairNode } | undefined {
  const functions = pairs.filter(isFunction);
  const others = pairs.filter((pair) => !isFunction(pair));
  const isFunctionOut = areProperties ? others.length > 0 : others.length > 1;
  const [pair, beside] = isFunctionOut ? [functions[0], others[0]] : [others[0] ?? functions[1], functions[0]];
  return pair && beside && { pair, beside };
}

const isFunction = (pair: PairNode): boolean => keyName(pair).startsWith('Fn::');
