/** What one parameter takes and does not take, as the API reference states it. */
export interface Values {
  readonly accepted: readonly unknown[];
  readonly refused: readonly unknown[];
  /** What it goes with, besides the base of the operation. */
  readonly together?: Readonly<Record<string, unknown>>;
}

export interface ReferenceOperation {
  /** The least that makes a whole request. */
  readonly base: Readonly<Record<string, unknown>>;
  readonly parameters: Readonly<Record<string, Values>>;
}

const pairs = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, `v${i}`]));
const items = (count: number) => Array.from({ length: count }, (_, i) => `item-${i}`);

const text: Values = { accepted: ['x', '带空格 的 文本', 'a/b#1'], refused: [5, { a: 1 }, ['a']] };
const boolean: Values = { accepted: [true, false, 'true', 'false'], refused: ['yes', 'True', 1, 0] };
const needed = (values: Values): Values => ({ ...values, refused: [...values.refused, undefined, ''] });
const choice = (...values: string[]): Values => ({
  accepted: values,
  refused: [values[0]?.toLowerCase() === values[0] ? values[0]?.toUpperCase() : values[0]?.toLowerCase(), 'Else', 1],
});
const range = (least: number, most: number): Values => ({
  accepted: [least, most, String(least)],
  refused: [least - 1, most + 1, 0, -1, 20.5, 'many', '2e1'],
});
const date: Values = {
  accepted: ['2026-01-31T08:00:00Z', '2024-02-29T23:59:59Z'],
  refused: [
    '2026-01-31',
    '2026-01-31 08:00:00',
    '2026-01-31T08:00:00',
    '2026-01-31T08:00:00.000Z',
    '2026-02-30T08:00:00Z',
    '2026-01-31T24:00:01Z',
    '2026-01-31T08:00:00+08:00',
    1769846400,
  ],
};
const name: Values = {
  accepted: ['a', 'Restart_web-01', 'x'.repeat(200), 'ACS-ECS-Reboot'],
  refused: ['x'.repeat(201), 'a b', 'a.b', '重启', 'a/b', 7],
};
const ownName: Values = {
  accepted: ['a', 'Restart_web-01', 'x'.repeat(200), 'my-ACS', 'ALI'],
  refused: ['x'.repeat(201), 'a b', '重启', 'ALIYUN-x', 'ACS-x', 'acs1', 'ALIBABA', 'AliCloudX'],
};
const version: Values = { accepted: ['v1', 'v200'], refused: ['1', 'v0', 'V1', 'v01', 'v1.0', 'latest', 1] };
const content: Values = {
  accepted: ['x', 'x'.repeat(65_536), 'é'.repeat(32_768)],
  refused: ['x'.repeat(65_537), 'é'.repeat(32_769), '模'.repeat(21_846), { FormatVersion: 'OOS-2019-06-01' }],
};
const tags: Values = {
  accepted: [{ team: 'ops' }, pairs(20), '{"team":"ops"}', { team: '' }],
  refused: [{}, pairs(21), ['team'], { team: 1 }, { '': 'ops' }, 'team=ops', '{"team"'],
};
const map: Values = {
  accepted: [{}, { a: [1, { b: null }] }, '{"a": 12345678901234567890}'],
  refused: [[], ['a'], '[]', '5', 'a=b', 5],
};
const list = (most: number): Values => ({
  accepted: [['a'], items(most), '["a","b"]'],
  refused: [[], items(most + 1), ['a', ''], ['a', 5], { a: 'b' }, 'a,b', '{}'],
});

const resourceType = needed(choice('template', 'execution'));
const executionId = needed(text);
const status = choice('Started', 'Queued', 'Running', 'Waiting', 'Success', 'Failed', 'Cancelled');
const order = { SortField: choice('StartDate', 'EndDate', 'Status'), SortOrder: choice('Ascending', 'Descending') };
const between = { StartDateAfter: date, StartDateBefore: date, EndDateAfter: date, EndDateBefore: date };

const resources = { RegionId: 'cn-beijing', ResourceType: 'template', ResourceIds: ['a'] };
const written: ReferenceOperation = {
  base: { TemplateName: 'a', Content: 'x' },
  parameters: { TemplateName: needed(ownName), Content: needed(content), Tags: tags, RegionId: text },
};

