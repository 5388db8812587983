import { defineRule } from '../rule.ts';
import { reportUnknownKeys } from '../unknownKeys.ts';

export const unknownParameterAttribute = defineRule({
  id: 'unknown-parameter-attribute',
  severity: 'warning',
  summary: { en: 'A parameter has no such attribute.', zh: '参数没有这个属性。' },
  why: {
    en: 'An attribute that OOS does not know has no effect: a default is not taken, a constraint not checked.',
    zh: 'OOS 不认识的属性不起作用：默认值不会被采用，约束也不会被检查。',
  },
  invalid: [
    {
      text: 'Parameters:\n  kind: { Type: String, <|AllowedValue|>: [a, b], <|default|>: a }\n',
      fixed: 'Parameters:\n  kind: { Type: String, AllowedValues: [a, b], Default: a }\n',
    },
    {
      text: 'Parameters:\n  kind:\n    Type: String\n    <|Pattern|>: a+\n    <|Secret|>: true\n',
      fixed: 'Parameters:\n  kind:\n    Type: String\n    AllowedPattern: a+\n    NoEcho: true\n',
    },
    { text: 'Parameters:\n  kind: { Type: String, <|Required|>: true }\n' },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  kind:
    Type: String
    Label: { en: Kind, zh-cn: 种类 }
    Description: The kind of the thing
    AllowedValues: [first, second]
    ConstraintDescription: first or second
    Default: first
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  kind: { Type: String, Value: '{{ kind }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  regionId:
    Type: String
    AssociationProperty: RegionId
    Default: '{{ ACS::RegionId }}'
  instanceId:
    Type: String
    AssociationProperty: ALIYUN::ECS::Instance::InstanceId
    AssociationPropertyMetadata: { RegionId: regionId }
    AllowedPattern: 'i-[A-Za-z0-9]*'
    MinLength: 3
    MaxLength: 30
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  where: { Type: String, Value: '{{ regionId }}/{{ instanceId }}' }
`,
  ],

  check: (context) =>
    reportUnknownKeys(context, [
      {
        place: 'Parameters/*',
        owner: { en: 'A parameter', zh: '参数' },
        meant: {
          values: 'AllowedValues',
          enum: 'AllowedValues',
          options: 'AllowedValues',
          choices: 'AllowedValues',
          pattern: 'AllowedPattern',
          regex: 'AllowedPattern',
          min: 'MinValue',
          minimum: 'MinValue',
          max: 'MaxValue',
          maximum: 'MaxValue',
          value: 'Default',
          defaultvalue: 'Default',
          secret: 'NoEcho',
          sensitive: 'NoEcho',
          title: 'Label',
          displayname: 'Label',
        },
      },
    ]),
});
