import type { Handler } from '../house.ts';
import type { OperationName } from '../wire/limits.ts';
import { listExecutionLogs, listExecutions, listTaskExecutions } from './executionLists.ts';
import { cancelExecution, deleteExecutions, getExecutionTemplate, notifyExecution } from './executions.ts';
import { getTemplateParameterConstraints, validateTemplateContent } from './inspection.ts';
import { listActions } from './listActions.ts';
import { describeRegions } from './regions.ts';
import { generateExecutionPolicy, listExecutionRiskyTasks } from './risk.ts';
import { startExecution } from './startExecution.ts';
import { listTagResources, tagResources, untagResources } from './tags.ts';
import {
  createTemplate,
  deleteTemplate,
  getTemplate,
  listTemplates,
  listTemplateVersions,
  updateTemplate,
} from './templates.ts';

/** What carries out each operation. */
export const operations: { readonly [Name in OperationName]: Handler } = {
  CreateTemplate: createTemplate,
  UpdateTemplate: updateTemplate,
  DeleteTemplate: deleteTemplate,
  GetTemplate: getTemplate,
  ListTemplates: listTemplates,
  ListTemplateVersions: listTemplateVersions,
  ValidateTemplateContent: validateTemplateContent,
  GetTemplateParameterConstraints: getTemplateParameterConstraints,
  ListExecutionRiskyTasks: listExecutionRiskyTasks,
  GenerateExecutionPolicy: generateExecutionPolicy,
  StartExecution: startExecution,
  CancelExecution: cancelExecution,
  DeleteExecutions: deleteExecutions,
  NotifyExecution: notifyExecution,
  ListExecutions: listExecutions,
  ListTaskExecutions: listTaskExecutions,
  ListExecutionLogs: listExecutionLogs,
  GetExecutionTemplate: getExecutionTemplate,
  ListActions: listActions,
  TagResources: tagResources,
  UntagResources: untagResources,
  ListTagResources: listTagResources,
  DescribeRegions: describeRegions,
};
