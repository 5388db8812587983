import { keyName } from '../../syntax/navigate.ts';
import { defineRule } from '../rule.ts';
import { writtenSecrets } from '../values/writtenSecrets.ts';

export const riskyLiteralSecret = defineRule({
  id: 'risky-literal-secret',
  severity: 'warning',
  summary: { en: 'A password or key is written into the template.', zh: '模板中直接写有密码或密钥。' },
  why: {
    en: 'Everyone who can read the template, or its executions, can read it. Keep it in the encrypted parameter store and write {{ oos-secret:name }}.',
    zh: '能读取模板或其执行的人都能看到它。请存入加密参数仓库，写作 {{ oos-secret:名称 }}。',
  },
  invalid: [
    {
      text: `
Tasks:
  - Name: create
    Action: ACS::ExecuteAPI
    Properties: { Parameters: { InstanceName: web, Password: <|Abc-12345|> } }
  - Name: reset
    Action: ACS::ECS::ResetPassword
    Properties: { password: <|'Abc-12345'|> }
`,
    },
    {
      text: `
Description: The key <|LTAI4FakeFakeFakeFake|> is used
Tasks:
  - Name: copy
    Action: ACS::ECS::RunCommand
    Properties: { commandContent: 'ossutil config -i <|LTAI4FakeFakeFakeFake|> -e x' }
`,
    },
    {
      text: 'Tasks:\n  - Name: copy\n    Action: ACS::ExecuteAPI\n    Properties: { Body: { key: "<|-----BEGIN RSA PRIVATE KEY-----|>\\nMIIE" } }\n',
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  password: { Type: String, NoEcho: true }
Tasks:
  - Name: create
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: RunInstances, Parameters: { RegionId: cn-hangzhou, Password: '{{ password }}' } }
  - Name: createAgain
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: RunInstances, Parameters: { RegionId: cn-hangzhou, Password: '{{ oos-secret:my-password }}' } }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: run
    Action: ACS::ECS::RunCommand
    Properties: { instanceId: i-1, commandType: RunShellScript, commandContent: 'ossutil config -i LTAIxxxxxxxxxxxxxxxx', windowsPasswordName: winPassword }
`,
  ],

  check({ document, template, report }) {
    const isChild = new Set(template.children.map(({ root }) => root));
    // Defaults are risky-default-secret's, and an inline template is looked at by itself.
    const skip: Parameters<typeof writtenSecrets>[2] = (pair) =>
      pair.value !== undefined &&
      ((pair.value.kind === 'mapping' && isChild.has(pair.value)) ||
        (keyName(pair) === 'Parameters' && template.root.pairs.includes(pair)));
    for (const { range, name } of writtenSecrets(document.text, template.root, skip)) {
      report(
        range,
        name === undefined
          ? {
              en: 'This looks like a key. Keys do not belong into a template.',
              zh: '此处看起来是密钥。密钥不应写在模板中。',
            }
          : {
              en: `The value of '${name}' is written out for everyone to read. Use {{ oos-secret:name }}, or a parameter with NoEcho.`,
              zh: `“${name}”的值直接写在模板中，任何人都能看到。请使用 {{ oos-secret:名称 }}，或带 NoEcho 的参数。`,
            },
      );
    }
  },
});
