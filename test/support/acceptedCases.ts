/** A place in a template, the proposal that comes first there, and what accepting it makes of the text. */
export interface AcceptedCase {
  readonly language: 'oos-yaml' | 'oos-json';
  /** With a cursor. */
  readonly marked: string;
  readonly label: string;
  readonly after: string;
}

const yamlFrame = (lines: string): string => `FormatVersion: OOS-2019-06-01
Parameters:
  regionId:
    Type: String
Tasks:
  - Name: find
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: DescribeInstances
      Parameters:
        RegionId: '{{ regionId }}'
    Outputs:
      instanceId:
        Type: String
        ValueSelector: Instances.Instance[0].InstanceId
  - Name: restart
${lines}
`;

const jsonFrame = (lines: string): string => `{
  "FormatVersion": "OOS-2019-06-01",
  "Parameters": {
    "regionId": { "Type": "String" }
  },
  "Tasks": [
    {
      "Name": "find",
      "Action": "ACS::ExecuteAPI",
      "Properties": {
        "Service": "ECS",
        "API": "DescribeInstances",
        "Parameters": { "RegionId": "{{ regionId }}" }
      },
      "Outputs": {
        "instanceId": { "Type": "String", "ValueSelector": "Instances.Instance[0].InstanceId" }
      }
    },
    {
      "Name": "restart",
${lines}
    }
  ]
}
`;

const yaml = (label: string, marked: string, after: string): AcceptedCase => ({
  language: 'oos-yaml',
  label,
  marked: yamlFrame(marked),
  after: yamlFrame(after),
});

const json = (label: string, marked: string, after: string): AcceptedCase => ({
  language: 'oos-json',
  label,
  marked: jsonFrame(marked),
  after: jsonFrame(after),
});

/** For every host: the features, the protocol and real editors have to do the same. */
export const acceptedCases: readonly AcceptedCase[] = [
  yaml(
    'ACS::ECS::RebootInstance',
    '    Action: ACS::ECS::Reb<|>',
    `    Action: ACS::ECS::RebootInstance
    Properties:
      regionId: '{{ regionId }}'
      instanceId: `,
  ),
  json(
    'ACS::ECS::RebootInstance',
    '      "Action": "ACS::ECS::Reb<|>"',
    `      "Action": "ACS::ECS::RebootInstance",
      "Properties": {
        "regionId": "{{ regionId }}",
        "instanceId": ""
      }`,
  ),
  yaml(
    'instanceId',
    `    Action: ACS::ECS::RebootInstance
    Properties:
      regionId: cn-hangzhou
      <|>`,
    `    Action: ACS::ECS::RebootInstance
    Properties:
      regionId: cn-hangzhou
      instanceId: `,
  ),
  json(
    'instanceId',
    `      "Action": "ACS::ECS::RebootInstance",
      "Properties": {
        "<|>"
      }`,
    `      "Action": "ACS::ECS::RebootInstance",
      "Properties": {
        "instanceId": ""
      }`,
  ),
  yaml(
    'find.instanceId',
    `    Action: ACS::ECS::RebootInstance
    Properties:
      instanceId: '{{ find.<|> }}'`,
    `    Action: ACS::ECS::RebootInstance
    Properties:
      instanceId: '{{ find.instanceId }}'`,
  ),
  json(
    'find.instanceId',
    `      "Action": "ACS::ECS::RebootInstance",
      "Properties": { "instanceId": "{{ <|>" }`,
    `      "Action": "ACS::ECS::RebootInstance",
      "Properties": { "instanceId": "{{ find.instanceId }}" }`,
  ),
  yaml(
    'ForceStop',
    `    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: RebootInstance
      Parameters:
        InstanceId: i-1
        Force<|>`,
    `    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: RebootInstance
      Parameters:
        InstanceId: i-1
        ForceStop: true`,
  ),
  json(
    'RebootInstance',
    `      "Action": "ACS::ExecuteAPI",
      "Properties": {
        "Service": "ECS",
        "API": "RebootInst<|>"
      }`,
    `      "Action": "ACS::ExecuteAPI",
      "Properties": {
        "Service": "ECS",
        "API": "RebootInstance",
        "Parameters": {
          "RegionId": "{{ regionId }}",
          "InstanceId": ""
        }
      }`,
  ),
  yaml(
    'Instance[].Status',
    `    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: DescribeInstances
    Outputs:
      status:
        Type: String
        ValueSelector: Instances.<|>`,
    `    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: DescribeInstances
    Outputs:
      status:
        Type: String
        ValueSelector: Instances.Instance[].Status`,
  ),
  yaml(
    'Loop',
    `    Action: ACS::ECS::RebootInstance
    Loo<|>`,
    `    Action: ACS::ECS::RebootInstance
    Loop:
      Items: 
      RateControl:
        Mode: Concurrency
        MaxErrors: 0
        Concurrency: 10`,
  ),
  json(
    'Loop',
    `      "Action": "ACS::ECS::RebootInstance",
      "Loo<|>"`,
    `      "Action": "ACS::ECS::RebootInstance",
      "Loop": {
        "Items": "",
        "RateControl": {
          "Mode": "Concurrency",
          "MaxErrors": 0,
          "Concurrency": 10
        }
      }`,
  ),
  yaml(
    'Fn::Select',
    `    Action: ACS::ECS::RebootInstance
    Properties:
      instanceId:
        Fn::Sel<|>`,
    `    Action: ACS::ECS::RebootInstance
    Properties:
      instanceId:
        Fn::Select:
          - 
          - `,
  ),
];
