import { type AnswerTwin, requestId } from './answerTwin.ts';

const content = JSON.stringify(
  { FormatVersion: 'OOS-2019-06-01', Tasks: [{ Name: 'nap', Action: 'ACS::Sleep' }] },
  null,
  2,
);

/** What both generations tell of a template. */
const common = {
  TemplateId: 't-0a7be3c1',
  TemplateName: 'nightly-restart',
  TemplateVersion: 'v3',
  TemplateFormat: 'JSON',
  Description: 'Restarts what has to be restarted',
  Hash: 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00',
  ShareType: 'Private',
  CreatedBy: 'night-shift(2041000000000017)',
  UpdatedBy: 'day-shift(2041000000000018)',
  UpdatedDate: '2026-02-03T04:05:06Z',
};
const CreatedDate = '2026-01-02T03:04:05Z';
const Tags = { team: 'night', stage: 'prod' };
const later = { HasTrigger: false, ResourceGroupId: 'rg-17' };
const laterPaths = ['Template.HasTrigger', 'Template.ResourceGroupId'];
const tagPaths = ['Template.Tags.team', 'Template.Tags.stage'];

const written = {
  request: { TemplateName: 'nightly-restart', Content: content, Tags, VersionName: 'autumn' },
  sent: { TemplateName: 'nightly-restart', Content: content, Tags: JSON.stringify(Tags), VersionName: 'autumn' },
};

const properties = { Duration: 'PT5M' };
const parameters = { region: { Type: 'String', Description: 'Where' } };
const policy = { Version: '1', Statement: [{ Effect: 'Allow', Action: ['ecs:RebootInstance'], Resource: '*' }] };
const riskyTasks = [
  { Service: 'ECS', API: 'RebootInstance', Task: ['each', 'reboot'], Template: ['nightly-restart', 'reboot-one'] },
  { Service: 'SLB', API: 'SetBackendServers', Task: ['drain'], Template: ['nightly-restart'] },
];
const tag = { ResourceType: 'template', ResourceId: 'nightly-restart', TagKey: 'team', TagValue: 'night' };
const resources = {
  RegionId: 'cn-beijing',
  ResourceType: 'template',
  ResourceIds: ['nightly-restart', 'weekly-report'],
};
const sentResources = { ...resources, ResourceIds: '["nightly-restart","weekly-report"]' };

export const templateTwins: readonly AnswerTwin[] = [
  {
    operation: 'CreateTemplate',
    ...written,
    model: { RequestId: requestId, Template: { ...common, CreatedDate, Tags, ...later }, TemplateType: 'Automation' },
    sample2019: { CreateTemplateResponse: { Template: { ...common, CreatedDate, Tags }, RequestId: requestId } },
    onlyModel: [...laterPaths, 'TemplateType'],
  },
  {
    operation: 'UpdateTemplate',
    ...written,
    model: { RequestId: requestId, Template: { ...common, CreatedDate, Tags, ...later } },
    sample2019: { RequestId: requestId, Template: { ...common, CreatedDate } },
    onlyModel: [...laterPaths, ...tagPaths],
  },
  {
    operation: 'DeleteTemplate',
    request: { TemplateName: 'nightly-restart', AutoDeleteExecutions: true },
    sent: { TemplateName: 'nightly-restart', AutoDeleteExecutions: 'true' },
    model: { RequestId: requestId },
    sample2019: { RequestId: requestId },
  },
  {
    operation: 'GetTemplate',
    request: { TemplateName: 'ACS-ECS-Reboot', TemplateVersion: 'v3' },
    sent: { TemplateName: 'ACS-ECS-Reboot', TemplateVersion: 'v3' },
    model: {
      RequestId: requestId,
      Content: content,
      Template: {
        ...common,
        CreatedDate,
        Tags,
        ...later,
        TemplateType: 'Automation',
        VersionName: 'autumn',
        SharedAccounts: '["2041000000000019"]',
      },
    },
    sample2019: { RequestId: requestId, Content: content, Template: { ...common, CreateDate: CreatedDate } },
    onlyModel: [...laterPaths, ...tagPaths, 'Template.TemplateType', 'Template.VersionName', 'Template.SharedAccounts'],
  },
  {
    operation: 'ListTemplates',
    request: {
      TemplateName: 'night',
      HasTrigger: false,
      Tags: { team: 'night' },
      MaxResults: 20,
      SortOrder: 'Ascending',
    },
    sent: {
      TemplateName: 'night',
      HasTrigger: 'false',
      Tags: '{"team":"night"}',
      MaxResults: '20',
      SortOrder: 'Ascending',
    },
    model: {
      RequestId: requestId,
      MaxResults: 20,
      NextToken: 'page-2',
      Templates: [
        { ...common, CreatedDate, Tags: { team: 'night' }, Popularity: -1, TotalExecutionCount: 12, IsFavorite: true },
      ],
    },
    sample2019: {
      RequestId: requestId,
      MaxResults: 20,
      Templates: [{ ...common, CreatedDate, Popularity: -1, TotalExecutionCount: 12 }],
    },
    onlyModel: ['NextToken', 'Templates[0].Tags.team', 'Templates[0].IsFavorite'],
  },
  {
    operation: 'ValidateTemplateContent',
    request: { Content: content },
    sent: { Content: content },
    model: {
      RequestId: requestId,
      Parameters: JSON.stringify(parameters),
      Outputs: '{}',
      RamRole: 'NightRole',
      Tasks: [
        { Name: 'nap', Type: 'ACS::Sleep', Properties: JSON.stringify(properties), Outputs: '', Description: 'Waits' },
      ],
    },
    sample2019: {
      RequestId: requestId,
      Parameters: parameters,
      Outputs: {},
      RamRole: 'NightRole',
      Tasks: [{ Name: 'nap', Properties: properties }],
    },
    onlyModel: ['Tasks[0].Type', 'Tasks[0].Outputs', 'Tasks[0].Description'],
  },
  {
    operation: 'ListExecutionRiskyTasks',
    request: { TemplateName: 'nightly-restart' },
    sent: { TemplateName: 'nightly-restart' },
    model: { RequestId: requestId, RiskyTasks: riskyTasks },
    sample2019: { RequestId: requestId, RiskyTasks: riskyTasks },
  },
  {
    operation: 'GenerateExecutionPolicy',
    request: { TemplateName: 'nightly-restart' },
    sent: { TemplateName: 'nightly-restart' },
    model: {
      RequestId: requestId,
      Policy: JSON.stringify(policy),
      MissingPolicy: "[{'Action': ['ecs:RebootInstance']}]",
    },
    sample2019: { RequestId: requestId, Policy: policy },
    onlyModel: ['MissingPolicy'],
  },
  {
    operation: 'TagResources',
    request: { ...resources, Tags },
    sent: { ...sentResources, Tags: JSON.stringify(Tags) },
    model: { RequestId: requestId },
    sample2019: { RequestId: requestId },
  },
  {
    operation: 'UntagResources',
    request: { ...resources, TagKeys: ['team', 'stage'] },
    sent: { ...sentResources, TagKeys: '["team","stage"]' },
    model: { RequestId: requestId },
    sample2019: { UntagResourcesResponse: { RequestId: requestId } },
  },
  {
    operation: 'ListTagResources',
    request: { ...resources, Tags: { team: 'night' } },
    sent: { ...sentResources, Tags: '{"team":"night"}' },
    model: { RequestId: requestId, TagResources: { TagResource: [tag] }, NextToken: 'page-2' },
    sample2019: { RequestId: requestId, TagResources: { TagResource: [tag] }, NextToken: '' },
    onlyModel: ['NextToken'],
  },
];
