import { actionShape, regionShape, tagResourceShape } from './answers.ts';
import type { OperationSpec } from './operationSpec.ts';
import { boolean, choice, integer, list, needed, tags, text } from './parameterSpec.ts';

const resourceIds = list(50);
const resourceType = needed(
  choice('template', 'execution', 'parameter', 'secretparameter', 'stateconfiguration', 'application'),
);

/** Templates are tagged by their names, executions by their ids. */
export const otherOperations = {
  TagResources: {
    reads: false,
    parameters: {
      ResourceType: resourceType,
      ResourceIds: needed(resourceIds),
      Tags: needed(tags),
      RegionId: needed(text),
    },
    answer: {},
  },
  UntagResources: {
    reads: false,
    parameters: {
      ResourceType: resourceType,
      ResourceIds: needed(resourceIds),
      TagKeys: list(20),
      /** Looked at only where there are no TagKeys. */
      All: boolean,
      RegionId: needed(text),
    },
    answer: {},
  },
  ListTagResources: {
    reads: true,
    parameters: {
      ResourceType: resourceType,
      ResourceIds: resourceIds,
      Tags: tags,
      NextToken: text,
      RegionId: needed(text),
    },
    answer: { TagResources: { list: tagResourceShape, within: 'TagResource' }, NextToken: 'token' },
    items: 'TagResources',
  },
  ListActions: {
    reads: true,
    parameters: {
      /** A part of the name. */
      OOSActionName: text,
      /** The reference says from 20 on, official examples send 1. */
      MaxResults: integer(1, 100),
      NextToken: text,
      RegionId: text,
    },
    answer: { Actions: { list: actionShape }, MaxResults: 'number', NextToken: 'token' },
    items: 'Actions',
  },
  DescribeRegions: {
    reads: true,
    parameters: { RegionId: text, AcceptLanguage: choice('zh-CN', 'en-US') },
    answer: { Regions: { list: regionShape } },
  },
} as const satisfies Readonly<Record<string, OperationSpec>>;
