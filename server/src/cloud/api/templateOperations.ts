import {
  contentShape,
  listedTemplateShape,
  riskyTaskShape,
  templateShape,
  templateVersionShape,
  validatedTaskShape,
} from './answers.ts';
import type { OperationSpec } from './operationSpec.ts';
import { boolean, choice, date, integer, needed, tags, template, text, version } from './parameterSpec.ts';

const name = { kind: 'name' } as const;
const ownName = needed({ kind: 'ownName' });
const url = { kind: 'url' } as const;

const written = {
  TemplateName: ownName,
  Content: needed(template),
  RegionId: text,
  Tags: tags,
  ResourceGroupId: text,
  VersionName: text,
} as const;

export const templateOperations = {
  CreateTemplate: {
    reads: false,
    parameters: written,
    answer: { Template: templateShape, TemplateType: 'text' },
  },
  UpdateTemplate: {
    reads: false,
    parameters: written,
    answer: { Template: templateShape },
  },
  DeleteTemplate: {
    reads: false,
    parameters: { TemplateName: ownName, RegionId: text, AutoDeleteExecutions: boolean },
    answer: {},
  },
  GetTemplate: {
    reads: true,
    parameters: { TemplateName: needed(name), RegionId: text, TemplateVersion: version },
    answer: contentShape,
  },
  ListTemplates: {
    reads: true,
    parameters: {
      /** A part of the name. */
      TemplateName: { kind: 'text', most: 200 },
      TemplateFormat: choice('JSON', 'YAML'),
      ShareType: choice('Public', 'Private'),
      /** ACS for the official ones, else the id or the name of a user. */
      CreatedBy: text,
      CreatedDateAfter: date,
      CreatedDateBefore: date,
      HasTrigger: boolean,
      Tags: tags,
      MaxResults: integer(10, 100),
      NextToken: text,
      SortField: choice('TotalExecutionCount', 'Popularity', 'TemplateName', 'CreatedDate'),
      SortOrder: choice('Ascending', 'Descending'),
      RegionId: text,
      Category: choice('TimerTrigger', 'EventTrigger', 'AlarmTrigger', 'Other'),
      TemplateType: choice('Automation', 'State', 'Package'),
      IsFavorite: boolean,
      IsExample: boolean,
      ResourceGroupId: text,
    },
    answer: { Templates: { list: listedTemplateShape }, MaxResults: 'number', NextToken: 'token' },
    items: 'Templates',
  },
  ListTemplateVersions: {
    reads: true,
    parameters: {
      TemplateName: needed(name),
      ShareType: choice('Public', 'Private'),
      MaxResults: integer(1),
      NextToken: text,
      RegionId: text,
    },
    answer: { TemplateVersions: { list: templateVersionShape }, MaxResults: 'number', NextToken: 'token' },
    items: 'TemplateVersions',
  },
  ValidateTemplateContent: {
    reads: true,
    parameters: { Content: template, RegionId: text, TemplateURL: url },
    answer: { Parameters: 'json', Outputs: 'json', RamRole: 'text', Tasks: { list: validatedTaskShape } },
  },
  GetTemplateParameterConstraints: {
    reads: true,
    parameters: {
      TemplateName: name,
      TemplateVersion: version,
      TemplateContent: template,
      TemplateURL: url,
      Parameters: { kind: 'map' },
      RegionId: text,
    },
    answer: { ParameterConstraints: 'json' },
  },
  ListExecutionRiskyTasks: {
    reads: true,
    parameters: { TemplateName: needed(name), RegionId: text },
    answer: { RiskyTasks: { list: riskyTaskShape } },
  },
  GenerateExecutionPolicy: {
    reads: true,
    parameters: {
      TemplateName: name,
      TemplateContent: template,
      TemplateVersion: version,
      /** With it the answer tells what the role lacks. */
      RamRole: text,
      RegionId: text,
    },
    /** MissingPolicy is no JSON but the way Python writes a list: to be shown, not parsed. */
    answer: { Policy: 'json', MissingPolicy: 'text' },
  },
} as const satisfies Readonly<Record<string, OperationSpec>>;
