import { expect, test } from 'vitest';
import { createOosApi } from '../../server/src/cloud/api/oosApi.ts';
import { explicitConnection } from '../../server/src/cloud/connection.ts';
import { createTransport } from '../../server/src/cloud/createTransport.ts';
import type { Shape } from '../../server/src/emulator/wire/shapes.ts';
import { localOos, until } from '../support/localOos.ts';
import { listing } from './contents.ts';

/** What our own client makes of the answers to a small life of a template, with ids and dates that differ made equal. */
async function answersIn(shape: Shape): Promise<Map<string, unknown>> {
  const answers = { 'ECS:DescribeInstances': { Instances: { Instance: [{ InstanceId: 'i-1' }] } } };
  const { region, endpoint, accounts } = await localOos({ shape, answers });
  const connection = explicitConnection({ name: 'Local', region, endpoint, credential: accounts.owner });
  const api = createOosApi(createTransport(connection));
  const found: Record<string, unknown> = {};
  const TemplateName = 'list';
  const resources = { RegionId: region, ResourceType: 'template', ResourceIds: [TemplateName] } as const;
  found.validated = await api.validateTemplateContent({ Content: listing });
  found.created = await api.createTemplate({ TemplateName, Content: listing, Tags: { a: 'b' } });
  found.updated = await api.updateTemplate({ TemplateName, Content: listing });
  found.got = await api.getTemplate({ TemplateName });
  found.listed = await api.listTemplates({ ShareType: 'Private' });
  found.risky = await api.listExecutionRiskyTasks({ TemplateName });
  found.policy = await api.generateExecutionPolicy({ TemplateName });
  found.tagged = await api.tagResources({ ...resources, Tags: { c: 'd' } });
  found.tags = await api.listTagResources(resources);
  found.untagged = await api.untagResources({ ...resources, All: true });
  found.actions = await api.listActions({ OOSActionName: 'ACS::Sleep' });
  const started = await api.startExecution({ TemplateName, Parameters: { status: 'Running' } });
  found.started = started;
  const { ExecutionId = '' } = started.Execution;
  found.ended = await until(
    () => api.getExecution(ExecutionId),
    ({ Status }) => Status === 'Success',
  );
  found.tasks = await api.listTaskExecutions({ ExecutionId });
  found.logs = await api.listExecutionLogs({ ExecutionId });
  found.used = await api.getExecutionTemplate({ ExecutionId });
  found.deletedExecution = await api.deleteExecutions({ ExecutionIds: [ExecutionId] });
  found.deleted = await api.deleteTemplate({ TemplateName });
  return leaves(found);
}

const volatile =
  /exec-[0-9a-f]{20}|t-[0-9a-f]{20}|[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;

/** Every value by its path. */
function leaves(value: unknown, path = ''): Map<string, unknown> {
  if (value instanceof Date) return new Map([[path, 'a date']]);
  if (typeof value !== 'object' || value === null) {
    return value === undefined ? new Map() : new Map([[path, String(value).replace(volatile, '...')]]);
  }
  return new Map(Object.entries(value).flatMap(([name, it]) => [...leaves(it, path ? `${path}.${name}` : name)]));
}

const onlyIn = (some: Map<string, unknown>, others: Map<string, unknown>): string[] =>
  [...some]
    .filter(([path, value]) => others.get(path) !== value)
    .map(([path]) => path)
    .sort();

test('our client reads the same from both shapes, but for what only one of them has', async () => {
  const [model, sample] = [await answersIn('model'), await answersIn('sample2019')];
  expect({ model: onlyIn(model, sample), sample: onlyIn(sample, model) }).toEqual({
    // All of it came after 2019, but for ExecutedBy, which is the uid alone in the samples.
    model: [
      'actions.Actions.0.Popularity',
      'created.TemplateType',
      'ended.AccountId',
      'ended.Category',
      'ended.ExecutedBy',
      'got.Template.TemplateType',
      'listed.Templates.0.Category',
      'listed.Templates.0.IsFavorite',
      'listed.Templates.0.TemplateType',
    ],
    sample: ['ended.ExecutedBy', 'logs.InnerRequestId', 'tasks.TaskExecutions.0.LoopItem'],
  });
});
