import { closest } from '../../template/closest.ts';
import { changeText } from '../fixes.ts';
import { mayHaveLostParameter } from '../lostNames.ts';
import { defineRule } from '../rule.ts';

export const unknownMetadataParameter = defineRule({
  id: 'unknown-metadata-parameter',
  severity: 'warning',
  summary: {
    en: 'A name in AssociationPropertyMetadata, in $ and braces, is not a parameter.',
    zh: 'AssociationPropertyMetadata 中以 $ 和花括号引用的名称不是参数。',
  },
  why: {
    en: 'The console puts the value of another parameter in the place of such a name. Without that parameter the field stays empty, or is never shown.',
    zh: '控制台会用另一个参数的值替换它。没有该参数时，输入框会为空，或永远不显示。',
  },
  invalid: [
    {
      text: `Parameters:\n  regionId: {}\n  instanceId: { AssociationPropertyMetadata: { RegionId: '\${<|regionID2|>}' } }\n`,
      fixed: `Parameters:\n  regionId: {}\n  instanceId: { AssociationPropertyMetadata: { RegionId: '\${regionId}' } }\n`,
    },
    {
      text: `Parameters:\n  key: { AssociationPropertyMetadata: { Visible: { Condition: { 'Fn::Not': { 'Fn::Equals': ['\${<|chargeType|>}', PrePaid] } } } } }\n`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  regionId: { Type: String, AssociationPropertyMetadata: { Text: '\${!literal} and $\${escaped}' } }
  instanceId: { Type: String, AssociationPropertyMetadata: { RegionId: '\${regionId}' } }
Tasks:
  - { Name: start, Action: ACS::ECS::StartInstance, Properties: { instanceId: '{{ instanceId }}' } }
`,
    'FormatVersion: OOS-2019-06-01\nParameters: {}\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n',
  ],

  check({ document, template, report }) {
    if (mayHaveLostParameter(template)) return;
    for (const { name, range, bare, parameter } of template.metadataUses) {
      // `$${x}` is `${x}` in a text that another program writes out first.
      if (bare || parameter || document.text[range.start - 3] === '$') continue;
      const meant = closest(name, template.parameters.names());
      report(
        range,
        { en: `There is no parameter '${name}'.`, zh: `没有参数“${name}”。` },
        meant === undefined ? [] : [changeText(range, meant)],
      );
    }
  },
});
