import type { ValueNode } from '../../syntax/node.ts';
import { closest } from '../../template/closest.ts';
import { asWord, choices, shown } from '../literals.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';
import { argumentsOf } from '../types/calls.ts';
import { alternatives, type ValueType } from '../types/valueType.ts';

export const invalidComparison = defineRule({
  id: 'invalid-comparison',
  severity: 'information',
  summary: {
    en: 'A parameter is compared with a value that it cannot have.',
    zh: '参数与其不可能取到的值进行比较。',
  },
  why: {
    en: 'AllowedValues says what a parameter can be, so the comparison is never true, and what depends on it never happens.',
    zh: 'AllowedValues 限定了参数的取值，因此该比较永远不成立，依赖它的内容永远不会执行。',
  },
  invalid: [
    {
      text: `
Parameters:
  osType: { Type: String, AllowedValues: [linux, windows] }
Tasks:
  - Name: install
    Action: ACS::Pause
    When: { 'Fn::Equals': ['{{ osType }}', <|windws|>] }
`,
      fixed: `
Parameters:
  osType: { Type: String, AllowedValues: [linux, windows] }
Tasks:
  - Name: install
    Action: ACS::Pause
    When: { 'Fn::Equals': ['{{ osType }}', windows] }
`,
    },
    {
      text: `
Parameters:
  osType: { Type: String, AllowedValues: [linux, windows] }
  months: { Type: Number, AllowedValues: [1, 2, 3] }
Conditions:
  isMac: { 'Fn::Not': { 'Fn::Equals': [<|macOS|>, '{{ OsType }}'] } }
  isLong: { 'Fn::Equals': ['{{ months }}', <|12|>] }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  osType: { Type: String, AllowedValues: [linux, windows] }
  months: { Type: Number, AllowedValues: [1, 2, 3] }
Tasks:
  - { Name: one, Action: ACS::Pause, When: { 'Fn::Equals': ['{{ osType }}', windows] } }
  - { Name: two, Action: ACS::Pause, When: { 'Fn::Equals': ['{{ months }}', '3'] } }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  wanted: { Type: Boolean, AllowedValues: [true, false] }
  name: { Type: String }
Tasks:
  - { Name: one, Action: ACS::Pause, When: { 'Fn::Equals': ['{{ wanted }}', 'True'] } }
  - { Name: two, Action: ACS::Pause, When: { 'Fn::Equals': ['{{ name }}', a] } }
`,
  ],

  check(context) {
    for (const { pair, spec } of context.types.calls) {
      if (spec?.name !== 'Fn::Equals') continue;
      const [left, right, more] = argumentsOf(pair.value, spec) ?? [];
      if (!left || !right || more) continue;
      compare(context, left, right);
      compare(context, right, left);
    }
  },
});

function compare({ document, types, report }: RuleContext, written: ValueNode, other: ValueNode): void {
  if (written.kind !== 'scalar' || types.isExpression(written) || !types.isExpression(other)) return;
  const [value] = valuesOf(types.typeOf(written)) ?? [];
  const possible = valuesOf(types.typeOf(other));
  if (value === undefined || !possible || possible.some((it) => same(it, value))) return;
  const meant = typeof value === 'string' ? closest(value, possible.map(String)) : undefined;
  const fixes: Fix[] = meant === undefined ? [] : [asWord(document.tree, written, meant)];
  report(
    written.range,
    {
      en: `This is never equal: the other side can be ${choices(possible)}, not '${shown(value)}'.`,
      zh: `二者永远不相等：另一侧只能是 ${choices(possible, '、')}，不会是“${shown(value)}”。`,
    },
    fixes,
  );
}

const same = (a: unknown, b: unknown): boolean => {
  const isBoolean = typeof a === 'boolean' || typeof b === 'boolean';
  return String(a) === String(b) || (isBoolean && String(a).toLowerCase() === String(b).toLowerCase());
};

/** All that a value can be, if that is known. */
function valuesOf(type: ValueType): readonly (string | number | boolean)[] | undefined {
  const lists = alternatives(type).map((it) => ('values' in it ? it.values : undefined));
  return lists.every((it) => it !== undefined) ? lists.flat() : undefined;
}
