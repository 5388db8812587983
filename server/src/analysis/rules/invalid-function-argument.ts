import type { FunctionSpec } from '../../catalog/functionSpec.ts';
import type { SyntaxTree, ValueNode } from '../../syntax/node.ts';
import type { Words } from '../../words/words.ts';
import { closest } from '../closest.ts';
import { asWord } from '../literals.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';
import { argumentAt, argumentExpectation } from '../types/argumentExpectation.ts';
import { argumentsOf, type EvaluatedCall } from '../types/calls.ts';
import { conditionName, noCondition } from '../types/conditions.ts';
import { expectationWords, fits } from '../types/expectation.ts';
import { valueWords } from '../types/typeWords.ts';
import type { ValueTypes } from '../types/valueTypes.ts';

export const invalidFunctionArgument = defineRule({
  id: 'invalid-function-argument',
  severity: 'warning',
  summary: { en: 'An argument of a function is of the wrong kind.', zh: '函数参数的类型不对。' },
  why: {
    en: 'A function that gets a list for a text, or a text for a condition, fails or gives something that nobody meant.',
    zh: '函数需要文本却得到列表，或需要条件却得到文本时，会执行失败或得到意料之外的结果。',
  },
  invalid: [
    {
      text: `
Parameters:
  ids: { Type: List }
  count: { Type: Number }
Outputs:
  text: { Value: { 'Fn::Join': [<|'{{ ids }}'|>, ','] } }
  first: { Value: { 'Fn::Select': [<|[a, b]|>, 0] } }
  other: { Value: { 'Fn::Join': [',', <|'{{ count }}'|>] } }
`,
      fixed: `
Parameters:
  ids: { Type: List }
  count: { Type: Number }
Outputs:
  text: { Value: { 'Fn::Join': [',', '{{ ids }}'] } }
  first: { Value: { 'Fn::Select': [0, [a, b]] } }
  other: { Value: { 'Fn::Join': [',', '{{ count }}'] } }
`,
    },
    {
      text: `
Parameters:
  isWindows: { Type: Boolean }
  ids: { Type: List }
Outputs:
  text: { Value: { 'Fn::If': [<|isWindws|>, a, b] } }
  other: { Value: { 'Fn::If': [<|isWindows|>, a, b] } }
  third: { Value: { 'Fn::If': [{ 'Fn::And': [true, <|'{{ ids }}'|>] }, a, b] } }
  not: { Value: { 'Fn::If': [{ 'Fn::Not': <|[{ 'Fn::Equals': [a, b] }]|> }, a, b] } }
`,
      fixed: `
Parameters:
  isWindows: { Type: Boolean }
  ids: { Type: List }
Outputs:
  text: { Value: { 'Fn::If': ['{{ isWindows }}', a, b] } }
  other: { Value: { 'Fn::If': ['{{ isWindows }}', a, b] } }
  third: { Value: { 'Fn::If': [{ 'Fn::And': [true, '{{ ids }}'] }, a, b] } }
  not: { Value: { 'Fn::If': [{ 'Fn::Not': { 'Fn::Equals': [a, b] } }, a, b] } }
`,
    },
    {
      text: `
Outputs:
  hidden: { Value: { 'Fn::Base64Encode': <|[secret]|> } }
  some: { Value: { 'Fn::RangeSelect': [<|first|>, -1, [a, b]] } }
  short: { Value: { 'Fn::Replace': [<|a|>, b] } }
`,
      fixed: `
Outputs:
  hidden: { Value: { 'Fn::Base64Encode': secret } }
  some: { Value: { 'Fn::RangeSelect': [first, -1, [a, b]] } }
  short: { Value: { 'Fn::Replace': [a, b] } }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  ids: { Type: List }
  text: { Type: String }
  table: { Type: Json }
  flag: { Type: String, AllowedValues: ['true', 'false'] }
Conditions:
  isEast: { 'Fn::Equals': ['{{ ACS::RegionId }}', cn-hangzhou] }
Tasks:
  - { Name: stop, Action: ACS::Pause, When: isEast }
Outputs:
  joined: { Type: String, Value: { 'Fn::Join': ['', [1, '{{ text }}', true]] } }
  parsed: { Type: String, Value: { 'Fn::Join': [',', '{{ text }}'] } }
  chosen: { Type: String, Value: { 'Fn::If': [isEast, a, { 'Fn::If': ['{{ flag }}', b, null] }] } }
  looked: { Type: String, Value: { 'Fn::Select': ['{{ text }}', '{{ table }}'] } }
  replaced: { Type: String, Value: { 'Fn::Replace': ['{{ table }}', '{{ text }}'] } }
  split: { Type: List, Value: { 'Fn::Split': [',', '{{ stop.answer }}'] } }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  maps: { Type: List }
  hours: { Type: String, Default: '-1' }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  merged: { Type: List, Value: { 'Fn::MergeMapToList': '{{ maps }}' } }
  one: { Type: Json, Value: { 'Fn::MergeMap': ['{{ maps }}', { a: 1 }] } }
  time: { Type: String, Value: { 'Fn::AddHour': ['{{ ACS::CurrentUTCTime }}', '{{ hours }}'] } }
  late: { Type: String, Value: { 'Fn::AddHour': ['{{ ACS::CurrentUTCTime }}', '8'] } }
  inner: { Type: String, Value: { 'Fn::Select': ['0', ['{{ maps }}', b]] } }
`,
  ],

  check(context) {
    for (const call of context.types.calls) {
      const { spec, mapping } = call;
      if (spec && mapping.pairs.length === 1) checkCall(context, call, spec);
    }
  },
});

function checkCall(context: RuleContext, { pair, mapping }: EvaluatedCall, spec: FunctionSpec): void {
  const { types, report, document } = context;
  const given = argumentsOf(pair.value, spec) ?? [];
  const swap = swapFix(document.tree, given, spec, types);
  for (const [index, node] of given.entries()) {
    if (argumentAt(spec, index)?.type === 'Boolean') checkCondition(context, node, spec);
    else if (!fitsAt(node, index, spec, types)) {
      const fix = swap ?? (given.length === 1 && spec.form === 'value' ? unwrapped(document.tree, node) : undefined);
      report(node.range, mismatch(node, index, spec, types), fix ? [fix] : []);
      // One mistake, one finding: the other argument stands wrong for the same reason.
      if (swap) return;
    }
  }
}
