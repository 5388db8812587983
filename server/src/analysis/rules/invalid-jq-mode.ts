import { asScalar, isNull } from '../../syntax/navigate.ts';
import { closest } from '../../template/closest.ts';
import { asWord, shown } from '../literals.ts';
import { defineRule } from '../rule.ts';
import { argumentsOf, evaluatedCalls } from '../types/calls.ts';

const MODES = ['First', 'All'];

export const invalidJqMode = defineRule({
  id: 'invalid-jq-mode',
  severity: 'error',
  summary: {
    en: 'The first argument of Fn::Jq is neither First nor All.',
    zh: 'Fn::Jq 的第一个参数不是 First 或 All。',
  },
  why: {
    en: 'Fn::Jq gives the first result of its filter or the list of all of them, and knows no third way.',
    zh: 'Fn::Jq 要么返回过滤的第一个结果（First），要么返回全部结果的列表（All），没有其他方式。',
  },
  invalid: [
    {
      text: "Outputs:\n  ids: { Type: List, Value: { 'Fn::Jq': [<|all|>, '.[].id', [{ id: 1 }]] } }\n",
      fixed: "Outputs:\n  ids: { Type: List, Value: { 'Fn::Jq': [All, '.[].id', [{ id: 1 }]] } }\n",
    },
    {
      text: "Outputs:\n  id: { Type: String, Value: { 'Fn::Jq': [<|'Frist'|>, '.[].id', [{ id: 1 }]] } }\n  last: { Type: String, Value: { 'Fn::Jq': [<|Last|>, '.[].id', [{ id: 1 }]] } }\n",
      fixed:
        "Outputs:\n  id: { Type: String, Value: { 'Fn::Jq': ['First', '.[].id', [{ id: 1 }]] } }\n  last: { Type: String, Value: { 'Fn::Jq': [First, '.[].id', [{ id: 1 }]] } }\n",
    },
  ],
  valid: [
    "FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: stop, Action: ACS::Pause }\nOutputs:\n  id: { Type: String, Value: { 'Fn::Jq': [First, '.[].id', [{ id: 1 }]] } }\n",
    "FormatVersion: OOS-2019-06-01\nParameters:\n  mode: { Type: String, Default: All }\nTasks:\n  - { Name: stop, Action: ACS::Pause }\nOutputs:\n  ids: { Type: List, Value: { 'Fn::Jq': ['{{ mode }}', '.[].id', [{ id: 1 }]] } }\n",
  ],

  check({ document, template, report }) {
    for (const { name, pair, spec, console } of evaluatedCalls(template)) {
      if (name !== 'Fn::Jq' || !spec || console) continue;
      const mode = asScalar(argumentsOf(pair.value, spec)?.[0]);
      if (!mode || isNull(mode)) continue;
      const written = String(mode.value);
      if (MODES.includes(written) || written.includes('{{')) continue;
      const meant = closest(written, MODES);
      report(
        mode.range,
        {
          en: `Fn::Jq takes First or All here, not '${shown(written)}'.`,
          zh: `Fn::Jq 的此处应为 First 或 All，而不是“${shown(written)}”。`,
        },
        (meant === undefined ? MODES : [meant]).map((it) => asWord(document.tree, mode, it)),
      );
    }
  },
});
