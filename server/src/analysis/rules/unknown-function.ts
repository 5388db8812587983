import { foreignFunctions } from '../../catalog/functions/foreignFunctions.ts';
import { keyName, valueFor } from '../../syntax/navigate.ts';
import type { PairNode, ValueNode } from '../../syntax/node.ts';
import type { Template } from '../../template/template.ts';
import type { Words } from '../../words/words.ts';
import { changeScalar } from '../fixes.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { conditionNodes } from '../types/conditions.ts';
import { bareFunction, meantFunction, miswrittenFunction } from '../types/functionSlips.ts';

export const unknownFunction = defineRule({
  id: 'unknown-function',
  severity: 'warning',
  summary: { en: 'A function is not known.', zh: '未知的函数。' },
  why: {
    en: 'A name that is none of the known functions is most often a slip, or a function of ROS. The official list is incomplete, so this is not an error.',
    zh: '不在已知函数之列的名称多半是笔误，或是 ROS 的函数。官方的函数列表并不完整，因此不视为错误。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: wait
    Action: ACS::Sleep
    When: { <|'Fn::Equal'|>: [a, b] }
    Properties:
      Duration: { <|'Fn::if'|>: [true, 5s, 9s] }
`,
      fixed: `
Tasks:
  - Name: wait
    Action: ACS::Sleep
    When: { 'Fn::Equals': [a, b] }
    Properties:
      Duration: { 'Fn::If': [true, 5s, 9s] }
`,
    },
    {
      text: `
Conditions:
  isBig:
    <|And|>: [{ <|'Fn:Not'|>: { 'Fn::Equals': [1, 2] } }, true]
Outputs:
  text: { Value: { <|fn::Join|>: [',', [a, b]] } }
`,
      fixed: `
Conditions:
  isBig:
    Fn::And: [{ 'Fn::Not': { 'Fn::Equals': [1, 2] } }, true]
Outputs:
  text: { Value: { Fn::Join: [',', [a, b]] } }
`,
    },
    {
      text: `
Outputs:
  ip: { Value: { <|'Fn::GetAtt'|>: [server, ip] } }
  all: { Value: { <|'Fn::Frobnicate'|>: [a, b] } }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  ids: { Type: List }
Tasks:
  - Name: stack
    Action: ACS::ExecuteAPI
    Properties:
      Service: ROS
      API: CreateStack
      Parameters:
        StackName: a
        TemplateBody:
          ROSTemplateFormatVersion: '2015-09-01'
          Outputs: { ip: { Value: { 'Fn::GetAtt': [server, ip] } } }
Outputs:
  text: { Type: String, Value: { 'Fn::Join': [',', '{{ ids }}'] } }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  ids:
    Type: List
    AssociationPropertyMetadata: { Visible: { Condition: { 'Fn::Not': { 'Fn::Equals': ['\${ids}', ''] } } } }
Tasks:
  - Name: call
    Action: ACS::ROS::CreateStack
    Properties: { stackName: a, templateBody: {}, parameters: { Not: '{{ ids }}', Fn: x, Equals: 'Fn::Any' } }
`,
  ],

  check(context) {
    const { document, template, types, report } = context;
    for (const { pair, name, spec } of types.calls) {
      if (spec?.name === name) continue;
      const foreign = spec ? undefined : foreignFunctions.get(name.toLowerCase());
      const to = foreign ? foreign.same : meantFunction(name);
      const message = foreign
        ? unknown(name, foreign.instead)
        : spec
          ? wrongCase(name, spec.name)
          : unknown(name, didYouMean(to));
      report(pair.key.range, message, to === undefined ? [] : [changeScalar(document.text, pair.key, to)]);
    }
    for (const [pair, meant] of slips(context, template)) {
      const written = keyName(pair);
      report(
        pair.key.range,
        { en: `'${written}' is not a function; write '${meant}'.`, zh: `“${written}”不是函数，应写作“${meant}”。` },
        [changeScalar(document.text, pair.key, meant)],
      );
    }
  },
});

const unknown = (name: string, more: Words): Words => ({
  en: `OOS has no function '${name}' that is known. ${more.en}`.trimEnd(),
  zh: `未知的函数“${name}”。${more.zh}`,
});

const didYouMean = (to: string | undefined): Words =>
  to === undefined ? { en: '', zh: '' } : { en: `Did you mean '${to}'?`, zh: `是否应为“${to}”？` };

const wrongCase = (name: string, to: string): Words => ({
  en: `This function is written '${to}', not '${name}'.`,
  zh: `该函数应写作“${to}”，而不是“${name}”。`,
});

/** Keys that were meant to be functions, though they do not begin with `Fn::`. */
function slips({ document, types }: RuleContext, template: Template): Map<PairNode, string> {
  const found = new Map<PairNode, string>();
  for (const node of conditionNodes(template, types)) {
    const [pair, other] = node.kind === 'mapping' ? node.pairs : [];
    const meant = pair && !other ? bareFunction(keyName(pair)) : undefined;
    if (pair && meant && !keyName(pair).startsWith('Fn::')) found.set(pair, meant);
  }
  // Few texts have such a key, so the walk over the whole tree is seldom needed.
  if (!/(?:^|[\s{'"])(?!Fn::\w)[fF][nN]\s?[:.]/m.test(document.text)) return found;
  for (const pair of lonePairs(template)) {
    const meant = miswrittenFunction(keyName(pair));
    if (meant) found.set(pair, meant);
  }
  return found;
}

/** The pairs of the mappings that have only one, wherever functions are worked out. */
function* lonePairs({ allTasks, conditions, outputs, parameters }: Template): Generator<PairNode> {
  for (const { node, child } of allTasks) {
    for (const { key, value } of node.pairs) {
      if (['Properties', 'When', 'Loop', 'Outputs'].includes(String(key.value))) yield* lonePairsIn(value, child?.root);
    }
  }
  for (const { pair } of [...conditions.all, ...outputs.all]) yield* lonePairsIn(pair.value, undefined);
  for (const { attributes } of parameters.all) {
    yield* lonePairsIn(valueFor(attributes, 'AssociationPropertyMetadata'), undefined);
  }
}

function* lonePairsIn(node: ValueNode | undefined, except: ValueNode | undefined): Generator<PairNode> {
  if (node?.kind === 'sequence') for (const item of node.items) yield* lonePairsIn(item, except);
  if (node?.kind !== 'mapping' || node === except) return;
  const [pair, other] = node.pairs;
  if (pair && !other) yield pair;
  for (const { value } of node.pairs) yield* lonePairsIn(value, except);
}
