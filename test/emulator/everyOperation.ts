import { expect } from 'vitest';
import { until } from '../support/localOos.ts';
import type { Body, Caller } from './callers.ts';
import { listing, sleeping } from './contents.ts';

/** Every operation once, as a person would call them one after another. Answers the names of those that were called. */
export async function everyOperation(call: Caller): Promise<Set<string>> {
  const called = new Set<string>();
  const ask: Caller = (operation, parameters) => {
    called.add(operation);
    return call(operation, parameters);
  };
  expect((await ask('DescribeRegions')).Regions.map(({ RegionId }: Body) => RegionId)).toContain('cn-hangzhou');
  const { Actions } = await ask('ListActions', { OOSActionName: 'acs::sleep', MaxResults: 20 });
  expect(Actions.map(({ OOSActionName }: Body) => OOSActionName)).toEqual(['ACS::Sleep']);
  const { Tasks } = await ask('ValidateTemplateContent', { Content: listing });
  expect(Tasks[0].Type).toBe('ACS::ExecuteAPI');
  await ask('CreateTemplate', { TemplateName: 'list', Content: listing, Tags: { team: 'a b' } });
  const { Template } = await ask('UpdateTemplate', { TemplateName: 'list', Content: `${listing}\n# 说明: ~*'()!\n` });
  expect(Template.TemplateVersion).toBe('v2');
  expect((await ask('GetTemplate', { TemplateName: 'list' })).Content).toContain("# 说明: ~*'()!");
  expect((await ask('ListTemplateVersions', { TemplateName: 'list' })).TemplateVersions).toHaveLength(2);
  const constraints = await ask('GetTemplateParameterConstraints', { TemplateName: 'list' });
  expect(constraints.ParameterConstraints).toEqual({ status: ['Running', 'Stopped'] });
  expect((await ask('ListTemplates', { ShareType: 'Private' })).Templates).toHaveLength(1);
  expect((await ask('ListExecutionRiskyTasks', { TemplateName: 'list' })).RiskyTasks).toEqual([]);
  expect((await ask('GenerateExecutionPolicy', { TemplateName: 'list' })).Policy).toContain('ecs:DescribeInstances');
  const resource = { RegionId: 'cn-hangzhou', ResourceType: 'template', ResourceIds: ['list'] };
  await ask('TagResources', { ...resource, Tags: { more: 'tags' } });
  await ask('UntagResources', { ...resource, TagKeys: ['team'] });
  const { TagResources } = await ask('ListTagResources', resource);
  expect(TagResources.TagResource.map(({ TagKey }: Body) => TagKey)).toEqual(['more']);
  await runOne(ask);
  await ask('DeleteTemplate', { TemplateName: 'list' });
  return called;
}

async function runOne(ask: Caller): Promise<void> {
  const start = { TemplateName: 'list', Parameters: { status: 'Running' } };
  const { ExecutionId } = (await ask('StartExecution', start)).Execution;
  const execution = async () => (await ask('ListExecutions', { ExecutionId })).Executions[0];
  await until(execution, ({ Status }) => Status === 'Success');
  expect((await ask('GetExecutionTemplate', { ExecutionId })).Template.TemplateName).toBe('list');
  expect((await ask('ListTaskExecutions', { ExecutionId })).TaskExecutions[0].TaskName).toBe('describe');
  expect((await ask('ListExecutionLogs', { ExecutionId })).ExecutionLogs.length).toBeGreaterThan(1);
  await ask('DeleteExecutions', { ExecutionIds: [ExecutionId] });
  const waiting = (await ask('StartExecution', { TemplateContent: sleeping('PT3600H'), Mode: 'Debug' })).Execution
    .ExecutionId;
  const other = async () => (await ask('ListExecutions', { ExecutionId: waiting })).Executions[0];
  await until(other, ({ Status }) => Status === 'Waiting');
  await ask('NotifyExecution', { ExecutionId: waiting, NotifyType: 'ExecuteTask', TaskName: 'nap' });
  await ask('CancelExecution', { ExecutionId: waiting });
  expect((await other()).Status).toBe('Cancelled');
}
