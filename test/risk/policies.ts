import { call } from './templates.ts';

/** A template, and the rights that running it needs, worked out by hand. */
interface PolicyCase {
  readonly title: string;
  /** The tasks, and what stands above them. */
  readonly tasks: string;
  readonly head?: string;
  /** Separated by spaces. */
  readonly run: string;
}

const ask = (name: string, action: string, service: string, api: string): string =>
  `- { Name: ${name}, Action: 'ACS::${action}', Properties: { Service: ${service}, API: ${api} } }`;
const embedded = (name: string, properties: string): string =>
  `- { Name: ${name}, Action: 'ACS::Template', Properties: { ${properties} } }`;

export const policies: readonly PolicyCase[] = [
  { title: 'one call', tasks: call('a', 'ECS', 'StartInstance'), run: 'ecs:StartInstance' },
  {
    title: 'the same call twice',
    tasks: `${call('a', 'ECS', 'StartInstance')}\n${call('b', 'Ecs', 'StartInstance')}`,
    run: 'ecs:StartInstance',
  },
  { title: 'in any letter case', tasks: call('a', 'ecs', 'startinstance'), run: 'ecs:StartInstance' },
  { title: 'WaitFor', tasks: ask('a', 'WaitFor', 'ECS', 'DescribeDisks'), run: 'ecs:DescribeDisks' },
  { title: 'CheckFor', tasks: ask('a', 'CheckFor', 'RDS', 'DescribeDBInstances'), run: 'rds:DescribeDBInstances' },
  {
    title: 'several services',
    tasks: `${call('a', 'VPC', 'DeleteVpc')}\n${call('b', 'SLB', 'SetBackendServers')}\n${call('c', 'ECS', 'CreateImage')}`,
    run: 'ecs:CreateImage slb:SetBackendServers vpc:DeleteVpc',
  },
  { title: 'Redis', tasks: call('a', 'R-KVSTORE', 'DeleteInstance'), run: 'kvstore:DeleteInstance' },
  { title: 'MongoDB', tasks: call('a', 'DDS', 'ModifySecurityIps'), run: 'dds:ModifySecurityIps' },
  {
    title: 'the firewall',
    tasks: call('a', 'WAF-OPENAPI', 'ModifyLogServiceStatus'),
    run: 'yundun-waf:ModifyLogServiceStatus',
  },
  {
    title: 'Security Center',
    tasks: call('a', 'Sas', 'OperateAgentClientInstall'),
    run: 'yundun-sas:OperateAgentClientInstall',
  },
  { title: 'API Gateway', tasks: call('a', 'CloudAPI', 'AbolishApi'), run: 'apigateway:AbolishApi' },
  { title: 'billing', tasks: call('a', 'BssOpenApi', 'SetRenewal'), run: 'bssapi:SetRenewal' },
  { title: 'Function Compute', tasks: call('a', 'FC', 'InvokeFunction'), run: 'fc:InvokeFunction' },
  {
    title: 'operations of ECS that belong to VPC',
    tasks: `${call('a', 'ECS', 'AllocateEipAddress')}\n${call('b', 'ECS', 'ReleaseEipAddress')}\n${call('c', 'ECS', 'ReleasePublicIpAddress')}`,
    run: 'ecs:ReleasePublicIpAddress vpc:AllocateEipAddress vpc:ReleaseEipAddress',
  },
  { title: 'a service that nobody knows', tasks: call('a', 'Mystery', 'DoThings'), run: 'mystery:DoThings' },
  { title: 'another operation of OSS', tasks: call('a', 'OSS', 'PutBucketAcl'), run: 'oss:PutBucketAcl' },
  { title: 'a signed address to read', tasks: call('a', 'OSS', 'GenerateUrl', ', Method: GET'), run: 'oss:GetObject' },
  { title: 'a signed address to write', tasks: call('a', 'OSS', 'GenerateUrl', ', Method: PUT'), run: 'oss:PutObject' },
  {
    title: 'a product action',
    tasks: "- { Name: a, Action: 'ACS::ECS::StopInstance' }",
    run: 'ecs:DescribeInstances ecs:StopInstance',
  },
  {
    title: 'a product action that runs others',
    tasks: "- { Name: a, Action: 'ACS::ECS::ReInitDisk' }",
    run: 'ecs:DescribeDisks ecs:DescribeInstances ecs:ReInitDisk ecs:StartInstance ecs:StopInstance',
  },
  {
    title: 'a product action by its template',
    tasks: embedded('a', "TemplateName: 'ACS::ROS::DeleteStack'"),
    run: 'ros:DeleteStack ros:GetStack',
  },
  {
    title: 'a product action that calls nothing',
    tasks: "- { Name: a, Action: 'ACS::Approve::DingTalkWebhook' }",
    run: '',
  },
  {
    title: 'SelectTargets',
    tasks:
      "- { Name: a, Action: 'ACS::SelectTargets', Properties: { ResourceType: 'ALIYUN::ECS::Instance', Filters: [] } }",
    run: 'ecs:DescribeInstances oos:GetApplicationGroup',
  },
  {
    title: 'SelectTargets of something else',
    tasks:
      "- { Name: a, Action: 'ACS::SelectTargets', Properties: { ResourceType: 'ALIYUN::Redis::Instance', Filters: [] } }",
    run: 'kvstore:DescribeInstances oos:GetApplicationGroup',
  },
  {
    title: 'a child in the template',
    tasks: embedded('a', `TemplateContent: { Tasks: [${call('b', 'ECS', 'DeleteDisk').slice(2)}] }`),
    run: 'ecs:DeleteDisk',
  },
  {
    title: 'a child by its name',
    tasks: embedded('a', 'TemplateName: child'),
    run: 'ecs:DeleteSnapshot oos:GetTemplate oos:StartExecution',
  },
  {
    title: 'a child that is not at hand',
    tasks: embedded('a', 'TemplateName: elsewhere'),
    run: 'oos:GetTemplate oos:StartExecution',
  },
  {
    title: 'the tasks of a loop',
    tasks: `- { Name: a, Action: 'ACS::Loop', Properties: { LoopItems: [1, 2], LoopTasks: [${call('b', 'ESS', 'RemoveInstances').slice(2)}] } }`,
    run: 'ess:RemoveInstances',
  },
  {
    title: 'a parameter of the store',
    tasks: call('a', 'ECS', 'RunInstances', ", Parameters: { ImageId: '{{ oos:image }}' }"),
    run: 'ecs:RunInstances oos:GetParameter',
  },
  {
    title: 'a secret of the store, as a default',
    head: "Parameters: { password: { Type: String, Default: '{{ oos-secret:admin }}' } }",
    tasks: call('a', 'ECS', 'ModifyInstanceAttribute', ", Parameters: { Password: '{{ password }}' }"),
    run: 'ecs:ModifyInstanceAttribute kms:GetSecretValue oos:GetSecretParameter',
  },
  {
    title: 'control actions and requests elsewhere',
    tasks: `
      - { Name: a, Action: 'ACS::Sleep', Properties: { Duration: PT1M } }
      - { Name: b, Action: 'ACS::Approve', Properties: { NotifyType: WebHook } }
      - { Name: c, Action: 'ACS::ExecuteHttpRequest', Properties: { URL: 'https://example.com' } }`,
    run: '',
  },
];
