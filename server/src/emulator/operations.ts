import { listActions } from './actions.ts';
import type { Handler } from './house.ts';
import type { OperationName } from './limits.ts';
import { describeRegions } from './regions.ts';
import {
  createTemplate,
  deleteTemplate,
  getTemplate,
  listTemplates,
  listTemplateVersions,
  updateTemplate,
} from './templates.ts';

/** What carries out each operation. */
export const operations: { readonly [Name in OperationName]?: Handler } = {
  CreateTemplate: createTemplate,
  UpdateTemplate: updateTemplate,
  DeleteTemplate: deleteTemplate,
  GetTemplate: getTemplate,
  ListTemplates: listTemplates,
  ListTemplateVersions: listTemplateVersions,
  ListActions: listActions,
  DescribeRegions: describeRegions,
};
