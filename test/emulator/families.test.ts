import { expect, test } from 'vitest';
import { until } from '../support/localOos.ts';
import { type Body, refusal } from './callers.ts';
import { calling, failing, sleeping, template } from './contents.ts';
import { rig } from './rig.ts';

const starting = (TemplateName: string) =>
  template(`\n  - { Name: child, Action: 'ACS::Template', Properties: { TemplateName: ${TemplateName} } }`);

/** An execution whose only task waits for another execution, which sleeps. */
async function family() {
  const house = await rig();
  const { call, start } = house;
  await call('CreateTemplate', { TemplateName: 'nap', Content: sleeping('PT9999999H') });
  const parent = (await start({ TemplateContent: starting('nap') })).ExecutionId;
  const children = async () => (await call('ListExecutions', { ParentExecutionId: parent })).Executions;
  const [child] = await until(children, ([it]) => it?.Status === 'Running');
  return { ...house, parent, child: child.ExecutionId, children };
}

test('a task does not wait for an execution that has been deleted', async () => {
  const { call, end, parent, child } = await family();
  await call('DeleteExecutions', { ExecutionIds: [child], Force: true });
  expect(await end(parent)).toMatchObject({ Status: 'Failed', StatusMessage: expect.stringContaining(child) });
  expect((await call('ListExecutions', { IncludeChildExecution: true })).TotalCount).toBe(1);
});

test('nor for one that went with its template', async () => {
  const { call, end, parent } = await family();
  await call('DeleteTemplate', { TemplateName: 'nap', AutoDeleteExecutions: true });
  expect((await end(parent)).Status).toBe('Failed');
});

test('what runs is not deleted together with what started it, unless it is forced', async () => {
  const { call, start, end } = await rig();
  const over = (await start({ TemplateContent: sleeping() })).ExecutionId;
  await end(over);
  const going = (await start({ TemplateContent: sleeping('PT9999999H'), ParentExecutionId: over })).ExecutionId;
  const refused = await refusal(call('DeleteExecutions', { ExecutionIds: [over] }));
  expect(refused).toMatchObject({ code: 'ExecutionDeleteFailed', message: expect.stringContaining(going) });
  await call('DeleteExecutions', { ExecutionIds: [over], Force: true });
  expect((await call('ListExecutions', { IncludeChildExecution: true })).TotalCount).toBe(0);
});

test('a template that starts itself comes to an end', async () => {
  const { call, start, end } = await rig({ quotas: { executions: 5 } });
  await call('CreateTemplate', { TemplateName: 'self', Content: starting('self') });
  const { ExecutionId } = await start({ TemplateName: 'self' });
  expect(await end(ExecutionId)).toMatchObject({
    Status: 'Failed',
    StatusMessage: expect.stringContaining('QuotaExceed'),
  });
  expect((await call('ListExecutions', { IncludeChildExecution: true })).TotalCount).toBe(5);
});

test('a task that is tried again tells of the execution that it has started last', async () => {
  const { call, start, waits, end } = await rig({ answers: { 'ECS:StartInstance': [failing('busy'), {}] } });
  await call('CreateTemplate', { TemplateName: 'inner', Content: template(calling('one', 'StartInstance')) });
  const { ExecutionId } = await start({ TemplateContent: starting('inner'), Mode: 'FailurePause' });
  await waits(ExecutionId);
  await call('NotifyExecution', { ExecutionId, NotifyType: 'RetryTask' });
  await end(ExecutionId);
  const children = (await call('ListExecutions', { ParentExecutionId: ExecutionId })).Executions;
  const [task] = (await call('ListTaskExecutions', { ExecutionId })).TaskExecutions;
  expect(children.map((it: Body) => it.Status)).toEqual(['Success', 'Failed']);
  expect(task.ChildExecutionId).toBe(children[0].ExecutionId);
});

test('all places are taken again when many that had one, and some that waited, are deleted together', async () => {
  const { call, start } = await rig({ quotas: { running: 2 } });
  const ids: string[] = [];
  for (let count = 0; count < 5; count++) {
    ids.push((await start({ TemplateContent: sleeping('PT9999999H') })).ExecutionId);
  }
  await call('DeleteExecutions', { ExecutionIds: ids.slice(0, 3), Force: true });
  expect((await call('ListExecutions', { Status: 'Queued' })).Executions).toEqual([]);
});
