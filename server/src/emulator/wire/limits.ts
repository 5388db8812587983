/** What one parameter of an operation has to be. */
export interface ParameterSpec {
  readonly name: string;
  readonly kind: 'text' | 'boolean' | 'integer' | 'map' | 'list' | 'date';
  readonly required: boolean;
  /** Bytes of a text in UTF-8, the value of an integer, entries of a map or a list. */
  readonly min?: number;
  readonly max?: number;
  readonly values?: readonly string[];
  readonly pattern?: RegExp;
  readonly byDefault?: string | number;
}

type Facts = Omit<ParameterSpec, 'name' | 'kind' | 'required'>;

const spec = (kind: ParameterSpec['kind'], name: string, facts: Facts = {}): ParameterSpec => ({
  name,
  kind,
  required: false,
  ...facts,
});

const text = (name: string, facts?: Facts) => spec('text', name, facts);
const flag = (name: string) => spec('boolean', name);
const date = (name: string) => spec('date', name);
const list = (name: string, min: number, max: number) => spec('list', name, { min, max });
const oneOf = (name: string, values: readonly string[], byDefault?: string) =>
  text(name, byDefault === undefined ? { values } : { values, byDefault });
const required = (it: ParameterSpec): ParameterSpec => ({ ...it, required: true });

/** The 64 KB that a template may have. */
const content = (name: string) => text(name, { min: 1, max: 65_536 });
const templateName = text('TemplateName', { pattern: /^[A-Za-z0-9_-]{1,200}$/, max: 200 });
/** The names of templates of one's own do not look like those of the official ones. */
const ownName = required(
  text('TemplateName', { pattern: /^(?!ALIYUN|ACS|ALIBABA|ALICLOUD)[A-Za-z0-9_-]{1,200}$/i, min: 1, max: 200 }),
);
const version = text('TemplateVersion', { pattern: /^v[1-9][0-9]*$/ });
const tags = spec('map', 'Tags', { min: 1, max: 20 });
const region = text('RegionId');
const group = text('ResourceGroupId');
const executionId = text('ExecutionId');
const pages = (min: number): ParameterSpec[] => [
  spec('integer', 'MaxResults', { min, max: 100, byDefault: 50 }),
  text('NextToken'),
];
const sortOrder = oneOf('SortOrder', ['Ascending', 'Descending'], 'Descending');

const statuses = ['Started', 'Queued', 'Running', 'Waiting', 'Success', 'Failed', 'Cancelled', 'Pending', 'Skipped'];
const categories = ['TimerTrigger', 'EventTrigger', 'AlarmTrigger', 'Other'];
const modes = ['Automatic', 'Debug', 'FailurePause'];
const resourceTypes = ['template', 'execution', 'parameter', 'secretparameter', 'stateconfiguration', 'application'];

const startsAndEnds = [date('StartDateAfter'), date('StartDateBefore'), date('EndDateAfter'), date('EndDateBefore')];
const byDates = [oneOf('SortField', ['StartDate', 'EndDate', 'Status'], 'StartDate'), sortOrder];
const saving = [ownName, required(content('Content')), region, tags, group, text('VersionName')];
const tagged = [required(region), required(oneOf('ResourceType', resourceTypes))];

/**
 * The operations and what they take, by the API reference of November 2019, with what later models of the API add. Some
 * lower bounds of MaxResults are those of later texts and examples: ListTemplates from 10, ListActions from 1.
 */
