import type { ActionSpec } from '../../catalog/catalog.ts';
import { toData } from '../../syntax/navigate.ts';
import type { ScalarNode, SyntaxTree, ValueNode } from '../../syntax/node.ts';
import { closest } from '../../template/closest.ts';
import type { Task } from '../../template/template.ts';
import type { Words } from '../../words/words.ts';
import { asList, asLiteral, asText, asWord, booleanIn, choices, numberIn, shown } from '../literals.ts';
import { halfKeyWords, withColon } from '../lostColon.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';
import type { SchemaProblem } from '../schemaCheck.ts';
import { type Expectation, expectationWords, fits } from '../types/expectation.ts';
import { expectationAt, expressionMisfits } from '../types/propertyMisfits.ts';
import { valueWords } from '../types/typeWords.ts';
import type { ValueTypes } from '../types/valueTypes.ts';

type ValueProblem = Exclude<SchemaProblem, { kind: 'unknown-key' | 'missing-key' }>;

/** Rules of their own look at these. */
const elsewhere = new Set(['DefaultTask', 'NextTask', 'LoopItems']);

export const invalidPropertyType = defineRule({
  id: 'invalid-property-type',
  severity: 'warning',
  summary: { en: 'A property has a value that its action does not take.', zh: '属性的值不被动作接受。' },
  why: {
    en: 'Each property takes values of one type, some only certain words or a range. References are judged by the type of what they name.',
    zh: '每个属性只接受某种类型的值，有些只接受特定的词或范围。引用按其所指内容的类型判断。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: trigger
    Action: ACS::TimerTrigger
    Properties: { Type: <|Cron|>, Expression: '0 0 9 ? * *', EndDate: '2030-01-01' }
  - Name: run
    Action: ACS::ECS::RunCommand
    Properties: { commandType: <|RunShellscript|>, commandContent: uptime }
`,
      fixed: `
Tasks:
  - Name: trigger
    Action: ACS::TimerTrigger
    Properties: { Type: cron, Expression: '0 0 9 ? * *', EndDate: '2030-01-01' }
  - Name: run
    Action: ACS::ECS::RunCommand
    Properties: { commandType: RunShellScript, commandContent: uptime }
`,
    },
    {
      text: `
Parameters:
  ids: { Type: List }
  count: { Type: Number }
Tasks:
  - Name: reboot
    Action: ACS::ECS::RebootInstance
    Properties: { instanceId: <|'{{ ids }}'|> }
  - Name: call
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeZones, Parameters: <|'{{ count }}'|> }
  - Name: run
    Action: ACS::ECS::RunCommand
    Properties:
      commandType: { 'Fn::If': [true, RunShellScript, <|Perl|>] }
      commandContent: uptime
      <|timeout|>: { 'Fn::Equals': [1, 2] }
`,
    },
    {
      text: `
Tasks:
  - Name: pick
    Action: ACS::Choice
    Properties: { DefaultTask: ACS::END, <|Choices|>: {} }
  - Name: call
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeZones, <|Parameters|>: [], AutoPaging: <|often|> }
`,
    },
    {
      text: `
Tasks:
  - Name: wait
    Action: ACS::WaitFor
    Properties:
      Service: ECS
      API: DescribeInstances
      PropertySelector: .a
      DesiredValues: <|Running|>
      AutoPaging: <|'yes'|>
`,
      fixed: `
Tasks:
  - Name: wait
    Action: ACS::WaitFor
    Properties:
      Service: ECS
      API: DescribeInstances
      PropertySelector: .a
      DesiredValues: [Running]
      AutoPaging: true
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  ids: { Type: List }
  seconds: { Type: String }
  table: { Type: Json }
Tasks:
  - Name: run
    Action: ACS::ECS::RunCommand
    Properties:
      instanceId: { 'Fn::Select': [0, '{{ ids }}'] }
      commandType: { 'Fn::If': [{ 'Fn::Equals': ['{{ seconds }}', '1'] }, RunShellScript, RunBatScript] }
      commandContent: uptime
      timeout: '{{ seconds }}'
  - Name: call
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeZones, Parameters: '{{ table }}', AutoPaging: false }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: call
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeZones, Parameters: null }
  - Name: run
    Action: ACS::ECS::RunCommand
    Properties:
      instanceId: i-1
      commandType: RunShellScript
      commandContent: uptime
      timeout: '180'
      workingDir: { 'Fn::If': ['{{ call.RequestId }}', null, /root] }
