import { type AnswerTwin, requestId } from './answerTwin.ts';

const parameters = { region: 'cn-beijing', count: 2 };
const executionId = 'exec-7d20c1f3a95e4b68';

const started = {
  ExecutionId: executionId,
  TemplateId: 't-0a7be3c1',
  TemplateName: 'nightly-restart',
  TemplateVersion: 'v3',
  Mode: 'Automatic',
  SafetyCheck: 'Skip',
  Status: 'Started',
  StartDate: '2026-02-03T04:05:06Z',
  RamRole: 'NightRole',
  ExecutedBy: 'night-shift(2041000000000017)',
};
/** What the models tell beyond the samples, of one that was started and of one in a list. */
const both = {
  StatusMessage: 'on its way',
  IsParent: false,
  ParentExecutionId: 'exec-0000',
  CreateDate: '2026-02-03T04:05:05Z',
  UpdateDate: '2026-02-03T04:05:07Z',
  EndDate: '2026-02-03T04:06:06Z',
  Description: 'by hand',
  Tags: { team: 'night' },
  ResourceGroupId: 'rg-17',
};
const listed = {
  StatusReason: 'none',
  Category: 'Other',
  Targets: '["i-1"]',
  WaitingStatus: 'Approve',
  ResourceStatus: 'OK',
  NextScheduleTime: '2026-02-04T04:05:06Z',
  LastTriggerTime: '2026-02-02T04:05:06Z',
  LastTriggerStatus: 'Success',
  LastTriggerStatusMessage: 'done',
  LastTriggerOutputs: '{"count":1}',
  LastSuccessfulTriggerTime: '2026-02-02T04:05:06Z',
  AccountId: '2041000000000017',
};
const pathsOf = (owner: string, names: readonly string[]) =>
  names.map((name) => `${owner}.${name === 'Tags' ? 'Tags.team' : name}`);

const currentTask = { TaskName: 'nap', TaskAction: 'ACS::Sleep', TaskExecutionId: `${executionId}.t0001` };
const counters = { Total: 3, Success: 1, Failed: 0 };

const taskExecution = {
  TaskExecutionId: `${executionId}.t0001`,
  TaskName: 'nap',
  TaskAction: 'ACS::Sleep',
  ExecutionId: executionId,
  Status: 'Success',
  StatusMessage: 'Slept until 2026-02-03 04:06:06.123456',
  CreateDate: '2026-02-03T04:05:06Z',
  StartDate: '2026-02-03T04:05:06Z',
  UpdateDate: '2026-02-03T04:06:06Z',
  EndDate: '2026-02-03T04:06:06Z',
};
const logs = [
  { TaskExecutionId: `${executionId}.t0001`, LogType: 'System', Message: 'Over.', Timestamp: '2026-02-03T04:06:06Z' },
  { TaskExecutionId: `${executionId}.t0001`, LogType: 'System', Message: 'Begun.', Timestamp: '2026-02-03T04:05:06Z' },
];
const envelope = (data: object) => ({ successResponse: true, requestId, code: 200, data });

const content = { FormatVersion: 'OOS-2019-06-01', Tasks: [{ Name: 'nap', Action: 'ACS::Sleep' }] };
const template = {
  TemplateId: 't-0a7be3c1',
  TemplateName: 'nightly-restart',
  TemplateVersion: 'v3',
  TemplateFormat: 'JSON',
  Description: '',
  Hash: 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00',
  ShareType: 'Private',
  CreatedBy: 'night-shift(2041000000000017)',
  CreatedDate: '2026-01-02T03:04:05Z',
  UpdatedBy: 'day-shift(2041000000000018)',
  UpdatedDate: '2026-02-03T04:05:06Z',
};

const properties = { instanceId: { Type: 'String', Description: 'Which one' } };
const actions = [
  {
    OOSActionName: 'ACS::ECS::Doze',
    ActionType: 'Product.ECS',
    Description: 'Dozes',
    CreatedDate: '2026-01-02T03:04:05Z',
    TemplateVersion: 'v1',
  },
  {
    OOSActionName: 'ACS::Doze',
    ActionType: 'Atomic.Control',
    Description: 'Dozes',
    CreatedDate: '2026-01-02T03:04:06Z',
  },
];

