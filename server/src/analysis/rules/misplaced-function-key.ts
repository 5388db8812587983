import { keyName } from '../../syntax/navigate.ts';
import type { MappingNode, PairNode } from '../../syntax/node.ts';
import { defineRule } from '../rule.ts';

export const misplacedFunctionKey = defineRule({
  id: 'misplaced-function-key',
  severity: 'error',
  summary: { en: 'A function stands beside other keys in one map.', zh: '函数与其他键写在同一个映射中。' },
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

  check({ types, report }) {
    for (const mapping of new Set(types.calls.map((call) => call.mapping))) {
      const intruder = intruderIn(mapping);
      if (!intruder) continue;
      const { pair, beside } = intruder;
      report(pair.key.range, {
        en: `'${keyName(pair)}' cannot stand beside '${keyName(beside)}': a function has to be alone in its map.`,
        zh: `“${keyName(pair)}”不能与“${keyName(beside)}”写在一起：函数必须独占一个映射。`,
      });
    }
  },
});

/** What came second is taken for the mistake: a key beside a function, or a function among other keys. */
function intruderIn({ pairs }: MappingNode): { pair: PairNode; beside: PairNode } | undefined {
  const [beside, second] = pairs;
  if (!beside || !second) return undefined;
  if (isFunction(beside)) return { pair: second, beside };
  const pair = pairs.find(isFunction);
  return pair && { pair, beside };
}

const isFunction = (pair: PairNode): boolean => keyName(pair).startsWith('Fn::');
