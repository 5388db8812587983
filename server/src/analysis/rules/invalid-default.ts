import { refusals } from '../constraints.ts';
import { judgeDefault } from '../defaultType.ts';
import { asWord } from '../literals.ts';
import { literalDefault, parameterType } from '../parameterAttributes.ts';
import { defineRule } from '../rule.ts';

export const invalidDefault = defineRule({
  id: 'invalid-default',
  severity: 'error',
  summary: {
    en: "The default of a parameter is refused by the parameter's own constraints.",
    zh: '参数的默认值不符合该参数自身的约束。',
  },
  why: {
    en: 'AllowedValues, AllowedPattern and the limits hold for the default too, so an execution that is started without this parameter fails.',
    zh: 'AllowedValues、AllowedPattern 和各种上下限对默认值同样有效，因此未填写该参数就启动的执行会失败。',
  },
  invalid: [
    {
      text: 'Parameters:\n  state: { Type: String, AllowedValues: [Running, Stopped], Default: <|Runing|> }\n  states: { Type: List, AllowedValues: [Running, Stopped], Default: [Running, <|"Stoped"|>] }\n',
      fixed:
        'Parameters:\n  state: { Type: String, AllowedValues: [Running, Stopped], Default: Running }\n  states: { Type: List, AllowedValues: [Running, Stopped], Default: [Running, "Stopped"] }\n',
    },
    {
      text: "Parameters:\n  id: { Type: String, AllowedPattern: '^i-[a-z0-9]+$', Default: <|instance|> }\n  name: { MinLength: 3, MaxLength: 5, Default: <|ab|> }\n",
    },
    {
      text: "Parameters:\n  count: { Type: Number, MinValue: 1, MaxValue: 9, Default: <|10|> }\n  other: { Type: Number, MinValue: 1, Default: <|'0'|> }\n  third: { Type: Number, AllowedValues: [1, 2], Default: <|3|> }\n",
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  state: { Type: String, AllowedValues: [Running, Stopped], Default: Running }
  states: { Type: List, AllowedValues: [Running, Stopped], Default: [Stopped, Running] }
  force: { Type: Boolean, AllowedValues: [true, false], Default: false }
  id: { Type: String, AllowedPattern: 'i-[a-z0-9]+', MinLength: 3, MaxLength: 8, Default: my i-abc }
  count: { Type: Number, MinValue: 1, MaxValue: 9, Default: 9 }
  slow: { Type: String, AllowedPattern: '^(a+)+$', Default: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  all: { Type: String, Value: '{{ state }} {{ states }} {{ force }} {{ id }} {{ count }} {{ slow }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  region: { Type: String, AllowedValues: [cn-hangzhou, cn-beijing], Default: '{{ ACS::RegionId }}' }
  ids: { Type: List, AllowedValues: [a, b], Default: ['{{ region }}'] }
  config: { Type: Json, Default: { a: b } }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  all: { Type: String, Value: '{{ region }} {{ ids }} {{ config }}' }
`,
  ],

  check({ document: { tree }, template, catalog, report }) {
    for (const parameter of template.parameters.all) {
      const type = parameterType(parameter, catalog)?.name;
      const value = literalDefault(parameter);
      if (!type || !value || judgeDefault(value, type) === 'wrong') continue;
      for (const { node, message, meant } of refusals(parameter, type, value)) {
        report(node.range, message, meant !== undefined && node.kind === 'scalar' ? [asWord(tree, node, meant)] : []);
      }
    }
  },
});
