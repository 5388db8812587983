import type { FunctionSpec } from '../../catalog/functions/functionSpec.ts';
import type { SyntaxTree, ValueNode } from '../../syntax/node.ts';
import type { Words } from '../../words/words.ts';
import { asWord } from '../literals.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';
import { argumentAt, argumentExpectation, argumentFits } from '../types/argumentExpectation.ts';
import { argumentsOf, type EvaluatedCall } from '../types/calls.ts';
import { conditionName, meantCondition, noCondition } from '../types/conditions.ts';
import { expectationWords } from '../types/expectation.ts';
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
Outputs:
  text: { Value: { 'Fn::Join': [<|'{{ ids }}'|>, ','] } }
  first: { Value: { 'Fn::Select': [<|[a, b]|>, 0] } }
`,
      fixed: `
Parameters:
  ids: { Type: List }
Outputs:
  text: { Value: { 'Fn::Join': [',', '{{ ids }}'] } }
  first: { Value: { 'Fn::Select': [0, [a, b]] } }
`,
    },
    {
      text: `
Parameters:
  isWindows: { Type: Boolean }
Outputs:
  text: { Value: { 'Fn::If': [<|isWindws|>, a, b] } }
  other: { Value: { 'Fn::If': [<|isWindows|>, a, b] } }
  not: { Value: { 'Fn::If': [{ 'Fn::Not': <|[{ 'Fn::Equals': [a, b] }]|> }, a, b] } }
`,
      fixed: `
Parameters:
  isWindows: { Type: Boolean }
Outputs:
  text: { Value: { 'Fn::If': ['{{ isWindows }}', a, b] } }
  other: { Value: { 'Fn::If': ['{{ isWindows }}', a, b] } }
  not: { Value: { 'Fn::If': [{ 'Fn::Not': { 'Fn::Equals': [a, b] } }, a, b] } }
`,
    },
    {
      text: "Outputs:\n  hidden: { Value: { 'Fn::Base64Encode': <|[secret]|> } }\n",
      fixed: "Outputs:\n  hidden: { Value: { 'Fn::Base64Encode': secret } }\n",
    },
    {
      text: `
Parameters:
  ids: { Type: List }
  count: { Type: Number }
Outputs:
  joined: { Value: { 'Fn::Join': [',', <|'{{ count }}'|>] } }
  chosen: { Value: { 'Fn::If': [{ 'Fn::And': [true, <|'{{ ids }}'|>] }, a, b] } }
  some: { Value: { 'Fn::RangeSelect': [<|first|>, -1, [a, b]] } }
  read: { Value: { 'Fn::Select': [<|id|>, '{{ ids }}'] } }
  short: { Value: { 'Fn::Replace': [<|a|>, b] } }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
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
      const { spec, mapping, console } = call;
      if (spec && !console && mapping.pairs.length === 1) checkCall(context, call, spec);
    }
  },
});

function checkCall(context: RuleContext, { pair }: EvaluatedCall, spec: FunctionSpec): void {
  const given = argumentsOf(pair.value, spec) ?? [];
  // With one missing, the others stand in the wrong places.
  if (spec.certain && (given.length < spec.least || given.length > spec.most)) return;
  for (const [index, node] of given.entries()) {
    if (argumentAt(spec, index)?.type === 'Boolean') checkCondition(context, node, spec);
    // Where two are exchanged, the other one stands wrong for the same reason.
    else if (checkArgument(context, given, index, spec) === 'exchanged') return;
  }
}

function checkArgument(
  { document, types, report }: RuleContext,
  given: readonly ValueNode[],
  index: number,
  spec: FunctionSpec,
): 'exchanged' | undefined {
  const node = given[index];
  if (!node || argumentFits(spec, index, given, types)) return undefined;
  const swapped = swap(document.tree, given, spec, types);
  const fix = swapped ?? withoutList(document.tree, node, spec);
  report(node.range, mismatch(spec, index, given, types), fix ? [fix] : []);
  return swapped && 'exchanged';
}

function mismatch(spec: FunctionSpec, index: number, given: readonly ValueNode[], types: ValueTypes): Words {
  const node = given[index];
  const expected = argumentExpectation(spec, index, given, types);
  const takes = expected ? expectationWords(expected) : { en: '', zh: '' };
  const found = node ? valueWords(node, types) : { en: '', zh: '' };
  const name = argumentAt(spec, index)?.name ?? '';
  return {
    en: `${spec.name} takes ${takes.en} as its argument '${name}', and this is ${found.en}.`,
    zh: `${spec.name} 的参数“${name}”需要${takes.zh}，此处是${found.zh}。`,
  };
}

function checkCondition(context: RuleContext, node: ValueNode, spec: FunctionSpec): void {
  const { document, types, report } = context;
  if (node.kind === 'sequence' && spec.form === 'value') {
    if (node.items.length !== 1) return;
    const fix = withoutList(document.tree, node, spec);
    report(
      node.range,
      { en: `${spec.name} takes its condition without a list.`, zh: `${spec.name} 的条件应直接书写，不放在列表中。` },
      fix ? [fix] : [],
    );
    return;
  }
  const name = conditionName(node);
  if (name !== undefined) checkName(context, node, name);
  else {
    const found = noCondition(node, types);
    if (found) report(node.range, noConditionWords(spec.name, found));
  }
}

const noConditionWords = (name: string, found: Words): Words => ({
  en: `${name} takes a condition here, and this is ${found.en}.`,
  zh: `${name} 此处需要条件，而这里是${found.zh}。`,
});

function checkName({ document, template, report }: RuleContext, node: ValueNode, name: string): void {
  const meant = meantCondition(template, name);
  if (meant === name || node.kind !== 'scalar') return;
  report(
    node.range,
    { en: `There is no condition '${name}'.`, zh: `没有条件“${name}”。` },
    meant === undefined ? [] : [asWord(document.tree, node, meant)],
  );
}

/** Exchanges two arguments, if each of them would fit in the place of the other. */
function swap(tree: SyntaxTree, given: readonly ValueNode[], spec: FunctionSpec, types: ValueTypes): Fix | undefined {
  const [first, second, third] = given;
  if (!first || !second || third) return undefined;
  const swapped = [second, first];
  if (!swapped.every((_, index) => argumentFits(spec, index, swapped, types))) return undefined;
  const textOf = ({ range }: ValueNode) => tree.text.slice(range.start, range.end);
  return {
    title: { en: 'Exchange the arguments', zh: '交换参数' },
    edits: [
      { range: first.range, newText: textOf(second) },
      { range: second.range, newText: textOf(first) },
    ],
    guess: true,
  };
}

/** Takes the only item of a list out of it, for a function whose argument stands in none. */
function withoutList({ text }: SyntaxTree, node: ValueNode, { form }: FunctionSpec): Fix | undefined {
  const [item, other] = node.kind === 'sequence' ? node.items : [];
  if (form === 'list' || node.kind !== 'sequence' || !item || other) return undefined;
  const edit = node.flow
    ? { range: node.range, newText: text.slice(item.range.start, item.range.end) }
    : // The dash becomes a blank, so that all lines keep their indentation.
      {
        range: { start: node.range.start, end: item.range.start },
        newText: ' '.repeat(item.range.start - node.range.start),
      };
  return { title: { en: 'Take it out of the list', zh: '去掉列表' }, edits: [edit], guess: true };
}
