import { parameterTypes } from '../../catalog/parameters/parameterTypes.ts';
import type { SyntaxTree, ValueNode } from '../../syntax/node.ts';
import { isAt, languageProblems } from '../languageProblems.ts';
import { asList, asLiteral, asText, booleanIn, numberIn } from '../literals.ts';
import { halfKeyWords, withColon } from '../lostColon.ts';
import { defineRule, type Fix } from '../rule.ts';
import { foundWords, ownerWords, wantedWords } from '../valueTypeWords.ts';

/** A rule of its own says more about these. */
const elsewhere = [
  'Conditions/*',
  'FormatVersion',
  'Parameters/*/Type',
  'Outputs/*/Type',
  'Tasks/*/Name',
  'Tasks/*/OnError',
  'Tasks/*/OnSuccess',
  'Tasks/*/Retries',
  'Tasks/*/Delay',
  'Tasks/*/DelayType',
  'Tasks/*/BackOff',
  'Tasks/*/MaxRetryInterval',
  'Tasks/*/Outputs/*/Type',
  'Tasks/*/When',
  'Tasks/*/Loop/Items',
  'Tasks/*/Loop/Mode',
  'Tasks/*/Loop/MaxErrors',
  'Tasks/*/Loop/Concurrency',
  'Tasks/*/Loop/BatchPauseOption',
  'Tasks/*/Loop/RateControl/*',
  'Tasks/*/Loop/RateControl/*/*',
  'Tasks/*/Loop/Outputs/*/AggregateType',
];

/** Here a number does as well as a text, since it is only shown. */
const displayed = [
  'Description',
  'Parameters/*/Label',
  'Parameters/*/Description',
  'Parameters/*/ConstraintDescription',
  'Tasks/*/Description',
].flatMap((place) => [place, `${place}/*`]);

export const invalidValueType = defineRule({
  id: 'invalid-value-type',
  severity: 'error',
  summary: { en: 'A value is of another type than its key takes.', zh: '值的类型与键所要求的不符。' },
  why: {
    en: 'The service expects a list of tasks, maps of parameters and outputs, whole numbers as limits, and refuses anything else in their place.',
    zh: '服务要求任务是列表、参数和输出是映射、长度限制是整数等，其他类型会被拒绝。',
  },
  invalid: [
    {
      text: 'FormatVersion: OOS-2019-06-01\nParameters: <|[]|>\nTasks: <|{ Name: stop, Action: ACS::Pause }|>\nOutputs: <|none|>\n',
    },
    {
      text: "Parameters:\n  id: <|String|>\n  name: { MinLength: <|'3'|>, AllowedValues: <|abc|>, AllowedPattern: <|5|>, NoEcho: <|'true'|> }\n",
      fixed:
        "Parameters:\n  id: { Type: String }\n  name: { MinLength: 3, AllowedValues: [abc], AllowedPattern: '5', NoEcho: true }\n",
    },
    {
      text: 'Tasks:\n  - Name: each\n    Action: ACS::ExecuteAPI\n    Properties: <|none|>\n    Loop: { Items: [a], RateControl: <|5|> }\n    Outputs: { id: <|.id|> }\n  - <|stop|>\n',
    },
    { text: 'Description: <|[a]|>\nTasks: []\nConditions: <|true|>\n' },
    {
      notation: 'yaml',
      text: 'Parameters:\n  id:\n    <|Type String|>\n  name:\n    <|Type:String|>\n',
      fixed: 'Parameters:\n  id:\n    Type: String\n  name:\n    Type: String\n',
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Description: { en: 2024, zh-cn: 等待 }
Parameters:
  name: { Type: String, Label: { en: Name }, MinLength: 3, AllowedValues: [abc], NoEcho: true }
RamRole: ''
Tasks:
  - Name: regions
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeRegions, Parameters: {} }
    Outputs:
      ids: { Type: List, ValueSelector: { Fn::Sub: ['Regions.Region[].\${field}', { field: RegionId }] } }
Outputs:
  ids: { Type: List, Value: '{{ regions.ids }}' }
  name: { Value: '{{ name }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  regionIds: { Type: List }
  wanted: { Type: Boolean }
  rateControl: { Type: Json }
Tasks:
  - Name: zones
    Action: ACS::ExecuteAPI
    When: '{{ wanted }}'
    Properties: { Service: ECS, API: DescribeZones, Parameters: { RegionId: '{{ ACS::TaskLoopItem }}' } }
    Loop: { Items: '{{ regionIds }}', RateControl: '{{ rateControl }}' }
  - Name: wait
    Action: ACS::Sleep
    Properties: { Duration: 5s }
    When: { Fn::Not: '{{ wanted }}' }
`,
  ],

  check(context) {
    for (const problem of languageProblems(context)) {
      if (problem.kind !== 'type' || elsewhere.some((place) => isAt(problem.steps, place))) continue;
      const { steps, node, expected } = problem;
      if (node.kind === 'scalar' && isDisplayed(steps, expected)) continue;
      const owner = ownerWords(steps);
      const wanted = wantedWords(steps, expected);
      const found = foundWords(node);
      const { tree } = context.document;
      const fix = repair(tree, steps, node, expected);
      const hint = expected.includes('object') ? halfKeyWords(tree, node) : { en: '', zh: '' };
      context.report(
        node.range,
        {
          en: `${owner.en} must be ${wanted.en}, not ${found.en}.${hint.en}`,
          zh: `${owner.zh}必须是${wanted.zh}，不能是${found.zh}。${hint.zh}`,
        },
        fix ? [fix] : [],
      );
    }
  },
});

const isDisplayed = (steps: readonly string[], expected: readonly string[]): boolean =>
  displayed.some((place) => isAt(steps, place)) || (steps[0] === 'Metadata' && expected.includes('string'));

/** Undefined where it is not clear what was meant. */
function repair(
  tree: SyntaxTree,
  steps: readonly string[],
  node: ValueNode,
  expected: readonly string[],
): Fix | undefined {
  if (node.kind !== 'scalar') return undefined;
  const { value } = node;
  if (typeof value !== 'string') return isText(steps, expected) ? asText(tree, node) : undefined;
  const literal = literalIn(value, expected);
  if (literal !== undefined) return asLiteral(node, literal);
  const pair = expected.includes('object') ? withColon(tree, node) : undefined;
  if (pair) return pair;
  if (isAt(steps, 'Parameters/*')) return typeOnly(tree, node, value);
  return isAt(steps, 'Parameters/*/AllowedValues') ? asList(tree, node) : undefined;
}

/** A number has no meaning as a path, in quotes or not. */
const isText = (steps: readonly string[], expected: readonly string[]): boolean =>
  expected.includes('string') && !isAt(steps, 'Tasks/*/Outputs/*/ValueSelector');

function literalIn(text: string, [expected]: readonly string[]): number | boolean | undefined {
  if (expected === 'boolean') return booleanIn(text);
  const number = expected === 'number' || expected === 'integer' ? numberIn(text) : undefined;
  return number !== undefined && expected === 'integer' && !Number.isInteger(number) ? undefined : number;
}

/** A parameter for which only its type was written. */
function typeOnly({ notation }: SyntaxTree, { range }: ValueNode, value: string): Fix | undefined {
  if (!parameterTypes.some(({ name }) => name === value)) return undefined;
  const newText = notation === 'json' ? `{ "Type": "${value}" }` : `{ Type: ${value} }`;
  return { title: { en: `Write ${newText}`, zh: `写作 ${newText}` }, edits: [{ range, newText }] };
}
