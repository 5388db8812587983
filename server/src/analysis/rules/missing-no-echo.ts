import { insertPairs } from '../../syntax/edit.ts';
import { stringOf, valueFor } from '../../syntax/navigate.ts';
import type { Parameter } from '../../template/template.ts';
import { defineRule } from '../rule.ts';
import { isSecretName } from '../values/secrets.ts';

export const missingNoEcho = defineRule({
  id: 'missing-no-echo',
  severity: 'information',
  summary: { en: 'A parameter for a password or key is not masked.', zh: '密码或密钥类参数没有设置为不回显。' },
  why: {
    en: 'Without NoEcho: true the value is shown in the form, and to everyone who can look at the execution.',
    zh: '没有 NoEcho: true 时，参数值会显示在表单中，能查看执行的人都能看到它。',
  },
  invalid: [
    {
      text: 'Parameters:\n  <|loginPassword|>:\n    Type: String\n    MinLength: 8\n',
      fixed: 'Parameters:\n  loginPassword:\n    Type: String\n    MinLength: 8\n    NoEcho: true\n',
    },
    {
      text: 'Parameters:\n  <|dbPass|>: { Description: for the database }\n',
      fixed: 'Parameters:\n  dbPass: { Description: for the database, NoEcho: true }\n',
    },
    { text: 'Parameters:\n  <|access-key-secret|>: { Type: String, NoEcho: false }\n' },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  password: { Type: String, NoEcho: true }
  windowsPasswordName: { Type: String }
  rootPassword: { Type: String, AllowedPattern: '^\\{\\{oos-secret:.*$' }
  apiToken: { Type: String, AssociationProperty: 'ALIYUN::OOS::SecretParameter::Value' }
Tasks:
  - Name: run
    Action: ACS::ECS::RunCommand
    Properties:
      instanceId: i-1
      commandType: RunShellScript
      commandContent: "echo '{{ password }}' '{{ rootPassword }}' '{{ apiToken }}'"
      windowsPasswordName: '{{ windowsPasswordName }}'
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  resetPassword: { Type: Boolean, Default: false }
Tasks:
  - { Name: stop, Action: ACS::Pause, When: { 'Fn::Equals': ['{{ resetPassword }}', true] } }
`,
  ],

  check({ document, template, report }) {
    for (const parameter of template.parameters.all) {
      if (!isSecretName(parameter.name) || !isShown(parameter)) continue;
      const { pair, attributes, name } = parameter;
      const hasKey = valueFor(attributes, 'NoEcho') !== undefined;
      const edit =
        attributes && !hasKey ? insertPairs(document.tree, attributes, [{ key: 'NoEcho', value: true }]) : undefined;
      report(
        pair.key.range,
        {
          en: `'${name}' looks like a secret, but its value is shown. Add NoEcho: true.`,
          zh: `“${name}”看起来是机密信息，但其值会显示出来。请添加 NoEcho: true。`,
        },
        edit ? [{ title: { en: 'Add NoEcho: true', zh: '添加 NoEcho: true' }, edits: [edit], guess: true }] : [],
      );
    }
  },
});

/** A text that is neither masked nor read from the encrypted store. */
function isShown({ attributes }: Parameter): boolean {
  const text = (key: string) => stringOf(valueFor(attributes, key)) ?? '';
  const noEcho = valueFor(attributes, 'NoEcho');
  if ((text('Type') || 'String') !== 'String' || (noEcho?.kind === 'scalar' && noEcho.value !== false)) return false;
  if (text('AssociationProperty') === 'ALIYUN::OOS::SecretParameter::Value') return false;
  return !/oos-secret/.test(text('AllowedPattern') + text('Default'));
}
