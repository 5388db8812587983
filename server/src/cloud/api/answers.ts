import type { ReadFields } from './shape.ts';

const who = { CreatedBy: 'text', CreatedDate: 'text', UpdatedBy: 'text', UpdatedDate: 'text' } as const;

export const templateShape = {
  fields: {
    TemplateId: 'text',
    TemplateName: 'text',
    /** v1, v2, ... */
    TemplateVersion: 'text',
    TemplateFormat: 'text',
    TemplateType: 'text',
    VersionName: 'text',
    Description: 'text',
    /** The SHA-256 of the content in hexadecimal digits: compare it with `contentHash`. */
    Hash: 'text',
    ShareType: 'text',
    SharedAccounts: 'text',
    HasTrigger: 'truth',
    Tags: 'tags',
    ResourceGroupId: 'text',
    ...who,
  },
} as const;

export const listedTemplateShape = {
  fields: {
    ...templateShape.fields,
    /** From 1 to 10; -1 for private templates. */
    Popularity: 'number',
    /** -1 for public templates. */
    TotalExecutionCount: 'number',
    Category: 'text',
    Constraints: 'json',
    IsFavorite: 'truth',
    Publisher: 'text',
  },
} as const;
export type ListedTemplate = ReadFields<typeof listedTemplateShape.fields>;

export const templateVersionShape = {
  fields: {
    TemplateVersion: 'text',
    VersionName: 'text',
    TemplateFormat: 'text',
    Description: 'text',
    UpdatedBy: 'text',
    UpdatedDate: 'text',
  },
} as const;
export type TemplateVersion = ReadFields<typeof templateVersionShape.fields>;

/** The content of a template. Where the service sent an object instead of the text, it is put into JSON. */
export const contentShape = {
  Content: 'text',
  /** False: `Content` is not the text that was published, only its meaning. */
  ContentIsOriginal: { isText: 'Content' },
  Template: templateShape,
} as const;

export const validatedTaskShape = {
  fields: {
    Name: 'text',
    /** The action of the task. */
    Type: 'text',
    Description: 'text',
    Properties: 'json',
    Outputs: 'json',
  },
} as const;

export const riskyTaskShape = {
  fields: {
    Service: 'text',
    API: 'text',
    /** The names of the tasks that lead to it, from the root template inwards. */
    Task: { list: 'text' },
    /** The names of the templates on the way. */
    Template: { list: 'text' },
  },
} as const;

export const executionShape = {
  fields: {
    ExecutionId: 'id',
    ParentExecutionId: 'text',
    TemplateId: 'text',
    TemplateName: 'text',
    TemplateVersion: 'text',
    /** Started, Running, Waiting, Success, ...: see `isFinal`. New ones may come. */
    Status: 'text',
    StatusMessage: 'text',
    StatusReason: 'text',
    WaitingStatus: 'text',
    ResourceStatus: 'text',
    Mode: 'text',
    LoopMode: 'text',
    SafetyCheck: 'text',
    Parameters: 'json',
    Outputs: 'json',
    /** How many tasks are in which state, and `Total`. */
    Counters: 'counters',
    CurrentTasks: { list: { fields: { TaskName: 'text', TaskAction: 'text', TaskExecutionId: 'text' } } },
    RamRole: 'text',
    /** The user id, or the name with the id in brackets. */
    ExecutedBy: 'text',
    AccountId: 'text',
    IsParent: 'truth',
    CreateDate: 'text',
    StartDate: 'text',
    UpdateDate: 'text',
    EndDate: 'text',
    Description: 'text',
    Category: 'text',
    Targets: 'json',
    Tags: 'tags',
    ResourceGroupId: 'text',
    NextScheduleTime: 'text',
    LastTriggerTime: 'text',
    LastTriggerStatus: 'text',
    LastTriggerStatusMessage: 'text',
    LastTriggerOutputs: 'json',
    LastSuccessfulTriggerTime: 'text',
  },
} as const;
export type Execution = ReadFields<typeof executionShape.fields>;

export const taskExecutionShape = {
  fields: {
    /** Opaque: its form has changed over the years. */
    TaskExecutionId: 'id',
    TaskName: 'text',
    TaskAction: 'text',
    ExecutionId: 'text',
    ChildExecutionId: 'text',
    ParentTaskExecutionId: 'text',
    TemplateId: 'text',
    Status: 'text',
    StatusMessage: 'text',
    Properties: 'json',
    Outputs: 'json',
    ExtraData: 'json',
    /** Of the parent of a loop only. */
    Loop: 'json',
    LoopItem: 'text',
    LoopBatchNumber: 'number',
    CreateDate: 'text',
    StartDate: 'text',
    UpdateDate: 'text',
    EndDate: 'text',
  },
} as const;
export type TaskExecution = ReadFields<typeof taskExecutionShape.fields>;

export const executionLogShape = {
  fields: { TaskExecutionId: 'text', LogType: 'text', Message: 'text', Timestamp: 'text' },
} as const;
export type ExecutionLog = ReadFields<typeof executionLogShape.fields>;

export const actionShape = {
  fields: {
    OOSActionName: 'text',
    /** Atomic.API, Atomic.Trigger, Atomic.Control, Atomic.Embedded, or Product. with the code of a product. */
    ActionType: 'text',
    Description: 'text',
    CreatedDate: 'text',
    /** Atomic actions have none. */
    TemplateVersion: 'text',
    Properties: 'json',
    Popularity: 'number',
  },
} as const;

export const tagResourceShape = {
  fields: { ResourceType: 'text', ResourceId: 'text', TagKey: 'text', TagValue: 'text' },
} as const;

export const regionShape = { fields: { RegionId: 'text', LocalName: 'text', RegionEndpoint: 'text' } } as const;
