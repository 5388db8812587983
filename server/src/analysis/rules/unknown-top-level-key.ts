import { defineRule } from '../rule.ts';
import { reportUnknownKeys } from '../unknownKeys.ts';

export const unknownTopLevelKey = defineRule({
  id: 'unknown-top-level-key',
  severity: 'warning',
  summary: { en: 'A template has no such key at its root.', zh: '模板的顶层没有这个键。' },
  why: {
    en: 'What stands under a key that OOS does not know has no effect. Sections of other template languages, such as Resources or Mappings, do not exist here.',
    zh: 'OOS 不认识的键下的内容不起作用。其他模板语言的段落（如 Resources、Mappings）在这里不存在。',
  },
  invalid: [
    {
      text: 'FormatVersion: OOS-2019-06-01\n<|Parameter|>:\n  id: { Type: String }\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n',
      fixed:
        'FormatVersion: OOS-2019-06-01\nParameters:\n  id: { Type: String }\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n',
    },
    {
      text: 'FormatVersion: OOS-2019-06-01\n<|Inputs|>: {}\n<|"Steps"|>:\n  - { Name: stop, Action: ACS::Pause }\n',
      fixed: 'FormatVersion: OOS-2019-06-01\nParameters: {}\n"Tasks":\n  - { Name: stop, Action: ACS::Pause }\n',
    },
    { text: 'FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n<|Mappings|>: {}\n' },
  ],
  valid: [
    'FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n',
    `
FormatVersion: OOS-2019-06-01
Description: { en: Waits a while, zh-cn: 等待一会儿 }
Parameters:
  seconds: { Type: Number, Default: 5 }
  OOSAssumeRole: { Type: String, Default: '' }
RamRole: '{{ OOSAssumeRole }}'
Metadata:
  ALIYUN::OOS::Interface:
    ParameterGroups:
      - Label: { default: { en: Waiting, zh-cn: 等待 } }
        Parameters: [seconds, OOSAssumeRole]
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties: { Duration: 'PT{{ seconds }}S' }
Outputs:
  seconds: { Type: Number, Value: '{{ seconds }}' }
`,
  ],

  check: (context) =>
    reportUnknownKeys(context, [
      {
        place: '',
        owner: { en: 'A template', zh: '模板' },
        meant: {
          version: 'FormatVersion',
          templateversion: 'FormatVersion',
          schemaversion: 'FormatVersion',
          inputs: 'Parameters',
          variables: 'Parameters',
          steps: 'Tasks',
          mainsteps: 'Tasks',
          actions: 'Tasks',
          assumerole: 'RamRole',
          role: 'RamRole',
          returns: 'Outputs',
          results: 'Outputs',
        },
      },
    ]),
});