export const executionTwins: readonly AnswerTwin[] = [
  {
    operation: 'StartExecution',
    request: { TemplateName: 'ACS-ECS-Reboot', Parameters: parameters, SafetyCheck: 'Skip', ClientToken: 'once-only' },
    sent: {
      TemplateName: 'ACS-ECS-Reboot',
      Parameters: '{"region":"cn-beijing","count":2}',
      SafetyCheck: 'Skip',
      ClientToken: 'once-only',
    },
    model: {
      RequestId: requestId,
      Execution: {
        ...started,
        ...both,
        LoopMode: 'Automatic',
        Parameters: JSON.stringify(parameters),
        Outputs: '{}',
        Counters: counters,
        CurrentTasks: [currentTask],
      },
    },
    sample2019: {
      StartExecutionResponse: { RequestId: requestId, Execution: { ...started, Parameters: parameters, Outputs: '' } },
    },
    onlyModel: [
      ...pathsOf('Execution', [...Object.keys(both), 'LoopMode']),
      ...pathsOf('Execution.Counters', Object.keys(counters)),
      ...pathsOf('Execution.CurrentTasks[0]', Object.keys(currentTask)),
    ],
  },
  {
    operation: 'CancelExecution',
    request: { ExecutionId: executionId },
    sent: { ExecutionId: executionId },
    model: { RequestId: requestId },
    sample2019: { RequestId: requestId },
  },
  {
    operation: 'DeleteExecutions',
    request: { ExecutionIds: [executionId], Force: false },
    sent: { ExecutionIds: `["${executionId}"]`, Force: 'false' },
    model: { RequestId: requestId },
    sample2019: { RequestId: requestId },
  },
  {
    operation: 'NotifyExecution',
    request: { ExecutionId: executionId, NotifyType: 'ExecuteTask', TaskName: 'nap', Parameters: {} },
    sent: { ExecutionId: executionId, NotifyType: 'ExecuteTask', TaskName: 'nap', Parameters: '{}' },
    model: { RequestId: requestId },
    sample2019: { RequestId: requestId },
  },
  {
    operation: 'ListExecutions',
    request: { Status: 'Running', StartDateAfter: '2026-02-01T00:00:00Z', IncludeChildExecution: true, MaxResults: 10 },
    sent: {
      Status: 'Running',
      StartDateAfter: '2026-02-01T00:00:00Z',
      IncludeChildExecution: 'true',
      MaxResults: '10',
    },
    model: {
      RequestId: requestId,
      MaxResults: 10,
      NextToken: 'page-2',
      TotalCount: 11,
      Executions: [
        {
          ...started,
          ...both,
          ...listed,
          Parameters: parameters,
          Outputs: '{"count":2}',
          Counters: counters,
          CurrentTasks: [currentTask],
        },
      ],
    },
    sample2019: {
      RequestId: requestId,
      Executions: [
        {
          ...started,
          Parameters: parameters,
          Outputs: { count: 2 },
          Counters: counters,
          CurrentTasks: [],
          LoopMode: 'Automatic',
        },
      ],
    },
    onlyModel: [
      'MaxResults',
      'NextToken',
      'TotalCount',
      ...pathsOf('Executions[0]', Object.keys(both)),
      ...pathsOf('Executions[0]', Object.keys(listed)).map((path) =>
        path.replace(/\.Targets$/, '.Targets[0]').replace(/\.LastTriggerOutputs$/, '.LastTriggerOutputs.count'),
      ),
      ...pathsOf('Executions[0].CurrentTasks[0]', Object.keys(currentTask)),
    ],
    onlySample2019: ['Executions[0].LoopMode'],
  },
  {
    operation: 'GetExecutionTemplate',
    request: { ExecutionId: executionId },
    sent: { ExecutionId: executionId },
    model: {
      RequestId: requestId,
      Content: JSON.stringify(content, null, 2),
      Template: { ...template, Tags: { team: 'night' } },
    },
    sample2019: { RequestId: requestId, Content: content, Template: template },
    onlyModel: ['Template.Tags.team', 'ContentIsOriginal: true'],
    onlySample2019: ['ContentIsOriginal: false'],
  },
  {
    operation: 'ListTaskExecutions',
    request: { ExecutionId: executionId, IncludeChildTaskExecution: false, SortField: 'EndDate' },
    sent: { ExecutionId: executionId, IncludeChildTaskExecution: 'false', SortField: 'EndDate' },
    model: {
      RequestId: requestId,
      MaxResults: 100,
      TaskExecutions: [
        {
          ...taskExecution,
          Properties: '{"Duration":"PT1M"}',
          Outputs: '{}',
          ExtraData: { NotifyNote: '' },
          Loop: {},
          LoopItem: '',
          LoopBatchNumber: 1,
          TemplateId: 't-0a7be3c1',
          ChildExecutionId: 'exec-0001',
          ParentTaskExecutionId: 'task-exec-7d20#1',
        },
      ],
    },
    sample2019: envelope({
      RequestId: requestId,
      MaxResults: 100,
      TaskExecutions: {
        ...taskExecution,
        Properties: { Duration: 'PT1M' },
        Outputs: '',
        ExtraData: { NotifyNote: '' },
        Loop: '',
        LoopItem: '',
      },
    }),
    onlyModel: pathsOf('TaskExecutions[0]', [
      'LoopBatchNumber',
      'TemplateId',
      'ChildExecutionId',
      'ParentTaskExecutionId',
    ]),
  },
  {
    operation: 'ListExecutionLogs',
    request: { ExecutionId: executionId, LogType: 'System', MaxResults: 20 },
    sent: { ExecutionId: executionId, LogType: 'System', MaxResults: '20' },
    model: { RequestId: requestId, MaxResults: 20, IsTruncated: true, NextToken: 'page-2', ExecutionLogs: logs },
    sample2019: envelope({
      RequestId: '11111111-2222-3333-4444-555555555555',
      MaxResults: 20,
      IsTruncated: true,
      NextToken: 'page-2',
      ExecutionLogs: logs,
    }),
    onlySample2019: ['InnerRequestId'],
  },
  {
    operation: 'ListActions',
    request: { OOSActionName: 'Doze', MaxResults: 1 },
    sent: { OOSActionName: 'Doze', MaxResults: '1' },
    model: {
      RequestId: requestId,
      MaxResults: 1,
      NextToken: 'page-2',
      Actions: actions.map((action) => ({ ...action, Properties: JSON.stringify(properties), Popularity: 3 })),
    },
    sample2019: {
      RequestId: requestId,
      MaxResults: 1,
      Actions: actions.map((action) => ({ ...action, Properties: properties })),
    },
    onlyModel: ['NextToken', 'Actions[0].Popularity', 'Actions[1].Popularity'],
  },
];
