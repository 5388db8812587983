import { pseudoParameterNamed } from '../../catalog/parameters/pseudoParameters.ts';
import { closest } from '../../template/closest.ts';
import { isEvaluated } from '../../template/scope.ts';
import type { Template } from '../../template/template.ts';
import { changeText } from '../fixes.ts';
import { mayHaveLostParameter } from '../lostNames.ts';
import { defineRule } from '../rule.ts';

export const unknownParameter = defineRule({
  id: 'unknown-parameter',
  severity: 'error',
  summary: { en: 'A reference names a parameter that is not declared.', zh: '引用了未声明的参数。' },
  why: {
    en: 'The service refuses a template with a reference that leads nowhere. Letter case does not matter.',
    zh: '服务会拒绝引用无效的模板。名称不区分大小写。',
  },
  invalid: [
    {
      text: "Parameters:\n  instanceId: { Type: String }\nOutputs:\n  id: { Value: 'i {{ <|instancId|> }}' }\n",
      fixed: "Parameters:\n  instanceId: { Type: String }\nOutputs:\n  id: { Value: 'i {{ instanceId }}' }\n",
    },
    {
      text: "Parameters:\n  region: { Type: String, Default: '{{ <|RegionId|> }}' }\n",
      fixed: "Parameters:\n  region: { Type: String, Default: '{{ ACS::RegionId }}' }\n",
    },
    { text: "RamRole: '{{<|nothingLikeIt|>}}'\n" },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  seconds: { Type: Number, Default: 5 }
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Description: '{{ notEvaluatedHere }}'
    Properties: { Duration: 'PT{{ Seconds }}S' }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: child
    Action: ACS::Template
    Properties:
      TemplateContent:
        FormatVersion: OOS-2019-06-01
        Parameters:
          inner: { Type: String, Default: 5s }
        Tasks:
          - Name: wait
            Action: ACS::Sleep
            Properties: { Duration: '{{ inner }}' }
`,
  ],

  check({ template, report }) {
    if (mayHaveLostParameter(template)) return;
    for (const { expression, place } of template.uses) {
      const { body } = expression;
      if (body.kind !== 'parameter' || !isEvaluated(place) || isDeclared(template, body.name.text)) continue;
      const name = body.name.text;
      const to = pseudoParameterNamed(`ACS::${name}`)?.name ?? closest(name, template.parameters.names());
      const hint = template.tasks.byName.has(name)
        ? {
            en: ` It is a task; its outputs are read as '${name}.output'.`,
            zh: ` 它是任务，其输出应写作“${name}.输出名”。`,
          }
        : { en: '', zh: '' };
      report(
        body.name.range,
        { en: `There is no parameter '${name}'.${hint.en}`, zh: `没有参数“${name}”。${hint.zh}` },
        to === undefined ? [] : [changeText(body.name.range, to)],
      );
    }
  },
});

/** How a condition names another one is not documented, so a name of a condition is let pass. */
const isDeclared = ({ parameters, conditions }: Template, name: string): boolean =>
  parameters.has(name) || conditions.has(name);
