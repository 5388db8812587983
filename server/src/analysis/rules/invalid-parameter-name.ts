import { defineRule } from '../rule.ts';

export const invalidParameterName = defineRule({
  id: 'invalid-parameter-name',
  severity: 'error',
  summary: { en: 'The name of a parameter has characters that are not allowed.', zh: '参数名称含有不允许的字符。' },
  why: {
    en: 'Names of parameters are made of letters, digits, - and _; no reference can name any other.',
    zh: '参数名称由字母、数字、- 和 _ 组成，引用无法使用其他名称。',
  },
  invalid: [
    { text: "Parameters:\n  <|my id|>: { Type: String }\n  <|'{{ id }}'|>: { Type: String }\n" },
    { text: 'Parameters:\n  <|实例|>: { Type: String }\n  <|ecs.id|>: { Type: String }\n' },
    { text: 'Parameters:\n  <|""|>: { Type: String }\n' },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  my_first-id2: { Type: String }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  id: { Type: String, Value: '{{ my_first-id2 }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  2: { Type: Number }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  number: { Type: Number, Value: '{{ 2 }}' }
`,
  ],

  check({ template, report }) {
    for (const { name, pair } of template.parameters.all) {
      if (/^[A-Za-z0-9_-]+$/.test(name) || name === '<<') continue;
      report(pair.key.range, {
        en: `The parameter name '${name}' is not allowed: use letters, digits, - and _ only.`,
        zh: `不允许使用参数名称“${name}”：只能包含字母、数字、- 和 _。`,
      });
    }
  },
});
