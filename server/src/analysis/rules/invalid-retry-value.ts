import { toData } from '../../syntax/navigate.ts';
import type { SyntaxTree } from '../../syntax/node.ts';
import { closest } from '../../template/closest.ts';
import type { Words } from '../../words/words.ts';
import { type PlacedProblem, problemsAt } from '../languageProblems.ts';
import { asLiteral, asWord, numberIn, shown } from '../literals.ts';
import { defineRule, type Fix } from '../rule.ts';

const delayTypes = ['Exponential', 'Constant', 'Linear'];
const limits: Readonly<Record<string, readonly [least: number, most: number]>> = {
  Retries: [0, 300],
  Delay: [1, 3600],
  BackOff: [1, 3600],
  MaxRetryInterval: [1, 1800],
};
const places = [...Object.keys(limits), 'DelayType'].map((key) => `Tasks/*/${key}`);

export const invalidRetryValue = defineRule({
  id: 'invalid-retry-value',
  severity: 'error',
  summary: { en: 'A value for retries is not one that OOS takes.', zh: '重试设置的取值不被 OOS 接受。' },
  why: {
    en: 'Retries is a whole number from 0 to 300, Delay and BackOff are seconds from 1 to 3600, MaxRetryInterval seconds from 1 to 1800; DelayType is Exponential, Constant or Linear.',
    zh: 'Retries 是 0 到 300 的整数，Delay 和 BackOff 是 1 到 3600 的秒数，MaxRetryInterval 是 1 到 1800 的秒数；DelayType 是 Exponential、Constant 或 Linear。',
  },
  invalid: [
    {
      text: "Tasks:\n  - { Name: there, Action: ACS::WaitFor, Retries: <|1000|>, Delay: <|'15'|>, BackOff: <|0|>, DelayType: <|constant|> }\n",
      fixed:
        'Tasks:\n  - { Name: there, Action: ACS::WaitFor, Retries: 300, Delay: 15, BackOff: 1, DelayType: Constant }\n',
    },
    {
      text: 'Tasks:\n  - { Name: there, Action: ACS::WaitFor, MaxRetryInterval: <|often|>, Retries: <|1.5|>, DelayType: <|Random|> }\n',
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: untilThere
    Action: ACS::WaitFor
    Properties:
      Service: ECS
      API: DescribeInstances
      Parameters: {}
      PropertySelector: Instances.Instance[].Status
      DesiredValues: [Running]
    Retries: 300
    DelayType: Linear
    Delay: 1
    BackOff: 3600
    MaxRetryInterval: 1800
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  tries: { Type: Number, Default: 5 }
Tasks:
  - Name: isThere
    Action: ACS::CheckFor
    Properties:
      Service: ECS
      API: DescribeInstances
      Parameters: {}
      PropertySelector: Instances.Instance[].Status
      DesiredValues: [Running]
    Retries: '{{ tries }}'
    DelayType: Constant
`,
  ],

  check(context) {
    for (const problem of problemsAt(context, ['choice', 'limit', 'type'], places)) {
      const key = problem.steps.at(-1) ?? '';
      const value = shown(toData(problem.node));
      const { en, zh } = allowed(key);
      const fix = repair(problem, key, context.document.tree);
      context.report(
        problem.node.range,
        { en: `${key} must be ${en}, not '${value}'.`, zh: `${key} 必须是${zh}，不能是“${value}”。` },
        fix ? [fix] : [],
      );
    }
  },
});

function allowed(key: string): Words {
  const limit = limits[key];
  if (!limit) return { en: `one of ${delayTypes.join(', ')}`, zh: `以下值之一：${delayTypes.join('、')}` };
  const [least, most] = limit;
  const unit = key === 'Retries' ? { en: '', zh: '' } : { en: ' of seconds', zh: '秒数' };
  return { en: `a whole number${unit.en} from ${least} to ${most}`, zh: ` ${least} 到 ${most} 的整数${unit.zh}` };
}

function repair(
  problem: Extract<PlacedProblem, { kind: 'choice' | 'limit' | 'type' }>,
  key: string,
  tree: SyntaxTree,
): Fix | undefined {
  const { node } = problem;
  if (node.kind !== 'scalar') return undefined;
  const limit = limits[key];
  if (!limit) {
    const meant = closest(shown(node.value), delayTypes);
    return meant === undefined ? undefined : asWord(tree, node, meant);
  }
  const number = typeof node.value === 'string' ? numberIn(node.value) : node.value;
  if (typeof number !== 'number' || !Number.isInteger(number)) return undefined;
  const allowedNumber = Math.min(Math.max(number, limit[0]), limit[1]);
  return { ...asLiteral(node, allowedNumber), guess: allowedNumber !== number };
}
