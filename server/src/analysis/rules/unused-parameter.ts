import { closest } from '../../template/closest.ts';
import type { Parameter, Template } from '../../template/template.ts';
import { defineRule } from '../rule.ts';

export const unusedParameter = defineRule({
  id: 'unused-parameter',
  severity: 'hint',
  summary: { en: 'A parameter is declared but never used.', zh: '声明了参数但没有使用。' },
  why: {
    en: 'Whoever starts the template is asked for a value that changes nothing. Often a reference was forgotten, or misspelt.',
    zh: '启动模板的人需要填写一个不起作用的值。多半是漏写了引用，或引用写错了。',
  },
  invalid: [
    {
      text: `
Parameters:
  regionId: { Type: String }
  <|instanceId|>: { Type: String, AssociationPropertyMetadata: { RegionId: regionId } }
Metadata:
  ALIYUN::OOS::Interface:
    ParameterGroups:
      - Parameters: [regionId, instanceId]
`,
    },
    {
      text: "Parameters:\n  <|wait|>: {}\nTasks:\n  - { Name: wait, Action: ACS::Pause }\nOutputs:\n  o: { Value: '{{ wait.x }}' }\n",
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  regionId: { Type: String }
  zoneId: { Type: String, Default: '{{ regionId }}-a' }
  charge: { Type: String }
  instanceId: { Type: String, AssociationPropertyMetadata: { Visible: { Condition: { 'Fn::Equals': ['\${charge}', PostPaid] } } } }
Tasks:
  - Name: start
    Action: ACS::ECS::StartInstance
    Properties: { instanceId: '{{ InstanceId }}', regionId: '{{ zoneId }}' }
`,
    'FormatVersion: OOS-2019-06-01\nParameters: {}\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n',
  ],

  check({ document, template, report }) {
    // What cannot be read may be what uses it.
    if (document.tree.problems.length > 0) return;
    const used = usedParameters(template);
    for (const parameter of template.parameters.all) {
      if (used.has(parameter)) continue;
      report(parameter.pair.key.range, {
        en: `The parameter '${parameter.name}' is never used. Read it as {{ ${parameter.name} }}, or remove it.`,
        zh: `参数“${parameter.name}”没有被使用。请以 {{ ${parameter.name} }} 引用它，或将其删除。`,
      });
    }
  },
});

/** Groups only lay out the form, so to stand in one is no use. A misspelt name is: it is reported where it stands. */
function usedParameters({ parameters, uses, metadataUses }: Template): ReadonlySet<Parameter | undefined> {
  const names = [
    ...uses.flatMap(({ expression: { body } }) => (body.kind === 'parameter' ? body.name.text : [])),
    ...metadataUses.map(({ name }) => name),
  ];
  const meant = (name: string) => (parameters.has(name) ? name : closest(name, parameters.names()));
  return new Set([...new Set(names)].map((name) => parameters.get(meant(name) ?? name)));
}
