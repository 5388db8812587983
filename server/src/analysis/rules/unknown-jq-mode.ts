import { closest } from '../closest.ts';
import { asWord, shown } from '../literals.ts';
import { defineRule } from '../rule.ts';
import { argumentsOf } from '../types/calls.ts';

const modes = ['First', 'All'];

export const unknownJqMode = defineRule({
  id: 'unknown-jq-mode',
  severity: 'error',
  summary: {
    en: 'The first argument of Fn::Jq is neither First nor All.',
    zh: 'Fn::Jq 的第一个参数不是 First 或 All。',
  },
  why: {
    en: 'First gives the first result of the filter, All a list of all its results; there is no other mode.',
    zh: 'First 返回过滤器的第一个结果，All 返回全部结果的列表，没有其他模式。',
  },
  invalid: [
    {
      text: `
Outputs:
  a: { Value: { 'Fn::Jq': [<|first|>, '.a', '{{ t.x }}'] } }
  b: { Value: { 'Fn::Jq': [<|'Al'|>, '.a', '{{ t.x }}'] } }
`,
      fixed: `
Outputs:
  a: { Value: { 'Fn::Jq': [First, '.a', '{{ t.x }}'] } }
  b: { Value: { 'Fn::Jq': ['All', '.a', '{{ t.x }}'] } }
`,
    },
    { text: "Outputs:\n  a: { Value: { 'Fn::Jq': [<|'.a[].id'|>, '.', '{{ t.x }}'] } }\n" },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  mode: { Type: String }
  table: { Type: Json }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  first: { Type: String, Value: { 'Fn::Jq': [First, '.a', '{{ table }}'] } }
  all: { Type: List, Value: { 'Fn::Jq': [All, '.a', '{{ table }}'] } }
  some: { Type: List, Value: { 'Fn::Jq': ['{{ mode }}', '.a', '{{ table }}'] } }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  table: { Type: Json }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  all: { Type: List, Value: { 'Fn::Jq': [{ 'Fn::If': [true, First, All] }, '.a', '{{ table }}'] } }
`,
  ],

  check({ document, types, report }) {
    for (const { pair, spec } of types.calls) {
      const [mode] = spec?.name === 'Fn::Jq' ? (argumentsOf(pair.value, spec) ?? []) : [];
      if (mode?.kind !== 'scalar' || types.isExpression(mode)) continue;
      const written = shown(mode.value);
      if (modes.includes(written) || written.includes('{{')) continue;
      const meant = closest(written, modes);
      report(
        mode.range,
        {
          en: `The mode of Fn::Jq is First or All, not '${written}'.`,
          zh: `Fn::Jq 的模式是 First 或 All，不能是“${written}”。`,
        },
        meant === undefined ? [] : [asWord(document.tree, mode, meant)],
      );
    }
  },
});
