import type { Answer } from '../house.ts';
import { newRequestId } from '../ids.ts';
import type { OperationName } from './limits.ts';
import { isEmpty, renamed, replacedAt, without } from './reshape.ts';

/** `model`: answers as the models of today's SDKs declare them. `sample2019`: as the samples of the 2019 reference show them. */
export const shapes = ['model', 'sample2019'] as const;
export type Shape = (typeof shapes)[number];

/** The whole answer as it goes out, request id and envelope included. */
export function shaped(operation: OperationName, answer: Answer, requestId: string, shape: Shape): Answer {
  if (shape === 'model') return { RequestId: requestId, ...asModel(operation, answer) };
  return enveloped(operation, asSample(operation, answer), requestId);
}

/** Where the models have JSON as text. */
const jsonTexts: { readonly [Name in OperationName]?: readonly string[] } = {
  ValidateTemplateContent: ['Parameters', 'Outputs', 'Tasks[].Properties', 'Tasks[].Outputs'],
  GenerateExecutionPolicy: ['Policy'],
  ListActions: ['Actions[].Properties'],
  StartExecution: ['Execution.Parameters', 'Execution.Outputs'],
  ListExecutions: ['Executions[].Outputs'],
  ListTaskExecutions: ['TaskExecutions[].Properties', 'TaskExecutions[].Outputs'],
};

function asModel(operation: OperationName, answer: Answer): Answer {
  const paths = jsonTexts[operation] ?? [];
  return paths.reduce((body, path) => replacedAt(body, path, (value) => JSON.stringify(value)), answer);
}

/** What came after 2019. */
const laterTemplate = ['TemplateType', 'ResourceGroupId', 'VersionName', 'Category', 'IsFavorite', 'Publisher'];
const laterExecution = ['Description', 'Tags', 'ResourceGroupId', 'Category', 'WaitingStatus', 'AccountId'];

const emptyText = (value: unknown) => (isEmpty(value) ? '' : value);
const inTemplate = (body: Answer, names: readonly string[]) =>
  replacedAt(
    replacedAt(body, 'Template', (it) => without(it, names)),
    'Template',
    withoutEmptyTags,
  );
const withoutEmptyTags = (template: unknown) =>
  isEmpty((template as Answer).Tags) ? without(template, ['Tags']) : template;
const withCreateDate = (body: Answer) => replacedAt(body, 'Template', (it) => renamed(it, 'CreatedDate', 'CreateDate'));

/** How the samples differ from the models, operation by operation. */
const samples: { readonly [Name in OperationName]?: (body: Answer) => Answer } = {
  CreateTemplate: (body) => inTemplate(without(body, ['TemplateType']), laterTemplate),
  UpdateTemplate: (body) => inTemplate(body, laterTemplate),
  GetTemplate: (body) => withCreateDate(inTemplate(body, laterTemplate)),
  ListTemplates: (body) => replacedAt(body, 'Templates[]', (it) => withoutEmptyTags(without(it, laterTemplate))),
  // The sample has the content as an object.
  GetExecutionTemplate: (body) => replacedAt(withCreateDate(inTemplate(body, laterTemplate)), 'Content', parsed),
  StartExecution: (body) =>
    replacedAt(
      replacedAt(body, 'Execution', (it) => without(it, laterExecution)),
      'Execution.Outputs',
      emptyText,
    ),
  ListExecutions: (body) => {
    const executions = replacedAt(body, 'Executions[]', (it) => without(it, laterExecution));
    const numbered = replacedAt(executions, 'Executions[].ExecutedBy', (it) =>
      String(it).replace(/^.*\((.*)\)$/, '$1'),
    );
    return without(numbered, body.NextToken === undefined ? ['TotalCount', 'MaxResults'] : ['TotalCount']);
  },
  ListTaskExecutions: (body) => {
    const tasks = ['Outputs', 'Loop', 'LoopItem'].reduce(
      (so, name) => replacedAt(so, `TaskExecutions[].${name}`, emptyText, true),
      body,
    );
    const [only, ...others] = tasks.TaskExecutions as readonly unknown[];
    return others.length === 0 && only !== undefined ? { ...tasks, TaskExecutions: only } : tasks;
  },
  ListActions: (body) => replacedAt(body, 'Actions[]', (it) => without(it, ['Popularity'])),
  ListTagResources: (body) => ({ ...body, NextToken: body.NextToken ?? '' }),
};

const asSample = (operation: OperationName, answer: Answer): Answer => samples[operation]?.(answer) ?? answer;

const inOwnName: readonly OperationName[] = ['CreateTemplate', 'StartExecution', 'UntagResources'];
const inData: readonly OperationName[] = ['ListExecutionLogs', 'ListTaskExecutions'];

function enveloped(operation: OperationName, body: Answer, requestId: string): Answer {
  if (inOwnName.includes(operation)) return { [`${operation}Response`]: { ...body, RequestId: requestId } };
  if (!inData.includes(operation)) return { ...body, RequestId: requestId };
  // In the sample of the logs the two ids differ; the outer one is that of the request.
  const inner = operation === 'ListExecutionLogs' ? newRequestId() : requestId;
  return { successResponse: true, requestId, data: { ...body, RequestId: inner }, code: 200 };
}

function parsed(content: unknown): unknown {
  try {
    return JSON.parse(String(content));
  } catch {
    return content;
  }
}