/** The 20 operations of the reference with all their parameters. */
export const referenceParameters: Readonly<Record<string, ReferenceOperation>> = {
  CreateTemplate: written,
  UpdateTemplate: written,
  DeleteTemplate: { base: { TemplateName: 'a' }, parameters: { TemplateName: needed(ownName), RegionId: text } },
  GetTemplate: {
    base: { TemplateName: 'a' },
    parameters: { TemplateName: needed(name), TemplateVersion: version, RegionId: text },
  },
  ListExecutionRiskyTasks: {
    base: { TemplateName: 'a' },
    parameters: { TemplateName: needed(name), RegionId: text },
  },
  ListTemplates: {
    base: {},
    parameters: {
      CreatedBy: text,
      CreatedDateAfter: date,
      CreatedDateBefore: date,
      HasTrigger: boolean,
      // A later text lets it begin at 10.
      MaxResults: range(10, 100),
      NextToken: text,
      RegionId: text,
      ShareType: choice('Public', 'Private'),
      SortField: choice('TotalExecutionCount', 'Popularity', 'TemplateName', 'CreatedDate'),
      SortOrder: choice('Ascending', 'Descending'),
      Tags: tags,
      TemplateFormat: choice('JSON', 'YAML'),
      TemplateName: { ...text, refused: [...text.refused, 'x'.repeat(201)] },
    },
  },
  ValidateTemplateContent: { base: { Content: 'x' }, parameters: { Content: needed(content), RegionId: text } },
  CancelExecution: { base: { ExecutionId: 'e' }, parameters: { ExecutionId: executionId, RegionId: text } },
  DeleteExecutions: {
    base: { ExecutionIds: ['e'] },
    parameters: { ExecutionIds: needed(list(100)), RegionId: text },
  },
  GenerateExecutionPolicy: {
    base: { TemplateName: 'a' },
    parameters: { TemplateName: needed(name), RegionId: text },
  },
  GetExecutionTemplate: { base: { ExecutionId: 'e' }, parameters: { ExecutionId: executionId, RegionId: text } },
  NotifyExecution: {
    base: { ExecutionId: 'e', NotifyType: 'Approve' },
    parameters: {
      ExecutionId: executionId,
      NotifyType: needed(choice('Approve', 'Reject', 'CancelTask', 'CompleteExecution')),
      ExecutionStatus: {
        accepted: ['Success'],
        refused: ['success', 'Running'],
        together: { NotifyType: 'CompleteExecution' },
      },
      LoopItem: text,
      NotifyNote: text,
      Parameters: { ...map, together: { NotifyType: 'ExecuteTask', TaskName: 't' } },
      RegionId: text,
      TaskExecutionId: text,
      TaskName: { ...needed(text), together: { NotifyType: 'ExecuteTask' } },
    },
  },
  ListExecutions: {
    base: {},
    parameters: {
      ...between,
      ...order,
      ExecutedBy: text,
      ExecutionId: text,
      IncludeChildExecution: boolean,
      MaxResults: range(10, 100),
      Mode: choice('Automatic', 'Debug'),
      NextToken: text,
      ParentExecutionId: text,
      RamRole: text,
      RegionId: text,
      Status: status,
      TemplateName: text,
    },
  },
  ListExecutionLogs: {
    base: { ExecutionId: 'e' },
    parameters: {
      ExecutionId: executionId,
      LogType: text,
      MaxResults: { accepted: [1, 20, 50, '100'], refused: [0, -1, 1.5, 'many'] },
      NextToken: text,
      RegionId: text,
      TaskExecutionId: text,
    },
  },
  StartExecution: {
    base: { TemplateName: 'a' },
    parameters: {
      TemplateName: needed(name),
      ClientToken: text,
      LoopMode: choice('Automatic'),
      Mode: choice('Automatic', 'Debug'),
      Parameters: map,
      ParentExecutionId: text,
      RegionId: text,
      SafetyCheck: choice('Skip', 'ConfirmEveryHighRiskAction'),
      TemplateVersion: version,
    },
  },
  ListTaskExecutions: {
    base: {},
    parameters: {
      ...between,
      ...order,
      ExecutionId: text,
      IncludeChildTaskExecution: boolean,
      MaxResults: range(20, 100),
      NextToken: text,
      ParentTaskExecutionId: text,
      RegionId: text,
      Status: status,
      TaskAction: text,
      TaskExecutionId: text,
      TaskName: text,
    },
  },
  ListActions: {
    base: {},
    // Official examples send less than the 20 of the reference.
    parameters: { MaxResults: range(1, 100), NextToken: text, OOSActionName: text, RegionId: text },
  },
  TagResources: {
    base: { ...resources, Tags: { team: 'ops' } },
    parameters: { RegionId: text, ResourceIds: needed(list(50)), ResourceType: resourceType, Tags: needed(tags) },
  },
  UntagResources: {
    base: { ...resources, TagKeys: ['team'] },
    parameters: {
      RegionId: text,
      ResourceIds: needed(list(50)),
      ResourceType: resourceType,
      All: boolean,
      TagKeys: needed(list(20)),
    },
  },
  ListTagResources: {
    base: resources,
    // The reference calls NextToken required, which would leave no way to the first page.
    parameters: { NextToken: text, RegionId: text, ResourceType: resourceType, ResourceIds: list(50), Tags: tags },
  },
};
