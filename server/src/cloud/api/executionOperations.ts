import { contentShape, executionLogShape, executionShape, taskExecutionShape } from './answers.ts';
import type { OperationSpec } from './operationSpec.ts';
import { boolean, choice, date, integer, list, needed, tags, template, text, version } from './parameterSpec.ts';

const executionId = needed(text);
const mode = choice('Automatic', 'Debug', 'FailurePause');
const map = { kind: 'map' } as const;

const between = { StartDateAfter: date, StartDateBefore: date, EndDateAfter: date, EndDateBefore: date } as const;
const order = {
  SortField: choice('StartDate', 'EndDate', 'Status'),
  SortOrder: choice('Ascending', 'Descending'),
} as const;
const status = choice(
  'Started',
  'Queued',
  'Running',
  'Waiting',
  'Success',
  'Failed',
  'Cancelled',
  'Pending',
  'Skipped',
);

export const executionOperations = {
  StartExecution: {
    reads: false,
    parameters: {
      /** Exactly one of TemplateName, TemplateContent and TemplateURL tells what to run. */
      TemplateName: { kind: 'name' },
      TemplateVersion: version,
      TemplateContent: template,
      TemplateURL: { kind: 'url' },
      Parameters: map,
      Mode: mode,
      LoopMode: choice('Automatic', 'FirstBatchPause', 'EveryBatchPause'),
      /** Skip goes with Mode Automatic only. */
      SafetyCheck: choice('ConfirmEveryHighRiskAction', 'Skip'),
      ParentExecutionId: text,
      /** Two calls with the same token start one execution. Made up where it is left out. */
      ClientToken: text,
      Tags: tags,
      Description: text,
      ResourceGroupId: text,
      RegionId: text,
    },
    answer: { Execution: executionShape },
  },
  CancelExecution: { reads: false, parameters: { ExecutionId: executionId, RegionId: text }, answer: {} },
  DeleteExecutions: {
    reads: false,
    parameters: {
      ExecutionIds: needed(list(100)),
      /** Also those that have not ended. */
      Force: boolean,
      RegionId: text,
    },
    answer: {},
  },
  NotifyExecution: {
    reads: false,
    parameters: {
      ExecutionId: executionId,
      NotifyType: needed(
        choice('Approve', 'Reject', 'ExecuteTask', 'CancelTask', 'CompleteExecution', 'RetryTask', 'SkipTask'),
      ),
      NotifyNote: text,
      /** With ExecuteTask: the task to run next, and its parameters. */
      TaskName: text,
      Parameters: map,
      /** With CompleteExecution. */
      ExecutionStatus: choice('Success', 'Failed', 'Cancelled'),
      TaskExecutionId: text,
      TaskExecutionIds: list(),
      LoopItem: text,
      RegionId: text,
    },
    answer: {},
  },
  ListExecutions: {
    reads: true,
    parameters: {
      ExecutionId: text,
      /** A part of the name. */
      TemplateName: text,
      Status: status,
      Mode: mode,
      ExecutedBy: text,
      ParentExecutionId: text,
      RamRole: text,
      IncludeChildExecution: boolean,
      ...between,
      ...order,
      MaxResults: integer(10, 100),
      NextToken: text,
      Category: choice('TimerTrigger', 'EventTrigger', 'AlarmTrigger', 'Other'),
      Categories: text,
      Depth: choice('RootDepth', 'FirstChildDepth'),
      Description: text,
      ResourceId: text,
      ResourceTemplateName: text,
      Tags: tags,
      ResourceGroupId: text,
      AccountId: text,
      RdFolderIds: list(),
      RegionId: text,
    },
    answer: { Executions: { list: executionShape }, MaxResults: 'number', NextToken: 'token', TotalCount: 'number' },
    items: 'Executions',
  },
  GetExecutionTemplate: {
    reads: true,
    parameters: { ExecutionId: executionId, RegionId: text },
    answer: contentShape,
  },
  ListTaskExecutions: {
    reads: true,
    parameters: {
      ExecutionId: text,
      TaskExecutionId: text,
      TaskName: text,
      TaskAction: text,
      ParentTaskExecutionId: text,
      IncludeChildTaskExecution: boolean,
      Status: status,
      ...between,
      ...order,
      MaxResults: integer(20, 100),
      NextToken: text,
      AccountId: text,
      RegionId: text,
    },
    answer: { TaskExecutions: { list: taskExecutionShape }, MaxResults: 'number', NextToken: 'token' },
    items: 'TaskExecutions',
  },
  ListExecutionLogs: {
    reads: true,
    parameters: {
      ExecutionId: executionId,
      TaskExecutionId: text,
      LogType: text,
      MaxResults: integer(1),
      NextToken: text,
      AccountId: text,
      RegionId: text,
    },
    /** The newest line comes first. */
    answer: {
      ExecutionLogs: { list: executionLogShape },
      IsTruncated: 'truth',
      MaxResults: 'number',
      NextToken: 'token',
    },
    items: 'ExecutionLogs',
  },
} as const satisfies Readonly<Record<string, OperationSpec>>;
