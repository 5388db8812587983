import { removePair } from '../../syntax/edit.ts';
import { pairOf, stringOf, valueFor } from '../../syntax/navigate.ts';
import type { Parameter } from '../../template/template.ts';
import type { Words } from '../../words/words.ts';
import { defineRule } from '../rule.ts';
import { isSecretName, isWrittenOut } from '../values/secrets.ts';
import { writtenSecrets } from '../values/writtenSecrets.ts';

export const riskyDefaultSecret = defineRule({
  id: 'risky-default-secret',
  severity: 'warning',
  summary: { en: 'The default of a parameter contains a secret.', zh: '参数的默认值中写有机密信息。' },
  why: {
    en: 'Everyone who can read the template can read its defaults. Ask for the value, or keep it in the encrypted parameter store and write {{ oos-secret:name }}.',
    zh: '能读取模板的人都能看到默认值。请在启动时填写，或存入加密参数仓库并写作 {{ oos-secret:名称 }}。',
  },
  invalid: [
    {
      text: 'Parameters:\n  password:\n    Type: String\n    NoEcho: true\n    Default: <|Abc-12345|>\n  code: { NoEcho: true, Default: <|424242|> }\n',
      fixed: 'Parameters:\n  password:\n    Type: String\n    NoEcho: true\n  code: { NoEcho: true }\n',
    },
    {
      text: 'Parameters:\n  dbPassword: { Type: String, Default: <|Abc-12345|> }\n  id: { Type: String, Default: <|LTAI4FakeFakeFakeFake|> }\n',
      fixed: 'Parameters:\n  dbPassword: { Type: String }\n  id: { Type: String }\n',
    },
    {
      text: 'Parameters:\n  account: { Type: Json, Default: { User: root, Password: <|Abc-12345|> } }\n',
      fixed: 'Parameters:\n  account: { Type: Json }\n',
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  password: { Type: String, NoEcho: true, Default: '' }
  other: { Type: String, NoEcho: true, Default: '{{ oos-secret:my-password }}' }
  passwordLength: { Type: Number, Default: 8 }
Tasks:
  - Name: run
    Action: ACS::ECS::RunCommand
    Properties: { instanceId: i-1, commandType: RunShellScript, commandContent: "echo '{{ password }}' '{{ other }}' {{ passwordLength }}" }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  masterSecret: { Type: String, NoEcho: true }
  windowsPasswordName: { Type: String, Default: winPassword }
Tasks:
  - Name: run
    Action: ACS::ECS::RunCommand
    Properties: { instanceId: i-1, commandType: RunShellScript, commandContent: "echo '{{ masterSecret }}'", windowsPasswordName: '{{ windowsPasswordName }}' }
`,
  ],

  check({ document, template, report }) {
    for (const parameter of template.parameters.all) {
      const { attributes } = parameter;
      const pair = pairOf(attributes, 'Default');
      if (!attributes || !pair?.value) continue;
      const fix = {
        title: { en: 'Remove the default', zh: '删除默认值' },
        edits: [removePair(document.tree, attributes, pair)],
        guess: true,
      };
      if (isSecretText(parameter)) report(pair.value.range, message(parameter.name), [fix]);
      else
        for (const { range } of writtenSecrets(document.text, pair.value))
          report(range, message(parameter.name), [fix]);
    }
  },
});

/** The parameter is for a secret, by its name or because it is masked, and the default is a text. */
function isSecretText({ name, attributes }: Parameter): boolean {
  const type = stringOf(valueFor(attributes, 'Type')) ?? 'String';
  const noEcho = valueFor(attributes, 'NoEcho');
  const isMasked = noEcho?.kind === 'scalar' && noEcho.value === true;
  const value = valueFor(attributes, 'Default');
  const text = value?.kind === 'scalar' && typeof value.value !== 'boolean' ? String(value.value ?? '') : '';
  return type === 'String' && (isMasked || isSecretName(name)) && isWrittenOut(text);
}

const message = (name: string): Words => ({
  en: `The default of '${name}' shows a secret to everyone who can read the template.`,
  zh: `“${name}”的默认值会向所有能读取模板的人暴露机密信息。`,
});
