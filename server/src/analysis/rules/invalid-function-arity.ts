import type { FunctionSpec } from '../../catalog/functions/functionSpec.ts';
import { isNull } from '../../syntax/navigate.ts';
import type { TextRange, ValueNode } from '../../syntax/node.ts';
import type { Words } from '../../words/words.ts';
import { asList } from '../literals.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import type { EvaluatedCall } from '../types/calls.ts';

export const invalidFunctionArity = defineRule({
  id: 'invalid-function-arity',
  severity: 'error',
  summary: { en: 'A function has too few or too many arguments.', zh: '函数的参数个数不对。' },
  why: {
    en: 'Each of these functions takes a fixed number of arguments, in a list; the service refuses any other.',
    zh: '这些函数都要求以列表给出固定个数的参数，否则会被服务拒绝。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: wait
    Action: ACS::Sleep
    When: { <|'Fn::Equals'|>: ['{{ ACS::RegionId }}'] }
    Properties:
      Duration:
        Fn::If: [true, 5s, 6s, <|7s|>]
`,
    },
    {
      text: `
Outputs:
  sum: { Value: { Fn::Eval: <|'1 + 2'|> } }
`,
      fixed: `
Outputs:
  sum: { Value: { Fn::Eval: ['1 + 2'] } }
`,
    },
    {
      text: `
Outputs:
  text: { Value: { <|Fn::Join|>: null } }
  none: { Value: { <|Fn::Not|>: [] } }
  both: { Value: { <|Fn::Not|>: [true, false] } }
  parts: { Value: { Fn::Split: <|'a,b'|> } }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  pair: { Type: List }
  isBig: { Type: Boolean }
Tasks:
  - Name: wait
    Action: ACS::Sleep
    When: { 'Fn::Not': '{{ isBig }}' }
    Properties:
      Duration: { 'Fn::If': ['{{ isBig }}', 5s, 6s] }
Outputs:
  joined: { Type: String, Value: { 'Fn::Join': '{{ pair }}' } }
  merged: { Type: List, Value: { 'Fn::MergeList': '{{ pair }}' } }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  texts: { Type: List }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  joined: { Type: String, Value: { 'Fn::Join': { 'Fn::ListJoin': [',', '{{ texts }}'] } } }
  hidden: { Type: String, Value: { 'Fn::Base64Encode': { 'Fn::Join': [',', '{{ texts }}'] } } }
`,
  ],

  check(context) {
    for (const call of context.types.calls) {
      const { spec, mapping } = call;
      if (!spec || mapping.pairs.length > 1 || !isCounted(spec)) continue;
      if (spec.form === 'value') checkSingle(context, call, spec);
      else checkList(context, call, spec);
    }
  },
});

/** Of the functions that take any number of arguments, an empty list may be meant. */
const isCounted = ({ certain, least, most }: FunctionSpec): boolean =>
  certain && (most < Number.POSITIVE_INFINITY || least > 1);

/** A list of one is another finding: what the service makes of it is not known. */
function checkSingle({ report }: RuleContext, { pair }: EvaluatedCall, spec: FunctionSpec): void {
  const { value } = pair;
  const count = isNull(value) ? 0 : value?.kind === 'sequence' && spec.result === 'Boolean' ? value.items.length : 1;
  if (count !== 1) report(pair.key.range, countWords(spec, count));
}

function checkList({ document, types, report }: RuleContext, { pair }: EvaluatedCall, spec: FunctionSpec): void {
  const { value } = pair;
  if (!value || isNull(value)) report(pair.key.range, countWords(spec, 0));
  else if (value.kind === 'sequence') {
    const range = misplacedAt(value.items, spec, pair.key.range);
    if (range) report(range, countWords(spec, value.items.length));
  } else if (!types.isExpression(value)) {
    const list = value.kind === 'scalar' && spec.most === 1 ? asList(document.tree, value) : undefined;
    report(value.kind === 'scalar' ? value.range : pair.key.range, listWords(spec), list ? [list] : []);
  }
}

/** The first argument that is too much, or the function where some are missing. */
function misplacedAt(
  items: readonly ValueNode[],
  { least, most }: FunctionSpec,
  key: TextRange,
): TextRange | undefined {
  return items.length < least ? key : items[most]?.range;
}

const signature = (spec: FunctionSpec): string => spec.arguments.map(({ name }) => name).join(', ');

function countWords(spec: FunctionSpec, count: number): Words {
  const { name, least, most } = spec;
  const any = most === Number.POSITIVE_INFINITY;
  return {
    en: `${name} takes ${any ? 'at least ' : ''}${least} argument${least > 1 ? 's' : ''} (${signature(spec)}${any ? ', ...' : ''}), and ${count} ${count === 1 ? 'is' : 'are'} given.`,
    zh: `${name} ${any ? '至少' : ''}需要 ${least} 个参数（${signature(spec)}${any ? ', ...' : ''}），此处有 ${count} 个。`,
  };
}

const listWords = (spec: FunctionSpec): Words => ({
  en: `${spec.name} takes its arguments in a list: [${signature(spec)}].`,
  zh: `${spec.name} 的参数须写成列表：[${signature(spec)}]。`,
});