`,
  ],

  check(context) {
    const { template, catalog, schema, types } = context;
    for (const task of template.allTasks) {
      const action = catalog.action(task.action ?? '');
      if (!action) continue;
      for (const problem of schema.properties(task)) {
        if (!('node' in problem) || elsewhere.has(problem.path.at(-1) ?? '')) continue;
        if (!types.isExpression(problem.node)) reportLiteral(context, action, problem);
      }
      reportExpressions(context, task, action, types);
    }
  },
});

function reportExpressions({ report }: RuleContext, task: Task, action: ActionSpec, types: ValueTypes): void {
  for (const { path, pair, node, expected } of expressionMisfits(task, action, types)) {
    if (elsewhere.has(path.at(-1) ?? '')) continue;
    const range = node.kind === 'scalar' ? node.range : (pair?.key.range ?? node.range);
    const isOfKind = fits(types.typeOf(node), { ...expected, values: undefined });
    const found = valueWords(node, types);
    report(
      range,
      isOfKind ? noChoice(path, expected.values ?? [], found) : wrongKind(path, expectationWords(expected), found),
    );
  }
}

function reportLiteral({ document, types, report }: RuleContext, action: ActionSpec, problem: ValueProblem): void {
  const { node, path, pair } = problem;
  const expected = expectationAt(action, path);
  const fix = repair(document.tree, problem, expected);
  const words = literalWords(problem, expected, valueWords(node, types));
  const hint = expected?.kinds.has('Map') ? halfKeyWords(document.tree, node) : { en: '', zh: '' };
  report(
    node.kind === 'scalar' ? node.range : (pair?.key.range ?? node.range),
    { en: words.en + hint.en, zh: words.zh + hint.zh },
    fix ? [fix] : [],
  );
}

function literalWords(problem: ValueProblem, expected: Expectation | undefined, found: Words): Words {
  const { path } = problem;
  switch (problem.kind) {
    case 'choice':
      return noChoice(path, problem.allowed, found);
    case 'limit':
      return outOfRange(path, problem, found);
    case 'size':
      return wrongSize(path, problem, problem.node);
    default:
      return wrongKind(path, expected ? expectationWords(expected) : { en: 'another value', zh: '其他值' }, found);
  }
}

/** `WebHook.URI`, `Choices[0].When`. */
const named = (path: readonly string[]): string =>
  path.reduce((name, step) => (/^\d+$/.test(step) ? `${name}[${step}]` : name === '' ? step : `${name}.${step}`), '');

const wrongKind = (path: readonly string[], takes: Words, found: Words): Words => ({
  en: `'${named(path)}' takes ${takes.en}, and this is ${found.en}.`,
  zh: `“${named(path)}”需要${takes.zh}，此处是${found.zh}。`,
});

const noChoice = (path: readonly string[], allowed: readonly unknown[], found: Words): Words => ({
  en: `'${named(path)}' takes one of ${choices(allowed)}, and this is ${found.en}.`,
  zh: `“${named(path)}”的可选值为 ${choices(allowed, '、')}，此处是${found.zh}。`,
});

interface Limits {
  readonly least: number | undefined;
  readonly most: number | undefined;
}

function outOfRange(path: readonly string[], { least, most }: Limits, found: Words): Words {
  const en = [least !== undefined && `from ${least}`, most !== undefined && `up to ${most}`].filter(Boolean).join(' ');
  const zh = [least !== undefined && `最小 ${least}`, most !== undefined && `最大 ${most}`].filter(Boolean).join('，');
  return {
    en: `'${named(path)}' takes numbers ${en}, and this is ${found.en}.`,
    zh: `“${named(path)}”的取值范围是${zh}，此处是${found.zh}。`,
  };
}

function wrongSize(path: readonly string[], { least, most }: Limits, node: ValueNode): Words {
  const count = node.kind === 'scalar' ? [...String(node.value)].length : 0;
  const tooMany = most !== undefined && count > most;
  return {
    en: `'${named(path)}' must have at ${tooMany ? `most ${most}` : `least ${least}`} characters, and this has ${count}.`,
    zh: `“${named(path)}”${tooMany ? `最多 ${most}` : `至少 ${least}`} 个字符，此处有 ${count} 个。`,
  };
}

function repair(tree: SyntaxTree, problem: ValueProblem, expected: Expectation | undefined): Fix | undefined {
  const { node } = problem;
  if (node.kind !== 'scalar' || node.value === null) return undefined;
  if (problem.kind === 'choice') {
    const meant = closest(
      shown(toData(node)),
      problem.allowed.filter((it) => typeof it === 'string'),
    );
    return meant === undefined ? undefined : asWord(tree, node, meant);
  }
  if (problem.kind !== 'type' || !expected) return undefined;
  const pair = expected.kinds.has('Map') ? withColon(tree, node) : undefined;
  if (pair) return pair;
  if (expected.kinds.has('List')) {
    const list = asList(tree, node);
    return list && { ...list, guess: true };
  }
  if (typeof node.value !== 'string') return expected.kinds.has('String') ? asText(tree, node) : undefined;
  return scalarFix(node, node.value, expected);
}

function scalarFix(node: ScalarNode, text: string, { kinds }: Expectation): Fix | undefined {
  const value = kinds.has('Boolean') ? booleanIn(text) : kinds.has('Number') ? numberIn(text) : undefined;
  return value === undefined ? undefined : { ...asLiteral(node, value), guess: String(value) !== text };
}