export const limits = {
  CreateTemplate: saving,
  UpdateTemplate: saving,
  DeleteTemplate: [ownName, region, flag('AutoDeleteExecutions')],
  GetTemplate: [required(templateName), region, version],
  ListTemplates: [
    text('TemplateName', { max: 200 }),
    oneOf('TemplateFormat', ['JSON', 'YAML']),
    oneOf('ShareType', ['Public', 'Private']),
    text('CreatedBy'),
    date('CreatedDateAfter'),
    date('CreatedDateBefore'),
    flag('HasTrigger'),
    tags,
    ...pages(10),
    oneOf('SortField', ['TotalExecutionCount', 'Popularity', 'TemplateName', 'CreatedDate'], 'TotalExecutionCount'),
    sortOrder,
    region,
    oneOf('Category', categories),
    oneOf('TemplateType', ['Automation', 'State', 'Package']),
    flag('IsFavorite'),
    flag('IsExample'),
    group,
  ],
  ListTemplateVersions: [required(templateName), ...pages(1), region, oneOf('ShareType', ['Public', 'Private'])],
  ValidateTemplateContent: [content('Content'), region, text('TemplateURL')],
  GetTemplateParameterConstraints: [
    templateName,
    version,
    content('TemplateContent'),
    text('TemplateURL'),
    spec('map', 'Parameters'),
    region,
  ],
  ListExecutionRiskyTasks: [required(templateName), region],
  GenerateExecutionPolicy: [templateName, region, version, text('RamRole'), content('TemplateContent')],
  StartExecution: [
    templateName,
    text('ClientToken', { max: 64 }),
    oneOf('LoopMode', ['Automatic', 'FirstBatchPause', 'EveryBatchPause'], 'Automatic'),
    oneOf('Mode', modes, 'Automatic'),
    spec('map', 'Parameters', { byDefault: '{}' }),
    text('ParentExecutionId'),
    region,
    oneOf('SafetyCheck', ['Skip', 'ConfirmEveryHighRiskAction'], 'ConfirmEveryHighRiskAction'),
    version,
    content('TemplateContent'),
    text('TemplateURL'),
    tags,
    text('Description'),
    group,
  ],
  CancelExecution: [required(executionId), region],
  DeleteExecutions: [required(list('ExecutionIds', 1, 100)), region, flag('Force')],
  NotifyExecution: [
    required(executionId),
    required(
      oneOf('NotifyType', [
        'Approve',
        'Reject',
        'ExecuteTask',
        'CancelTask',
        'CompleteExecution',
        'RetryTask',
        'SkipTask',
      ]),
    ),
    oneOf('ExecutionStatus', ['Success', 'Failed', 'Cancelled']),
    text('LoopItem'),
    text('NotifyNote'),
    spec('map', 'Parameters'),
    region,
    text('TaskExecutionId'),
    text('TaskName'),
    spec('list', 'TaskExecutionIds'),
  ],
  ListExecutions: [
    executionId,
    text('TemplateName'),
    oneOf('Status', statuses),
    oneOf('Mode', modes),
    text('ExecutedBy'),
    text('ParentExecutionId'),
    text('RamRole'),
    flag('IncludeChildExecution'),
    ...startsAndEnds,
    ...byDates,
    ...pages(10),
    region,
    oneOf('Category', categories),
    text('Categories'),
    oneOf('Depth', ['RootDepth', 'FirstChildDepth']),
    text('Description'),
    text('ResourceId'),
    text('ResourceTemplateName'),
    tags,
    group,
    text('AccountId'),
    spec('list', 'RdFolderIds'),
  ],
  ListTaskExecutions: [
    executionId,
    text('TaskExecutionId'),
    text('TaskName'),
    text('TaskAction'),
    text('ParentTaskExecutionId'),
    flag('IncludeChildTaskExecution'),
    oneOf('Status', statuses),
    ...startsAndEnds,
    ...byDates,
    ...pages(20),
    region,
    text('AccountId'),
  ],
  ListExecutionLogs: [
    required(executionId),
    text('TaskExecutionId'),
    text('LogType'),
    ...pages(1),
    region,
    text('AccountId'),
  ],
  GetExecutionTemplate: [required(executionId), region],
  ListActions: [...pages(1), text('OOSActionName'), region],
  TagResources: [...tagged, required(list('ResourceIds', 1, 50)), required(tags)],
  UntagResources: [...tagged, required(list('ResourceIds', 1, 50)), flag('All'), list('TagKeys', 1, 20)],
  ListTagResources: [...tagged, text('NextToken'), list('ResourceIds', 1, 50), tags],
  DescribeRegions: [region, oneOf('AcceptLanguage', ['zh-CN', 'en-US'])],
} satisfies Readonly<Record<string, readonly ParameterSpec[]>>;

export type OperationName = keyof typeof limits;

export const isOperation = (name: string): name is OperationName => Object.hasOwn(limits, name);
